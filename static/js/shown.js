// A part of a form that belongs to one answer: <div data-shown-for="name of the question" data-shown-at="answer">.
// Without this it is always there, and its help says when it counts. What was filled in stays when it hides.
"use strict";

(() => {
  for (const part of document.querySelectorAll("[data-shown-for]")) {
    const answers = [...part.closest("form").querySelectorAll(`[name="${part.dataset.shownFor}"]`)];
    const follow = () => {
      part.hidden = !answers.some((answer) => answer.checked && answer.value === part.dataset.shownAt);
    };
    for (const answer of answers) answer.addEventListener("change", follow);
    window.addEventListener("pageshow", follow); // coming back, the browser may tick another answer by itself
    follow();
  }
})();
