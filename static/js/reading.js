// Reading along while somebody writes: what points at a person, other words for it, and the way back.
// An addition: the last step reads along once more, on the server.
"use strict";

(() => {
  const form = document.querySelector("form[data-reading]");
  if (!form?.querySelector("[data-findings]") || !window.msa) return;
  const { send, make, later } = window.msa;

  const READ_AFTER = 600;
  const words = {
    replace: "Vervang door ",
    replaced: (old, fresh) => (fresh ? `‘${old}’ is nu ‘${fresh}’.` : `‘${old}’ is weggehaald.`),
    undo: "Maak ongedaan",
    found: (number) => `${number} ${number === 1 ? "aanwijzing" : "aanwijzingen"}`,
    undone: (old) => `Ongedaan gemaakt: ‘${old}’ staat er weer.`,
    unread: "Het meelezen lukt nu even niet. Bij het nakijken proberen we het opnieuw.",
  };
  const waved = () => new Set([...form.querySelectorAll("[name=wave]")].map((input) => input.value));

  // The server counts characters, the browser counts half ones: an emoji is two.
  const placeOf = (text, characters) => [...text].slice(0, characters).join("").length;

  function button(call, ...content) {
    const made = make("button", "btn btn-outline-primary btn-sm");
    made.type = "button";
    made.append(...content);
    made.addEventListener("click", call);
    return made;
  }

  // --- replacing, and the way back ------------------------------------------------------------------
  // Of each text: what it was at the last change, what was replaced in it (the latest last), and what the
  // buttons offer. Places move along with what is typed, so that a button need not wait for the next reading.
  const texts = new Map();

  function open(area, findings) {
    const told = make("p", "undo__told");
    told.setAttribute("role", "status");
    const back = button(() => takeBack(area), words.undo);
    const row = make("div", "undo");
    row.append(told, back);
    findings.before(row);
    back.hidden = true;
    texts.set(area, { was: area.value, done: [], offers: [], told, back });
  }

  function put(area, place, old, fresh) {
    area.setRangeText(fresh, place, place + old.length, "end");
    follow(area, true);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function replace(area, { place, old, fresh }) {
    if (!area.value.startsWith(old, place)) {
      read(area); // the writer changed these words meanwhile
      return;
    }
    const kept = texts.get(area);
    put(area, place, old, fresh);
    kept.done.push({ place, old, fresh });
    tell(area, words.replaced(old.trim(), fresh.trim()));
    kept.back.focus();
  }

  function takeBack(area) {
    const kept = texts.get(area);
    const last = kept.done.pop();
    if (last) {
      put(area, last.place, last.fresh, last.old);
      tell(area, words.undone(last.old.trim()));
    }
    if (kept.back.hidden) area.focus();
  }

  function tell(area, text) {
    const { told, back, done } = texts.get(area);
    told.textContent = text;
    back.hidden = !done.length;
  }

  // What is typed before a replaced passage moves it; what is typed inside makes it the writer's own.
  function follow(area, own = false) {
    const kept = texts.get(area);
    const { was } = kept;
    const now = area.value;
    if (was === now) return;
    let head = 0;
    while (head < Math.min(was.length, now.length) && was[head] === now[head]) head += 1;
    let tail = 0;
    while (tail < Math.min(was.length, now.length) - head && was.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
    const end = was.length - tail;
    for (const one of [...kept.done, ...kept.offers]) if (one.place >= end) one.place += now.length - was.length;
    kept.was = now;
    if (own) return;
    const stands = (one) => now.startsWith(one.fresh, one.place);
    while (kept.done.length && !stands(kept.done.at(-1))) kept.done.pop();
    tell(area, kept.done.length ? kept.told.textContent : "");
  }

  // --- what is found ---------------------------------------------------------------------------------
  function wave(area, finding) {
    const input = make("input");
    Object.assign(input, { type: "hidden", name: "wave", value: finding.key });
    form.append(input);
    input.dispatchEvent(new Event("change", { bubbles: true }));
    read(area);
  }

  // The button shows that part of the sentence as it will stand.
  function replacing(area, rewording) {
    const part = make("q");
    part.append(rewording.before, make("strong", "", rewording.new), rewording.after);
    const { old, new: fresh } = rewording;
    const offer = { place: placeOf(area.value, rewording.start), old, fresh };
    texts.get(area).offers.push(offer);
    const made = button(() => replace(area, offer), make("span", "", words.replace));
    made.firstChild.append(part);
    made.classList.add("finding__replace");
    return made;
  }

  function show(area, finding) {
    const box = make("div", `finding finding--${finding.severity}`);
    const line = make("p");
    line.append(make("q", "", finding.text), ` ${finding.message}`);
    box.append(line);
    const actions = make("div", "actions");
    if (finding.rewording) actions.append(replacing(area, finding.rewording));
    if (finding.wavable && finding.severity === "likely") {
      actions.append(button(() => wave(area, finding), finding.not_one));
    }
    if (actions.children.length) box.append(actions);
    return box;
  }

  // The bar that stays in view says how many there are, because it can lie over them; it leads to the first.
  const teller = form.querySelector("[data-found]");
  function count() {
    const number = form.querySelectorAll(".finding").length;
    teller.hidden = !number;
    teller.textContent = words.found(number);
  }
  teller.addEventListener("click", () => {
    const first = form.querySelector(".finding");
    first.scrollIntoView({ block: "center" });
    first.querySelector("button")?.focus({ preventScroll: true });
  });

  const turns = new Map();
  async function read(area) {
    const place = area.parentElement.querySelector("[data-findings]");
    const text = area.value;
    const turn = (turns.get(area) || 0) + 1;
    turns.set(area, turn);
    if (!text.trim()) {
      place.replaceChildren();
      count();
      return;
    }
    const body = new FormData();
    body.set("text", text);
    try {
      const answer = await send(form.dataset.reading, body);
      if (!answer.ok || turns.get(area) !== turn || area.value !== text) return;
      const result = await answer.json();
      const aside = waved();
      texts.get(area).offers = [];
      const found = result.findings.filter((one) => one.kind !== "unread" && !aside.has(one.key));
      place.replaceChildren(...found.map((finding) => show(area, finding)));
      if (!result.complete) place.append(make("p", "form-text", words.unread));
      count();
    } catch (problem) {
      place.replaceChildren(make("p", "form-text", words.unread));
    }
  }

  for (const area of form.querySelectorAll("textarea")) {
    const findings = area.parentElement.querySelector("[data-findings]");
    if (!findings) continue;
    const readSoon = later(READ_AFTER, read);
    open(area, findings);
    area.addEventListener("input", () => {
      follow(area);
      readSoon(area);
    });
    read(area);
  }
})();
