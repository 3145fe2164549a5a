// How much room is left in a text with data-most, told near the limit and beyond it. Nothing is cut off: the
// server says the same when the form is sent.
"use strict";

(() => {
  const SAY_AFTER = 1000;
  const words = {
    left: (number) => (number === 1 ? "teken over" : "tekens over"),
    over: (number) => (number === 1 ? "teken te lang" : "tekens te lang"),
  };

  // As the server counts: what is blank at the ends does not count, and a line ending is sent as two characters.
  // With data-clean the server tidies first: a line ending is one there, and empty lines in a row are one.
  function lengthOf(field) {
    let text = field.value;
    if ("clean" in field.dataset) text = text.replace(/[ \t]+(?=\n|$)/g, "").replace(/\n{3,}/g, "\n\n");
    const breaks = "clean" in field.dataset ? 0 : text.trim().split("\n").length - 1;
    return [...text.trim()].length + breaks;
  }

  function counterOf(field) {
    const known = field.parentElement.querySelector("[data-counter]");
    if (known) return known;
    const made = document.createElement("p");
    made.className = "counter";
    made.dataset.counter = "";
    field.after(made);
    return made;
  }

  // One place that a screen reader listens to, for all texts of the page; it hears only what stays for a second.
  const live = document.createElement("p");
  live.className = "visually-hidden";
  live.setAttribute("role", "status");
  let timer = 0;
  const say = (text) => {
    clearTimeout(timer);
    timer = setTimeout(() => { live.textContent = text; }, SAY_AFTER);
  };

  function count(field, spoken = true) {
    const most = Number(field.dataset.most);
    const left = most - lengthOf(field);
    if (!spoken && left < 0) return; // the server told that already
    // A form that lets the browser check it, is not sent with more than fits.
    field.setCustomValidity(left < 0 ? `${-left} ${words.over(-left)}` : "");
    const near = left < Math.min(Math.max(most / 10, 10), 1000);
    if (!near && !field.parentElement.querySelector("[data-counter]")) return;
    const number = Math.abs(left);
    const text = near ? `${number.toLocaleString("nl-NL")} ${left < 0 ? words.over(number) : words.left(number)}` : "";
    const counter = counterOf(field);
    if (counter.textContent === text) return;
    counter.textContent = text;
    counter.classList.toggle("counter--over", left < 0);
    if (spoken) say(text);
  }

  const TEXTS = "input[data-most], textarea[data-most]";
  document.addEventListener("DOMContentLoaded", () => {
    document.body.append(live);
    document.querySelectorAll(TEXTS).forEach((field) => { if (!field.disabled) count(field, false); });
  });
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!field.matches(TEXTS)) return;
    // What the server said about the length is the only message until the text changes.
    field.parentElement.querySelector("[data-too-long]")?.remove();
    count(field);
  });
})();
