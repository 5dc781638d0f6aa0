// The keyboard. Keys wait while somebody writes, and never take a browser's own.
import { judge, move, open, said, sayWhy, undo } from "./judge.js";

/** @type {Record<string, () => void>} */
const KEYS = {
  j: () => move(1),
  ArrowDown: () => move(1),
  k: () => move(-1),
  ArrowUp: () => move(-1),
  c: () => judge("confirm_relation"),
  r: () => judge("reject_relation"),
  l: () => judge("leave_relation"),
  u: undo,
  o: open,
  w: sayWhy,
  "?": () => /** @type {HTMLDialogElement | null} */ (document.getElementById("help"))?.showModal(),
};

const HELD = new Set(["j", "k", "ArrowDown", "ArrowUp"]); // what goes on while it is held; a judgement is one press

/** @param {EventTarget | null} target */
const writing = (target) => target instanceof Element && target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");

/** Enter is a form's own, but where a reason is written. @param {HTMLElement} field @param {string} key */
function leave(field, key) {
  if (key != "Escape" && key != "Enter") return;
  if (!said(field) && key == "Escape") field.blur();
}

export function listen() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (writing(event.target)) return leave(/** @type {HTMLElement} */ (event.target), event.key);
    const act = KEYS[event.key];
    if (!act || (event.key.startsWith("Arrow") && !document.body.classList.contains("judging"))) return;
    event.preventDefault();
    if (!event.repeat || HELD.has(event.key)) act();
  });
}
