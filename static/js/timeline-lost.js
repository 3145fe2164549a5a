// What could not be kept of the time line: said where the bar is, and gone when the network is back.
(() => {
  const say = (text) => { document.querySelector("[data-say]").textContent = text; };

  // What did not work is said beside the drawing, for the eye and the ear, with the way to sign in.
  document.addEventListener("board:lost", ({ detail: text }) => {
    const note = document.getElementById("balk-niet-bewaard").content.cloneNode(true);
    note.querySelector("[data-lost]").textContent = text;
    const beside = document.querySelector("[data-beside]");
    found();
    beside.prepend(note);
    beside.scrollIntoView({ block: "nearest", behavior: "instant" });
    say(text);
  });
  // The network is back, or it went wrong once more: what was said about it is over.
  function found() {
    const note = document.querySelector("[data-beside] [data-lost]")?.closest(".message");
    if (!note) return;
    note.remove();
    say("");
  }
  window.addEventListener("online", found);
})();
