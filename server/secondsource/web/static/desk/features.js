// What the program went by between two wordings, asked for when somebody unfolds it.

/** @typedef {{ name: string, value: number, weight: number }} Weight */
/** @typedef {{ judges: string | null, decides: boolean, sure: number, threshold: number, bias: number, weights: Weight[] }} Features */

const JUDGES = /** @type {Record<string, string>} */ ({
  statements: "how likely the two sentences tell one thing",
  figures: "how likely the two figures are of one thing",
  one_moment: "how likely the two are of one event",
});
const COLUMNS = ["What counts", "Value", "Weight", "Adds"];

/** @param {string} tag @param {string} words */
function element(tag, words) {
  const made = document.createElement(tag);
  made.textContent = words;
  return made;
}

/** The first cell is the row's heading; of the table's head, all are a column's. @param {string[]} cells @param {boolean} [head] */
function row(cells, head = false) {
  const made = document.createElement("tr");
  made.append(...cells.map((words, at) => element(head || !at ? "th" : "td", words)));
  for (const cell of made.querySelectorAll("th")) cell.setAttribute("scope", head ? "col" : "row");
  return made;
}

/** @param {Features} told */
function table({ bias, weights }) {
  const head = document.createElement("thead");
  head.append(row(COLUMNS, true));
  const body = document.createElement("tbody");
  const counting = weights.filter(({ value }) => value);
  body.append(
    ...counting.map(({ name, value, weight }) => row([name, ...[value, weight, value * weight].map(written)])),
    row(["begins at", "", "", written(bias)]),
  );
  const made = document.createElement("table");
  made.className = "weights";
  made.append(head, body);
  return made;
}

/** @param {number} number */
const written = (number) => number.toFixed(2).replace("-", "−");

/** @param {number} part of one */
const percent = (part) => `${Math.round(100 * part)}%`;

/** @param {Features} told */
function shown(told) {
  if (told.judges == null) return [element("p", "Rules alone: it compared what was read, as “Read as” shows above.")];
  const what = told.decides ? "It worked out" : "Rules decided this. Beside them it can be worked out";
  const words = `${what} ${JUDGES[told.judges]}: ${percent(told.sure)}. By itself that counts from ${percent(told.threshold)} on.`;
  return [element("p", words), table(told)];
}

/** @param {HTMLDetailsElement} fold */
async function fill(fold) {
  const inside = /** @type {HTMLElement} */ (fold.querySelector(".inside"));
  if (!fold.open || inside.querySelector("table, p:not(.note)")) return;
  try {
    const response = await fetch(fold.dataset.features ?? "");
    const told = await response.json();
    inside.replaceChildren(...(response.ok ? shown(told) : [refusal(told.detail ?? "The server did not say.")]));
  } catch {
    inside.replaceChildren(refusal("The server does not answer. Fold and unfold this to ask again."));
  }
}

/** @param {string} words */
function refusal(words) {
  const line = element("p", words);
  line.className = "note";
  line.setAttribute("role", "alert");
  return line;
}

export function begin() {
  for (const fold of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("[data-features]"))) {
    fold.hidden = false;
    fold.addEventListener("toggle", () => fill(fold));
  }
}
