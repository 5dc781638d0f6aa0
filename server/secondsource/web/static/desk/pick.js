// Picking words of a sentence, and facts out of a long list.

const PAUSE_MS = 150; // after the last letter of a search: nobody types on so late

/** Where in an element's text a selection is, in code points. @param {Element} element @param {Range} range */
function offsets(element, range) {
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(range.startContainer, range.startOffset);
  const start = [...before.toString()].length;
  return { start, end: start + [...range.toString()].length };
}

/** Words selected in a sentence fill its form's start and end. @param {HTMLElement} sentence */
function follow(sentence) {
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const form = sentence.closest("form");
    if (!form || !sentence.contains(range.commonAncestorContainer)) return;
    const found = /** @type {Record<string, number>} */ (offsets(sentence, range));
    for (const name of ["start", "end"])
      /** @type {HTMLInputElement} */ (form.elements.namedItem(`change.${name}`)).value = String(found[name]);
    const said = form.querySelector("[data-picked]");
    if (said) said.textContent = range.toString();
  });
}

/** As the server looks for titles: whatever the case and the accents. @param {string} words */
const folded = (words) => words.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

/** @param {HTMLInputElement} search */
function narrow(search) {
  const list = document.getElementById(search.getAttribute("aria-controls") ?? "");
  search.addEventListener("input", () => {
    const wanted = folded(search.value.trim());
    for (const choice of list?.children ?? [])
      /** @type {HTMLElement} */ (choice).hidden = !folded(choice.textContent ?? "").includes(wanted);
  });
}

/** What the server knows by a title, but the form's own story, stands in its list, in place of what stood there. @param {HTMLInputElement} search */
function find(search) {
  const list = /** @type {HTMLSelectElement} */ (search.form?.querySelector("select"));
  const [first, ...listed] = list.options;
  let asked = 0;
  search.addEventListener("input", async () => {
    const turn = ++asked;
    await new Promise((done) => setTimeout(done, PAUSE_MS));
    if (turn != asked) return;
    const found = search.value.trim() ? await titled(search.dataset.find ?? "", search.value) : listed;
    if (turn != asked || !found) return; // answers may come in another order
    list.replaceChildren(first, ...found.filter(({ value }) => value != search.dataset.own));
  });
}

/** @param {string} path @param {string} title @returns {Promise<HTMLOptionElement[] | null>} null when the server does not say */
async function titled(path, title) {
  try {
    const response = await fetch(`${path}?${new URLSearchParams({ title, limit: "50" })}`);
    if (!response.ok) return null;
    const { items } = /** @type {{ items: { id: string, title: string }[] }} */ (await response.json());
    return items.map((story) => new Option(story.title, story.id));
  } catch {
    return null;
  }
}

export function begin() {
  for (const search of document.querySelectorAll("[data-find]")) find(/** @type {HTMLInputElement} */ (search));
  for (const sentence of document.querySelectorAll("[data-pick]")) follow(/** @type {HTMLElement} */ (sentence));
  for (const search of document.querySelectorAll("[data-narrow]")) narrow(/** @type {HTMLInputElement} */ (search));
}
