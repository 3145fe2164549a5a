// Forms with data-save are kept while they are filled in. They are ordinary forms that work without this.
// The server answers JSON: {state, at, message, window}. 'gone' and 'conflict' end the saving on this page,
// and a page that shows two texts (a field 'compared') waits for a button: nothing is sent by itself.
"use strict";

(() => {
  const form = document.querySelector("form[data-save]");
  if (!form) return;

  const SAVE_AFTER = 800;
  const TRY_AGAIN_AFTER = 5000;
  const line = form.querySelector("[data-saved]");
  const words = {
    saving: "Bezig met bewaren…",
    offline: "Niet bewaard: geen verbinding. Wat je typte, blijft hier staan; we proberen het zo weer.",
    failed: "Niet bewaard. Wat je typte, blijft hier staan; we proberen het zo weer.",
    signedOut: "Niet bewaard: je bent uitgelogd. Wat je typte, blijft hier staan. Log in een nieuw tabblad in; daarna bewaren we verder. ",
    signIn: "Inloggen",
    notAllowed: "Niet bewaard: je mag dit niet meer wijzigen. Kopieer wat je wilt houden.",
  };
  let timer = 0;
  let waiting = false; // something was typed that no answer has confirmed
  let busy = false;
  let leaving = false;
  let ended = Boolean(form.querySelector("[name=compared]"));
  let lost = false; // the connection

  const tell = (text, failed = false) => {
    if (line.textContent === text) return;
    line.classList.toggle("saved-line--failed", failed);
    line.textContent = text;
  };
  const tellSignedOut = () => {
    if (line.querySelector("a")) return;
    tell(words.signedOut, true);
    const link = document.createElement("a");
    Object.assign(link, { href: "/account/login/", target: "_blank", rel: "noopener", textContent: words.signIn });
    line.append(link);
  };
  const request = (options = {}) => fetch(form.dataset.save, {
    method: "POST", body: new FormData(form), headers: { Accept: "application/json" }, ...options,
  });
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  };
  const again = (text) => {
    tell(text, true);
    later(TRY_AGAIN_AFTER);
  };

  // No JSON came back: the token is too old, the session ended, or somebody may do less than before.
  async function renew() {
    const page = await fetch(window.location.href, { headers: { Accept: "text/html" } });
    if (page.redirected) { tellSignedOut(); later(TRY_AGAIN_AFTER); return; }
    if (page.status === 403 || page.status === 404) { ended = true; tell(words.notAllowed, true); return; }
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
    const token = fresh.querySelector("form[data-save] [name=csrfmiddlewaretoken]");
    if (token) form.querySelector("[name=csrfmiddlewaretoken]").value = token.value;
    again(words.failed);
  }

  function take(said) {
    // The window knows what it wrote, so that the next save is not taken for a colleague's.
    if (said.window) form.querySelector("[name=window]").value = said.window;
    ended = ["gone", "conflict"].includes(said.state);
    if (said.state !== "saved") { tell(said.message, true); return; }
    tell(`Bewaard om ${said.at}. Je kunt stoppen wanneer je wilt en later verdergaan.`);
    if (!waiting) form.dispatchEvent(new Event("kept"));
  }

  // One at a time: what is typed while a save is under way goes with the next one.
  async function save() {
    timer = 0;
    if (leaving || ended || busy) return;
    busy = true;
    waiting = false;
    if (!line.classList.contains("saved-line--failed")) tell(words.saving);
    try {
      const answer = await request();
      lost = false;
      if (leaving) return;
      const json = (answer.headers.get("Content-Type") || "").includes("json");
      if (json) take(await answer.json());
      else {
        waiting = true;
        if (answer.status === 403 || answer.redirected) await renew();
        else again(words.failed);
      }
    } catch (problem) {
      waiting = true;
      lost = true;
      if (!leaving) again(words.offline);
    } finally {
      busy = false;
      if (waiting && !timer && !ended) later(SAVE_AFTER);
    }
  }
  const soon = () => {
    waiting = true;
    if (!busy && !ended) later(SAVE_AFTER);
  };
  const now = () => { if (waiting && !busy) { clearTimeout(timer); save(); } };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  // Without a connection the browser would leave for a page of its own, and take what was typed along.
  form.addEventListener("submit", (event) => {
    leaving = navigator.onLine && !lost;
    if (leaving) return;
    event.preventDefault();
    again(words.offline);
  });
  // The keyboard of a phone lies over the bottom of the window: the line goes above it.
  const view = window.visualViewport;
  const lift = () => {
    const covered = Math.round(window.innerHeight - view.height - view.offsetTop);
    line.style.bottom = view.scale < 1.05 && covered > 100 ? `${covered}px` : "";
  };
  if (view) ["resize", "scroll"].forEach((name) => view.addEventListener(name, lift));
  window.addEventListener("pageshow", () => { leaving = false; });
  window.addEventListener("online", now);
  document.addEventListener("visibilitychange", now);
  window.addEventListener("pagehide", () => {
    if ((waiting || busy) && !leaving && !ended) request({ keepalive: true }).catch(() => {});
  });
})();
