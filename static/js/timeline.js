// Moving bars of the time line by dragging, with a finger or with the keys.
// Every move is a form that is sent at once; the answer is the new state. Without this file each item has a form.
(() => {
  const DAY = 86400000;
  const PAUSE = 700; // after the last key; several presses are one move
  const HOLD = 350; // milliseconds that a finger holds a bar before it moves
  const TREMBLE = 10; // pixels that a finger may slide meanwhile
  const EDGE = 9; // pixels at the end of a bar that lengthen it
  const format = new Intl.DateTimeFormat("nl-NL", { weekday: "short", day: "numeric", month: "long", timeZone: "UTC" });
  const parse = (text) => Date.parse(`${text}T00:00:00Z`);
  const iso = (time) => new Date(time).toISOString().slice(0, 10);
  const said = (starts, ends) => (starts === ends ? format.format(starts) : `${format.format(starts)} tot en met ${format.format(ends)}`);
  const frame = () => document.querySelector("[data-board]");
  const unit = () => Number(document.querySelector(".board__weeks").dataset.day);
  const say = (text) => { document.querySelector("[data-say]").textContent = text; };
  const lost = (text) => document.dispatchEvent(new CustomEvent("board:lost", { detail: text }));
  let waiting = null; // the move of the keys that was not sent yet
  let dragged = null;

  function look() {
    const board = frame();
    const weeks = document.querySelector(".board__weeks");
    if (!board || !weeks || board.dataset.looked) return;
    board.dataset.looked = "1";
    board.scrollLeft = Math.max(Number(weeks.dataset.today) - 160, 0);
    document.dispatchEvent(new Event("board:drawn"));
  }

  // A link to something in a list that is folded opens the list.
  function unfold() {
    const found = location.hash.startsWith("#onderdeel-") && document.getElementById(location.hash.slice(1));
    const fold = found && found.closest("details");
    if (!fold || fold.open) return;
    fold.open = true;
    found.scrollIntoView();
  }
  window.addEventListener("hashchange", unfold);

  // Draw a bar at other days, before the server has said that it may be there.
  function draw(bar, starts, ends) {
    const from = parse(bar.dataset.starts);
    const to = parse(bar.dataset.ends);
    const body = bar.querySelector(".bar__body");
    bar.dataset.width ??= body.getAttribute("width");
    bar.setAttribute("transform", `translate(${((starts - from) / DAY) * unit()} 0)`);
    const longer = (((ends - starts) - (to - from)) / DAY) * unit();
    body.setAttribute("width", Math.max(Number(bar.dataset.width) + longer, 4));
  }

  async function send(bar, starts, ends) {
    if (starts === parse(bar.dataset.starts) && ends === parse(bar.dataset.ends)) { draw(bar, starts, ends); return; }
    const data = new FormData();
    data.append("starts_on", iso(starts));
    data.append("ends_on", iso(ends));
    data.append("version", bar.dataset.version);
    data.append("csrfmiddlewaretoken", frame().dataset.csrf);
    bar.classList.add("bar--busy");
    if (await post(bar.dataset.move, data, bar.id)) return;
    bar.classList.remove("bar--busy");
    draw(bar, parse(bar.dataset.starts), parse(bar.dataset.ends));
    lost("Niet bewaard: de verbinding viel weg of de inlog is verlopen. De balk staat weer zoals eerst.");
  }

  // Whether the new state came back and stands in the page; id: the bar it is about.
  async function post(address, data, id) {
    data.append("schaal", frame().dataset.scale);
    say("Bezig met bewaren…");
    try {
      const answer = await fetch(address, { method: "POST", body: data, headers: { "X-Requested-With": "fetch" } });
      if (answer.redirected || ![200, 400, 409].includes(answer.status)) throw new Error("lost");
      show(id, await answer.text());
      return true;
    } catch {
      return false;
    }
  }

  // Put the new state in the page; the place on the board and in the window and the focus stay where they were.
  function show(id, html) {
    const fresh = new DOMParser().parseFromString(html, "text/html");
    const [left, top] = [frame().scrollLeft, frame().getBoundingClientRect().top];
    const had = document.activeElement?.closest?.(".bar")?.id ?? id;
    document.querySelector("#tijdspad-alles").replaceWith(fresh.querySelector("#tijdspad-alles"));
    const messages = [...fresh.querySelectorAll(".messages .message")];
    const beside = document.querySelector("[data-beside]");
    beside.replaceChildren(...messages.map((one) => document.importNode(one, true)));
    beside.dataset.beside = id;
    frame().dataset.looked = "1";
    frame().scrollLeft = left;
    document.dispatchEvent(new Event("board:drawn"));
    document.getElementById(had)?.focus({ preventScroll: true });
    window.scrollBy({ top: frame().getBoundingClientRect().top - top, behavior: "instant" });
    beside.scrollIntoView({ block: "nearest", behavior: "instant" });
    document.querySelector("main > .messages").replaceChildren();
    say(messages.map((one) => one.querySelector("p")?.textContent.trim()).join(" "));
  }

  // Undoing beside the drawing stays beside the drawing.
  document.addEventListener("submit", async (event) => {
    const beside = event.target.closest("[data-beside]");
    if (!beside) return;
    event.preventDefault();
    const done = await post(event.target.action, new FormData(event.target), beside.dataset.beside);
    if (!done) lost("Niet ongedaan gemaakt: de verbinding viel weg of de inlog is verlopen.");
  });

  function flush() {
    if (!waiting) return;
    const { bar, starts, ends, timer } = waiting;
    clearTimeout(timer);
    waiting = null;
    send(bar, starts, ends);
  }

  document.addEventListener("keydown", (event) => {
    const bar = event.target.closest?.(".bar--moves");
    if (!bar || bar.classList.contains("bar--busy")) return;
    if (event.key === "Escape" && waiting) {
      clearTimeout(waiting.timer);
      draw(bar, parse(bar.dataset.starts), parse(bar.dataset.ends));
      waiting = null;
      say("Niet verschoven.");
      return;
    }
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!way) return;
    event.preventDefault();
    const now = waiting?.bar === bar ? waiting : { bar, starts: parse(bar.dataset.starts), ends: parse(bar.dataset.ends) };
    if (waiting && waiting.bar !== bar) flush();
    clearTimeout(now.timer);
    const step = way * DAY * (event.shiftKey ? 1 : 7);
    const ends = now.ends + step;
    const starts = event.ctrlKey || event.altKey ? now.starts : now.starts + step;
    if (ends < starts) { say("Korter kan niet."); return; }
    waiting = { bar, starts, ends, timer: setTimeout(flush, PAUSE) };
    draw(bar, starts, ends);
    say(`${bar.dataset.title}: ${said(starts, ends)}`);
  });
  document.addEventListener("focusout", (event) => { if (waiting && event.target === waiting.bar) flush(); });
  // A bar is a link: leaving with Enter before the pause is over first saves.
  window.addEventListener("pagehide", flush);

  const flag = document.createElement("div");
  flag.className = "board__flag";
  flag.setAttribute("aria-hidden", "true");

  function place(event) {
    const { bar, starts, ends } = dragged;
    flag.textContent = said(starts, ends);
    if (!flag.isConnected) document.body.append(flag);
    const room = document.documentElement.clientWidth - flag.offsetWidth - 8;
    flag.style.left = `${Math.max(Math.min(event.clientX + 12, room), 8)}px`;
    flag.style.top = `${Math.max(event.clientY - 48, 8)}px`;
    draw(bar, starts, ends);
  }

  const zone = (bar, x) => {
    const box = bar.querySelector(".bar__body").getBoundingClientRect();
    if (box.width < 3 * EDGE) return x > box.right - 2 ? "end" : "whole";
    if (x >= box.right - EDGE && x <= box.right + 2) return "end";
    return x <= box.left + EDGE && x >= box.left - 2 ? "start" : "whole";
  };

  document.addEventListener("pointermove", (event) => {
    const over = event.target.closest?.(".bar--moves");
    if (over && !dragged) over.classList.toggle("bar--end", zone(over, event.clientX) !== "whole");
    if (!dragged) return;
    const by = event.clientX + frame().scrollLeft - dragged.from;
    if (Math.abs(by) > 4) dragged.moved = true;
    if (!dragged.moved) return;
    event.preventDefault();
    dragged.bar.classList.add("bar--held");
    const snap = event.shiftKey ? 1 : 7;
    const step = Math.round(by / unit() / snap) * snap * DAY;
    const [starts, ends] = [parse(dragged.bar.dataset.starts), parse(dragged.bar.dataset.ends)];
    dragged.starts = dragged.part === "end" ? starts : starts + step;
    dragged.ends = dragged.part === "start" ? ends : ends + step;
    if (dragged.part === "start") dragged.starts = Math.min(dragged.starts, ends);
    if (dragged.part === "end") dragged.ends = Math.max(dragged.ends, starts);
    place(event);
  });
  document.addEventListener("pointerdown", (event) => {
    const bar = event.target.closest?.(".bar--moves");
    if (!bar || event.button !== 0 || bar.classList.contains("bar--busy")) return;
    flush();
    if (event.pointerType === "touch") {
      if (event.isPrimary) hold(bar, event);
      return;
    }
    grab(bar, event);
  });

  function grab(bar, event) {
    dragged = { bar, from: event.clientX + frame().scrollLeft, part: zone(bar, event.clientX), moved: false };
    bar.setPointerCapture(event.pointerId);
  }

  // With a finger the board scrolls; who holds a bar for a moment takes it along.
  let holding = null;
  function letGo() {
    clearTimeout(holding?.timer);
    holding = null;
  }
  function hold(bar, event) {
    letGo();
    const timer = setTimeout(() => {
      holding = null;
      grab(bar, event);
      dragged.touched = true;
      bar.classList.add("bar--held");
      Object.assign(dragged, { starts: parse(bar.dataset.starts), ends: parse(bar.dataset.ends) });
      place(event);
      navigator.vibrate?.(20);
    }, HOLD);
    holding = { timer, x: event.clientX, y: event.clientY };
  }
  document.addEventListener("touchmove", (event) => {
    if (dragged?.touched) { event.preventDefault(); return; }
    const { clientX, clientY } = event.touches[0];
    if (holding && Math.hypot(clientX - holding.x, clientY - holding.y) > TREMBLE) letGo();
  }, { passive: false });
  document.addEventListener("contextmenu", (event) => { if (dragged?.touched) event.preventDefault(); });
  function release(kept) {
    letGo();
    if (!dragged) return;
    const { bar, moved, touched, starts, ends } = dragged;
    dragged = null;
    flag.remove();
    bar.classList.remove("bar--held");
    if (!moved && !touched) return;
    bar.dataset.justMoved = "1";
    setTimeout(() => { delete bar.dataset.justMoved; }, 50);
    if (!moved) return;
    if (kept) send(bar, starts, ends);
    else draw(bar, parse(bar.dataset.starts), parse(bar.dataset.ends));
  }
  document.addEventListener("pointerup", () => release(true));
  document.addEventListener("pointercancel", () => release(false));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") release(false); });
  // The browser must neither follow the link after a drag nor drag the link itself.
  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".bar")?.dataset.justMoved) event.preventDefault();
  }, true);
  document.addEventListener("dragstart", (event) => { if (event.target.closest?.(".bar--moves")) event.preventDefault(); });

  look();
  unfold();
})();
