// Forms with data-save are kept while they are filled in. They are ordinary forms that work without this.
"use strict";

(() => {
  const form = document.querySelector("form[data-save]");
  if (!form) return;

  const SAVE_AFTER = 800;
  const TRY_AGAIN_AFTER = 5000;
  const line = form.querySelector("[data-saved]");
  let timer = 0;
  let leaving = false;
  let newest = 0;

  const tell = (text, failed = false) => {
    line.classList.toggle("saved-line--failed", failed);
    line.textContent = text;
  };
  const request = (options = {}) => fetch(form.dataset.save, {
    method: "POST", body: new FormData(form), headers: { Accept: "application/json" }, ...options,
  });
  const again = () => {
    tell("Niet bewaard. We proberen het zo weer.", true);
    timer = setTimeout(save, TRY_AGAIN_AFTER);
  };

  // An answer may come back after a later one was sent: only the newest is told about.
  async function save() {
    timer = 0;
    if (leaving) return;
    const mine = ++newest;
    tell("Bezig met bewaren…");
    try {
      const answer = await request();
      if (mine !== newest || timer || leaving) return;
      if (!(answer.headers.get("Content-Type") || "").includes("json")) { again(); return; }
      const said = await answer.json();
      if (said.state === "saved") tell(`Bewaard om ${said.at}. Je kunt stoppen wanneer je wilt en later verdergaan.`);
      else tell(said.message, true);
    } catch (problem) {
      if (mine === newest && !leaving) again();
    }
  }
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_AFTER);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("pageshow", () => { leaving = false; });
  window.addEventListener("pagehide", () => {
    if (timer && !leaving) request({ keepalive: true });
  });
})();
