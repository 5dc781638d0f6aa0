// What just happened, in one line at the foot of the page, with a way back.

const SECONDS = 8; // long enough to read a line and to reach for u
const place = /** @type {HTMLElement} */ (document.getElementById("toast"));
/** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;

/** @param {string} words @param {() => void} [undo] */
export function say(words, undo) {
  clearTimeout(timer);
  const line = document.createElement("p");
  line.append(words);
  if (undo) {
    const key = document.createElement("kbd");
    key.textContent = "u";
    const button = document.createElement("button");
    button.append("Undo ", key);
    button.addEventListener("click", undo);
    line.append(button);
  }
  place.replaceChildren(line);
  timer = setTimeout(() => place.replaceChildren(), SECONDS * 1000);
}
