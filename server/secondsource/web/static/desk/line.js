// Judgements are sent one after the other. While the server is gone they wait here, none is lost and none is kept
// twice: each has a key by which the server knows it again.
import { newKey, send } from "./api.js";

const banner = /** @type {HTMLElement} */ (document.getElementById("gone"));
const count = document.createElement("span");
let last = Promise.resolve();
let waiting = 0;

/** How many are not answered yet. */
export const pending = () => waiting;

/** When all so far are answered; one that went wrong has been told. */
export const answered = () => last.catch(() => {});

/** @typedef {() => { path: string, body: unknown, etag: string } | null} What asked for when its turn comes; null when there is nothing to send any more */

/**
 * When one goes wrong, those after it still go.
 * @param {What} what @param {(answer: import("./api.js").Answer) => void} then
 */
export function enqueue(what, then) {
  const key = newKey();
  waiting++;
  tell();
  const turn = answered().then(() => ask(what, key));
  last = turn.finally(() => waiting--).then((answer) => (answer ? then(answer) : undefined));
  return last;
}

/** Until there is an answer; null when nothing was sent. @param {What} what @param {string} key */
async function ask(what, key) {
  const wanted = what();
  if (!wanted) return null;
  const { path, body, etag } = wanted;
  let answer = await send(path, body, { etag, key });
  while (!answer.ok && (answer.gone || answer.wait)) {
    await (answer.gone ? comeBack() : pause(answer.wait));
    answer = await send(path, body, { etag, key });
  }
  banner.hidden = true;
  return answer;
}

/** As long as the server asked for. @param {number} seconds @returns {Promise<void>} */
const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

function tell() {
  count.textContent = `The server does not answer. ${waiting == 1 ? "One judgement waits" : `${waiting} judgements wait`} here to be sent. `;
}

/** When somebody presses the banner's button, or the network is back. @returns {Promise<void>} */
function comeBack() {
  const again = document.createElement("button");
  again.textContent = "Try again";
  tell();
  banner.replaceChildren(count, again);
  banner.hidden = false;
  return new Promise((resolve) => {
    const ready = () => resolve(undefined);
    again.addEventListener("click", ready, { once: true });
    addEventListener("online", ready, { once: true });
  });
}

addEventListener("beforeunload", (event) => {
  if (waiting) event.preventDefault();
});
