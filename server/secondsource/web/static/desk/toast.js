// What just happened, in one line at the foot of the page, with a way back; and what went wrong, where it did.

const SECONDS = 8; // long enough to read a line and to reach for u
const foot = /** @type {HTMLElement} */ (document.getElementById("toast"));
/** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;

const NEXT = "to say"; // in this tab, when the page is loaded again

/** Say something on the next page. @param {string} words */
export const sayNext = (words) => sessionStorage.setItem(NEXT, words);

/** What the page before this one wanted said. @param {() => void} undo */
export function sayWaiting(undo) {
  const words = sessionStorage.getItem(NEXT);
  sessionStorage.removeItem(NEXT);
  if (words) say(words, undo);
}

/** @param {string} words @param {() => void} [undo] */
export function say(words, undo) {
  clearTimeout(timer);
  const line = foot.firstElementChild ?? foot.appendChild(document.createElement("p")); // one that is there does not rise anew
  line.replaceChildren(words);
  if (undo) {
    const key = document.createElement("kbd");
    key.textContent = "u";
    const button = document.createElement("button");
    button.append("Undo ", key);
    button.addEventListener("click", undo);
    line.append(button);
  }
  timer = setTimeout(hush, SECONDS * 1000);
}

/** What was said last is so no more. */
export const hush = () => foot.replaceChildren();

/**
 * Say what went wrong in the thing that it went wrong with, in one line, the last word counting, and show it.
 * @param {Element} within @param {string} words @param {Element} [place] in it, where the line stands
 */
export function complain(within, words, place = within) {
  const line = within.querySelector(".note") ?? document.createElement("p");
  line.className = "note";
  line.setAttribute("role", "alert");
  line.textContent = words;
  place.append(line);
  line.scrollIntoView({ block: "nearest" });
}
