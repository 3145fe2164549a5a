// Texts that are ticked but belong to no theme yet: leaving by a link asks first. Pages and choices of the form
// itself carry the ticks along without this.
"use strict";

(() => {
  const form = document.querySelector("form[data-ticks]");
  if (!form) return;

  let leaving = false;
  form.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("pageshow", () => { leaving = false; });
  window.addEventListener("beforeunload", (event) => {
    const ticked = form.querySelector("[name=tekst]:checked, [name=tekst][type=hidden]");
    if (ticked && !leaving) event.preventDefault();
  });
})();
