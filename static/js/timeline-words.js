// Keeps the board of the time line readable: words while the weeks scroll beside the names of the blocks, and the
// bar that has the focus. Without this file every word stands at the beginning of its bar.
(() => {
  const INK = "#123c40";
  const MARGIN = 24; // pixels between the focus and the edge of what is in view
  const ENOUGH = 120; // pixels of a long bar
  const frame = () => document.querySelector("[data-board]");

  // Words in a bar whose start is out of view stand at the edge of what is in view, shortened where they must.
  function keepWords() {
    const board = frame();
    if (!board) return;
    for (const bar of board.querySelectorAll(".bar")) {
      const body = bar.querySelector(".bar__body");
      const words = bar.querySelector(".bar__label");
      words.dataset.full ??= words.textContent;
      words.dataset.x ??= words.getAttribute("x");
      const from = Number(body.getAttribute("x"));
      const to = from + Number(body.getAttribute("width"));
      const x = Number(words.dataset.x);
      if (words.textContent !== words.dataset.full) words.textContent = words.dataset.full;
      words.setAttribute("x", x);
      words.dataset.fill ??= words.getAttribute("fill");
      words.setAttribute("fill", words.dataset.fill);
      if (x >= to) { // right of the bar: half a word says nothing when the bar itself is gone
        words.classList.toggle("bar__label--gone", to < board.scrollLeft && x < board.scrollLeft);
        continue;
      }
      if (x < from) { // left of the bar
        const edge = Math.max(x, board.scrollLeft + 5);
        words.setAttribute("x", edge);
        if (edge > x) shorten(words, words.getComputedTextLength(), from - edge - 5);
        continue;
      }
      const wide = words.getComputedTextLength();
      const left = Math.min(Math.max(x, board.scrollLeft + 7), to);
      if (to - left - 5 < wide && to > board.scrollLeft && free(bar, to, wide + 19)) {
        words.setAttribute("x", to + 7);
        words.setAttribute("fill", INK);
        continue;
      }
      words.setAttribute("x", left);
      shorten(words, wide, to - left - 5);
    }
    for (const words of board.querySelectorAll(".board__name")) { // phases and months
      words.dataset.full ??= words.textContent;
      words.dataset.x ??= words.getAttribute("x");
      words.textContent = words.dataset.full;
      const left = Math.max(Number(words.dataset.x), board.scrollLeft + 5);
      words.setAttribute("x", left);
      if (left > Number(words.dataset.x)) shorten(words, words.getComputedTextLength(), Number(words.dataset.to) - left - 3);
    }
  }

  // Whether there is so much room right of a bar, in its row.
  function free(bar, to, room) {
    const y = bar.querySelector(".bar__body").getAttribute("y");
    return ![...frame().querySelectorAll(".bar")].some((other) => {
      const body = other.querySelector(".bar__body");
      if (other === bar || body.getAttribute("y") !== y) return false;
      const box = other.getBBox();
      return box.x < to + room && box.x + box.width > to;
    });
  }

  function shorten(words, wide, room) {
    if (wide <= room || !wide) return;
    const kept = Math.floor((words.dataset.full.length * room) / wide) - 1;
    words.textContent = kept > 2 ? `${words.dataset.full.slice(0, kept).trimEnd()}…` : "";
  }

  // Who goes along the bars with Tab sees the one where the focus is, beside the names that stay in place.
  function reveal(bar) {
    const board = frame();
    const body = bar.querySelector(".bar__body");
    body.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    const [box, seen] = [body.getBoundingClientRect(), board.getBoundingClientRect()];
    const left = seen.left + board.querySelector(".board__side").offsetWidth + MARGIN;
    const shown = Math.min(box.right, seen.right - MARGIN) - Math.max(box.left, left);
    if (box.left < left || shown < Math.min(box.width, ENOUGH)) board.scrollLeft += box.left - left;
  }

  document.addEventListener("focusin", (event) => {
    if (event.target.matches?.(".board__weeks .bar:focus-visible")) reveal(event.target);
  });

  let drawing = 0;
  document.addEventListener("scroll", (event) => {
    if (event.target !== frame() || drawing) return;
    drawing = requestAnimationFrame(() => { drawing = 0; keepWords(); });
  }, true);
  document.addEventListener("board:drawn", keepWords);
})();
