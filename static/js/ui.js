// Small comforts on every page. Nothing here is needed to read or to send a form.
document.documentElement.classList.add("js");

// The list of what is wrong gets the focus, so that everybody starts there.
document.querySelector("[data-focus]")?.focus();

// A menu closes with Escape or by a click beside it.
const folds = () => document.querySelectorAll("details[data-closes][open]");
document.addEventListener("click", (event) => {
  folds().forEach((fold) => { if (!fold.contains(event.target)) fold.open = false; });
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  folds().forEach((fold) => { fold.open = false; fold.querySelector("summary").focus(); });
});

// The answer to a form that was sent is a page like any other: going back to it or loading it again asks for the
// page, and never meets the browser's own question whether to send the form once more.
window.history.replaceState(window.history.state, "", window.location.href);

// Without a connection nothing is sent: the browser would put its own page in the place of what was typed.
const tellConnection = () => document.getElementById("verbinding")?.toggleAttribute("hidden", navigator.onLine);
window.addEventListener("online", tellConnection);
window.addEventListener("offline", tellConnection);
tellConnection();
document.addEventListener("submit", (event) => {
  if (navigator.onLine || event.defaultPrevented) return;
  event.preventDefault();
  tellConnection();
  document.getElementById("verbinding")?.scrollIntoView({ block: "nearest" });
});

// A form is sent once; coming back with the back button makes it usable again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  setTimeout(() => { delete form.dataset.sent; }, 4000);
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; });
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

// htmx: an answer that did not come, or the sign-in page instead of the answer.
const sayLost = () => {
  const area = document.querySelector(".messages");
  const lost = document.getElementById("niet-gelukt");
  if (!area || !lost) return;
  area.replaceChildren(lost.content.cloneNode(true));
  area.scrollIntoView({ block: "nearest" });
};
document.addEventListener("htmx:sendError", sayLost);
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 403) sayLost();
});
document.addEventListener("htmx:beforeSwap", (event) => {
  if (!event.detail.xhr.responseURL.includes("/account/login/")) return;
  event.detail.shouldSwap = false;
  sayLost();
});

// A part that was fetched may propose a value for a field. It never takes the place of what somebody typed while
// the answer was under way: only an empty field is filled, or one that still holds the proposal of before.
const proposal = (part) => part.querySelector("[data-fills]");
document.addEventListener("htmx:beforeSwap", (event) => {
  event.detail.target.dataset.proposedBefore = proposal(event.detail.target)?.value ?? "";
});
document.addEventListener("htmx:afterSwap", (event) => {
  const made = proposal(event.detail.target);
  const field = made && document.getElementById(made.dataset.fills);
  if (field && ["", event.detail.target.dataset.proposedBefore].includes(field.value)) field.value = made.value;
});
