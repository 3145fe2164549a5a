// Rich text for a textarea that holds Markdown. Without this file the textarea takes the Markdown itself.
// Trix hands over HTML in a field `html`; the server cleans it and makes Markdown of it.
(() => {
  const frame = document.querySelector("[data-editor-frame]");
  const area = frame?.querySelector("textarea");
  if (!area || !window.Trix) return;
  const form = area.form;

  const { blockAttributes } = window.Trix.config;
  blockAttributes.default.tagName = "p";
  blockAttributes.default.breakOnReturn = true;
  blockAttributes.heading1.tagName = "h2";
  blockAttributes.heading2 = { tagName: "h3", terminal: true, breakOnReturn: true, group: false };

  const toolbar = document.createElement("trix-toolbar");
  toolbar.id = "opmaak";
  toolbar.append(frame.querySelector("[data-editor-toolbar]").content.cloneNode(true));

  const html = document.createElement("input");
  html.type = "hidden";
  html.name = "html";
  html.id = "opmaak-html";
  html.value = frame.querySelector("[data-editor-html]").innerHTML;

  const label = frame.querySelector(`label[for="${area.id}"]`);
  const editor = document.createElement("trix-editor");
  editor.setAttribute("input", html.id);
  editor.setAttribute("toolbar", toolbar.id);
  editor.setAttribute("aria-multiline", "true");
  editor.setAttribute("role", "textbox");
  if (label) {
    label.id = "opmaak-naam";
    editor.setAttribute("aria-labelledby", label.id);
  }
  const described = area.getAttribute("aria-describedby");
  if (described) editor.setAttribute("aria-describedby", described);
  area.hidden = true;
  area.disabled = true;
  area.after(html, toolbar, editor);
  label?.addEventListener("click", (event) => { event.preventDefault(); editor.focus(); });
  // The list of what is wrong points at the textarea; it leads to the editor now.
  document.querySelectorAll(`a[href="#${area.id}"]`).forEach((link) => {
    link.addEventListener("click", (event) => { event.preventDefault(); editor.focus(); });
  });

  // Buttons say whether they are on, for who cannot see it.
  const buttons = toolbar.querySelectorAll("button[data-trix-attribute]");
  const tell = () => buttons.forEach((button) => {
    button.setAttribute("aria-pressed", String(button.hasAttribute("data-trix-active")));
  });
  tell();
  editor.addEventListener("trix-selection-change", tell);
  editor.addEventListener("trix-change", tell);
  new MutationObserver(tell).observe(toolbar, { attributeFilter: ["data-trix-active"], subtree: true });

  // Trix listens to the mouse only; a button that is pressed with Enter or the space bar does the same.
  toolbar.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-trix-attribute], button[data-trix-action]");
    if (!button || event.detail !== 0) return;
    button.dispatchEvent(new MouseEvent("mousedown", { bubbles: true, cancelable: true }));
  });

  // No files: neither dropped, nor pasted.
  const refused = frame.querySelector("[data-editor-refused]");
  editor.addEventListener("trix-file-accept", (event) => {
    event.preventDefault();
    refused.hidden = false;
  });
  editor.addEventListener("trix-attachment-add", (event) => {
    event.attachment.remove();
    refused.hidden = false;
  });

  // Leaving with words that were not kept asks first. The form hears that there is something to keep (saving.js).
  let changed = false;
  editor.addEventListener("trix-initialize", () => {
    editor.addEventListener("trix-change", () => {
      changed = true;
      html.dispatchEvent(new Event("input", { bubbles: true }));
    });
  });
  form.addEventListener("kept", () => { changed = false; });
  form.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
})();
