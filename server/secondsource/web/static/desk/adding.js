// The page of articles being added: asks how far it is and shows what is new, until it has ended.

const EVERY_MS = 1000;
const progress = /** @type {HTMLElement} */ (document.getElementById("progress"));
const list = /** @type {HTMLElement} */ (document.getElementById("outcomes"));
const words = /** @type {HTMLElement} */ (progress.querySelector(".words"));
const bar = /** @type {HTMLProgressElement} */ (progress.querySelector("progress"));

const further = /** @type {HTMLAnchorElement} */ (document.getElementById("further"));

/** @typedef {{ number: number, result: string, name: string, reason: string, article: string | null }} Outcome */
/** @typedef {{ done: number, total: number, counts: Record<string, number>, outcomes: Outcome[],
 *   next: string | null, ended_at: string | null }} Told */

/** @param {string} tag @param {string} name @param {string} text */
function element(tag, name, text) {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}

/** @param {Outcome} outcome */
function row({ result, name, reason, article }) {
  const item = document.createElement("li");
  const link = element(article ? "a" : "b", article ? "outlet" : "", name);
  if (article) link.setAttribute("href", (progress.dataset.page ?? "").replace("ID", encodeURIComponent(article)));
  item.append(element("span", `badge ${result}`, result), " ", link, " ", element("span", "quiet", reason));
  return item;
}

/** @param {Told} told */
function show(told) {
  list.append(...told.outcomes.slice(list.childElementCount).map(row));
  for (const count of document.querySelectorAll(".filters [data-result]")) {
    const result = count.getAttribute("data-result") ?? "";
    count.textContent = String(result ? told.counts[result] : told.done);
  }
  if (told.next) {
    const on = new URL(further.href);
    on.searchParams.set("after", told.next);
    further.href = on.href;
    /** @type {HTMLElement} */ (further.parentElement).hidden = false;
  }
  words.textContent = `${told.done} of ${told.total || "…"}`;
  if (told.total) Object.assign(bar, { max: told.total, value: told.done });
}

async function ask() {
  try {
    const response = await fetch(progress.dataset.path ?? "");
    if (response.status == 401) return location.reload(); // to sign in again, and come back
    if (response.ok) {
      const told = /** @type {Told} */ (await response.json());
      if (told.ended_at) return location.reload(); // the server's own page says what came of it
      show(told);
    }
  } catch {
    words.textContent = "The server does not answer; asking again.";
  }
  setTimeout(ask, EVERY_MS);
}

setTimeout(ask, EVERY_MS);
export {}; // a module, whose names are its own
