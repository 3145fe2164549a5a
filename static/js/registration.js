// Registering a conversation: saved while it is written. Reading along stands in reading.js.
// Everything here is an addition: each step is an ordinary form that works without it.
"use strict";

(() => {
  const form = document.querySelector("form[data-registration]");
  if (!form) return;

  const SAVE_AFTER = 700;
  const TRY_AGAIN_AFTER = 5000;
  const words = {
    saving: "Bezig met bewaren…",
    saved: "Bewaard om ",
    failed: "Niet bewaard. We proberen het zo weer.",
    signedOut: "Je bent uitgelogd. Log in een nieuw tabblad in; hier gaat het daarna verder. ",
    signIn: "Inloggen",
    chosen: " van de 3 kaarten gekozen",
  };

  const token = () => form.querySelector("[name=csrfmiddlewaretoken]");
  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };
  const later = (milliseconds, call) => {
    let timer = 0;
    return (...given) => {
      clearTimeout(timer);
      timer = setTimeout(() => call(...given), milliseconds);
    };
  };

  async function send(url, body, options = {}) {
    const answer = await fetch(url, {
      method: "POST",
      body,
      headers: { Accept: "application/json", "X-CSRFToken": token().value },
      ...options,
    });
    if (answer.status === 403 && !options.again && (await renewToken())) {
      body.set("csrfmiddlewaretoken", token().value);
      return send(url, body, { ...options, again: true });
    }
    return answer;
  }

  window.msa = { send, make, later };

  // After signing in again in another tab the form's token is old: take the new one from the page.
  async function renewToken() {
    const page = await fetch(window.location.href, { headers: { Accept: "text/html" } });
    if (page.redirected || !page.ok) return false;
    const fresh = new DOMParser().parseFromString(await page.text(), "text/html");
    const found = fresh.querySelector("form[data-registration] [name=csrfmiddlewaretoken]");
    if (found) token().value = found.value;
    return Boolean(found);
  }

  // --- saving -------------------------------------------------------------------------------------
  const saved = form.querySelector("[data-saved]");
  let pending = false;
  let leaving = false;

  function tell(text, link) {
    if (!saved) return;
    saved.replaceChildren(document.createTextNode(text));
    if (link) {
      const anchor = make("a", "", words.signIn);
      Object.assign(anchor, { href: link, target: "_blank", rel: "noopener" });
      saved.append(anchor);
    }
  }

  async function save() {
    if (!form.dataset.save || leaving) return;
    pending = false;
    tell(words.saving);
    try {
      const answer = await send(form.dataset.save, new FormData(form));
      const kind = answer.headers.get("Content-Type") || "";
      if (answer.ok && kind.includes("json")) {
        tell(words.saved + (await answer.json()).at);
      } else if (kind.includes("json")) {
        tell((await answer.json()).message || words.failed);
        return;
      } else {
        pending = true;
        tell(words.signedOut, `/account/login/?next=${encodeURIComponent(window.location.pathname)}`);
      }
    } catch (problem) {
      pending = true;
      tell(words.failed);
      setTimeout(() => pending && save(), TRY_AGAIN_AFTER);
    }
  }
  const saveSoon = later(SAVE_AFTER, save);

  function changed() {
    if (!form.dataset.save) return;
    pending = true;
    saveSoon();
  }
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => {
    if (leaving) event.preventDefault();
    leaving = true;
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && pending) save();
  });
  window.addEventListener("pagehide", () => {
    if (pending && !leaving && form.dataset.save) {
      fetch(form.dataset.save, {
        method: "POST",
        body: new FormData(form),
        keepalive: true,
        headers: { Accept: "application/json", "X-CSRFToken": token().value },
      });
    }
  });

  // --- at most three cards -------------------------------------------------------------------------
  const cards = form.querySelector("[data-most-chosen]");
  if (cards) {
    const most = Number(cards.dataset.mostChosen);
    const boxes = [...cards.querySelectorAll("input[type=checkbox]")];
    const update = () => {
      const chosen = boxes.filter((box) => box.checked).length;
      for (const box of boxes) box.disabled = chosen >= most && !box.checked;
      cards.querySelector("[data-chosen]").textContent = chosen ? `${chosen}${words.chosen}` : "";
    };
    cards.addEventListener("change", update);
    update();
  }

  // --- the receipt code that goes with the choice ---------------------------------------------------
  const choices = [...form.querySelectorAll("[name=code_choice]")];
  const follow = () => {
    const chosen = choices.find((choice) => choice.checked);
    for (const part of form.querySelectorAll("[data-shown-with]")) {
      part.hidden = Boolean(chosen) && part.dataset.shownWith !== chosen.value;
    }
  };
  for (const choice of choices) choice.addEventListener("change", follow);
  if (choices.length) follow();
})();
