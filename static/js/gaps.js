// In the editor of an agreement: a line of the list of open places selects that place in the text.
(() => {
  const GAP = /\[nog invullen: [^\]<>\n]{1,200}\]/g;
  const jump = (event) => {
    const field = document.querySelector("trix-editor");
    if (!field?.editor) return; // without the editor the link opens the text to read
    event.preventDefault();
    const { what, nth } = event.currentTarget.dataset;
    const open = [...field.editor.getDocument().toString().matchAll(GAP)];
    const same = open.filter((one) => one[0] === `[nog invullen: ${what}]`);
    const place = same[Number(nth) - 1] ?? same[0];
    field.focus();
    if (!place) return; // filled in meanwhile
    field.editor.setSelectedRange([place.index, place.index + place[0].length]);
    // The editor moves the selection of the browser after this.
    setTimeout(() => window.getSelection()?.focusNode?.parentElement?.scrollIntoView({ block: "center" }), 50);
  };
  document.querySelectorAll("a[data-what]").forEach((link) => link.addEventListener("click", jump));
})();
