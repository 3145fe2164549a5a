// Putting a theme somewhere else on the poster: by dragging its handle, or with the arrow keys.
// The place goes into the two number fields of the theme, which work without this too.
"use strict";

(() => {
  const form = document.querySelector("form[data-poster]");
  if (!form) return;

  const look = form.querySelector("[data-look]");
  const group = form.querySelector("[data-handles]");
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const STEP = 1;
  const LEAP = 5;

  const field = (handle, axis) => form.elements[`theme-${handle.dataset.key}-${axis}`];
  const numbers = (handle) => ["x", "y", "w", "h"].map((name) => Number(handle.dataset[name]));
  const between = (value, size) => Math.min(Math.max(value, size / 2), 100 - size / 2);
  const rounded = (number) => String(Math.round(number * 10) / 10);
  const tell = (detail) => form.dispatchEvent(new CustomEvent("poster:changed", { detail }));

  function lay(handle) {
    const [x, y, w, h] = numbers(handle);
    handle.style.left = `${x - w / 2}%`;
    handle.style.top = `${y - h / 2}%`;
    handle.style.width = `${w}%`;
    handle.style.height = `${h}%`;
  }

  function put(handle, x, y) {
    const [, , w, h] = numbers(handle);
    handle.dataset.x = rounded(between(x, w));
    handle.dataset.y = rounded(between(y, h));
    lay(handle);
  }

  function keep(handle, now) {
    field(handle, "x").value = handle.dataset.x;
    field(handle, "y").value = handle.dataset.y;
    handle.classList.add("handle--moved");
    const [x, y] = numbers(handle).map(Math.round);
    tell({ now, say: `${x} procent van links, ${y} procent van boven` });
  }

  function home(handle) {
    field(handle, "x").value = "";
    field(handle, "y").value = "";
    tell({ now: true, say: "Terug op de standaardplek" });
  }

  group.addEventListener("keydown", (event) => {
    const handle = event.target.closest(".handle");
    if (!handle) return;
    if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      home(handle);
    } else if (steps[event.key]) {
      event.preventDefault();
      const [dx, dy] = steps[event.key].map((part) => part * (event.shiftKey ? LEAP : STEP));
      put(handle, Number(handle.dataset.x) + dx, Number(handle.dataset.y) + dy);
      keep(handle, false);
    }
  });

  let dragged = null;
  group.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest(".handle");
    if (!handle || event.button !== 0) return;
    event.preventDefault();
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    const [x, y] = numbers(handle);
    dragged = { handle, x, y, fromX: event.clientX, fromY: event.clientY, moved: false };
  });
  group.addEventListener("pointermove", (event) => {
    if (!dragged) return;
    const room = look.getBoundingClientRect();
    const dx = event.clientX - dragged.fromX;
    const dy = event.clientY - dragged.fromY;
    if (Math.abs(dx) + Math.abs(dy) > 3) dragged.moved = true;
    if (!dragged.moved) return;
    dragged.handle.classList.add("handle--held");
    put(dragged.handle, dragged.x + (dx / room.width) * 100, dragged.y + (dy / room.height) * 100);
  });
  const release = (kept) => {
    if (!dragged) return;
    const { handle, moved, x, y } = dragged;
    dragged = null;
    handle.classList.remove("handle--held");
    if (moved && kept) keep(handle, true);
    else if (moved) put(handle, x, y);
  };
  group.addEventListener("pointerup", () => release(true));
  group.addEventListener("pointercancel", () => release(false));

  // A drawn preview brings new places; handles that are there keep the focus.
  form.addEventListener("poster:drawn", (event) => {
    const fresh = [...event.detail.querySelectorAll(".handle")];
    const kept = new Map([...group.querySelectorAll(".handle")].map((handle) => [handle.dataset.key, handle]));
    fresh.forEach((handle) => {
      const known = kept.get(handle.dataset.key);
      kept.delete(handle.dataset.key);
      if (known && known === dragged?.handle) return;
      if (!known) group.append(handle);
      else ["class", "aria-label", "data-x", "data-y", "data-w", "data-h"].forEach((name) => known.setAttribute(name, handle.getAttribute(name)));
      lay(known ?? handle);
    });
    kept.forEach((handle) => handle.remove());
  });

  group.querySelectorAll(".handle").forEach(lay);
})();
