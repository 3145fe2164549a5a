// Composing the poster: a live preview while typing, counters, pictures to pick from, putting parts back.
// Everything here is an addition: without it the form shows its preview and saves with its own buttons.
"use strict";

(() => {
  const form = document.querySelector("form[data-poster]");
  if (!form) return;

  const PREVIEW_AFTER = 250;
  const words = {
    changed: "Veranderd, nog niet bewaard",
    wrong: (n) => (n ? `${n === 1 ? "1 ding kan" : `${n} dingen kunnen`} zo niet op de plaat` : ""),
    failed: "Het voorbeeld lukt nu niet. Je kunt wel bewaren.",
    left: (n) => (n >= 0 ? `nog ${n} ${n === 1 ? "teken" : "tekens"}` : `${-n} ${n === -1 ? "teken" : "tekens"} te lang`),
    chosen: (n) => `${n} gekozen.`,
    back: "Teruggezet. Nog niet bewaard.",
  };
  const state = form.querySelector("[data-state]");
  const said = form.querySelector("[data-said]");
  let leaving = false;

  const say = (text) => { said.textContent = text; };
  const changed = () => { form.dataset.changed = "1"; state.textContent = words.changed; };

  // The preview: the newest answer counts, older ones are broken off.
  let timer = 0;
  let asking = null;
  function refresh(wait = PREVIEW_AFTER) {
    clearTimeout(timer);
    timer = setTimeout(draw, wait);
  }
  async function draw() {
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(form.dataset.preview, {
        method: "POST", body: new FormData(form), signal: asking.signal, headers: { "X-Requested-With": "fetch" },
      });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      form.querySelector("[data-sheet]").replaceChildren(...fresh.querySelector("[data-sheet]").childNodes);
      const note = form.querySelector("[data-note]");
      const remark = fresh.querySelector("[data-note]");
      const wrong = remark.querySelectorAll("li").length;
      // Read out once, not at every letter.
      if (note.textContent !== remark.textContent) note.replaceChildren(...remark.childNodes);
      form.dispatchEvent(new CustomEvent("poster:drawn", { detail: fresh }));
      // Beside the button too: on a phone the remarks have scrolled away.
      const now = [words.changed, words.wrong(wrong)].filter(Boolean).join(". ");
      if (state.textContent !== now) state.textContent = now;
    } catch (error) {
      if (error.name !== "AbortError") state.textContent = words.failed;
    }
  }
  form.addEventListener("poster:changed", (event) => {
    changed();
    refresh(event.detail?.now ? 0 : PREVIEW_AFTER);
    if (event.detail?.say) say(event.detail.say);
  });
  const tell = (detail) => form.dispatchEvent(new CustomEvent("poster:changed", { detail }));
  form.addEventListener("input", () => tell({}));

  // Leaving with something that was not saved asks first.
  form.addEventListener("submit", () => { leaving = true; });
  window.addEventListener("pageshow", () => { leaving = false; });
  window.addEventListener("beforeunload", (event) => {
    if (form.dataset.changed && !leaving) event.preventDefault();
  });

  // How many characters are left, beside each text; counted as the server does: whole characters of the
  // text as it is stored.
  const length = (text) => [...text.normalize("NFC").replace(/(?!\u200d)\p{Cf}/gu, "").replace(/\s+/g, " ").trim()].length;
  form.querySelectorAll("[data-limit]").forEach((input) => {
    const counter = document.createElement("span");
    counter.className = "counter";
    counter.id = `${input.id}_teller`;
    input.after(counter);
    input.setAttribute("aria-describedby", [input.getAttribute("aria-describedby"), counter.id].filter(Boolean).join(" "));
    const count = () => {
      const left = Number(input.dataset.limit) - length(input.value);
      counter.textContent = words.left(left);
      counter.classList.toggle("counter--over", left < 0);
      counter.setAttribute("aria-live", left < 6 ? "polite" : "off");
    };
    input.addEventListener("input", count);
    count();
  });

  // Which drawing: the little picture follows the choice, and all pictures can be looked at together.
  const picker = document.querySelector("[data-picker]");
  let picking = null;
  const source = (name) => picker.querySelector(`[data-name="${name}"] img`).getAttribute("src");
  const show = (select) => {
    select.closest(".drawing-field").querySelector(".drawing-field__now").src = source(select.value);
  };
  form.addEventListener("change", (event) => { if (event.target.matches("[data-drawing]")) show(event.target); });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-pick]");
    if (!button) return;
    picking = document.getElementById(button.dataset.pick);
    picker.querySelectorAll("[data-name]").forEach((choice) => {
      choice.setAttribute("aria-pressed", String(choice.dataset.name === picking.value));
    });
    picker.showModal();
    picker.querySelector('[aria-pressed="true"]')?.focus();
  });
  picker.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]") || event.target === picker) picker.close();
    const choice = event.target.closest("[data-name]");
    if (!choice) return;
    picking.value = choice.dataset.name;
    show(picking);
    picker.close();
    tell({ now: true });
  });

  // Putting a part back fills in the defaults; nothing is stored before saving.
  function fill(field) {
    const standing = field.dataset.default;
    if (field.type === "checkbox") field.checked = standing === "on";
    else if (field.type === "radio") field.checked = field.value === standing;
    else field.value = standing;
    if (field.matches("[data-drawing]")) show(field);
    if (field.matches("[data-limit]")) field.dispatchEvent(new Event("input"));
  }
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[name=put_back]");
    if (!button) return;
    event.preventDefault();
    form.querySelectorAll(`[data-part~="${button.value}"]`).forEach(fill);
    form.dispatchEvent(new CustomEvent("poster:filled"));
    tell({ now: true, say: words.back });
  });

  // Themes: tick, and put in order.
  const rows = form.querySelector("[data-rows]");
  if (!rows) return;
  const counted = form.querySelector("[data-count]");
  const tick = (row) => row.querySelector("[name$='-chosen']");
  const place = (row) => row.querySelector("[name$='-place']");
  const all = () => [...rows.children];
  const ticked = () => all().filter((row) => tick(row).checked);

  function order(sorted) {
    const focused = document.activeElement;
    sorted.filter((row) => tick(row).checked).forEach((row, n) => { place(row).value = n + 1; });
    sorted.filter((row) => !tick(row).checked).forEach((row) => { place(row).value = ""; });
    if (sorted.some((row, n) => row !== rows.children[n])) rows.append(...sorted);
    focused?.focus({ preventScroll: true });
    number();
  }
  function number() {
    const chosen = ticked();
    counted.textContent = words.chosen(chosen.length);
    counted.classList.toggle("counter--over", chosen.length > 7 || chosen.length < Math.min(5, rows.children.length));
    all().forEach((row) => row.classList.toggle("theme-row--off", !tick(row).checked));
    chosen.forEach((row, n) => {
      row.querySelector("[data-move='-1']").disabled = n === 0;
      row.querySelector("[data-move='1']").disabled = n === chosen.length - 1;
    });
  }
  const byPlace = () => [...ticked()].sort((a, b) => (Number(place(a).value) || 99) - (Number(place(b).value) || 99));
  const resting = () => all().filter((row) => !tick(row).checked);

  rows.addEventListener("change", (event) => {
    if (event.target.matches("[name$='-chosen'], [name$='-place']")) order([...byPlace(), ...resting()]);
  });
  rows.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (!button) return;
    const chosen = ticked();
    const from = chosen.indexOf(button.closest("[data-theme]"));
    const to = from + Number(button.dataset.move);
    if (from < 0 || to < 0 || to >= chosen.length) return;
    [chosen[from], chosen[to]] = [chosen[to], chosen[from]];
    order([...chosen, ...resting()]);
    if (button.disabled) button.parentElement.querySelector("[data-move]:not(:disabled)")?.focus();
    tell({ now: true, say: `Plaats ${to + 1}` });
  });
  form.addEventListener("poster:filled", () => order([...byPlace(), ...resting()]));
  number();
})();
