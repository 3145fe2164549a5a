// Forms with data-unsaved: leaving with words that were not kept asks first. Forms that keep themselves need it not.
"use strict";

(() => {
  const form = document.querySelector("form[data-unsaved]");
  if (!form) return;

  // What is refused comes back with the words that were typed, and they are still not kept.
  let unsaved = form.querySelector("[aria-invalid=true], .is-invalid, .error-summary") !== null;
  let leaving = false;
  form.addEventListener("input", () => { unsaved = true; });
  form.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("pageshow", () => { leaving = false; });
  window.addEventListener("beforeunload", (event) => { if (unsaved && !leaving) event.preventDefault(); });
})();
