// Picking words of a sentence, and facts out of a long list.

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

/** @param {HTMLInputElement} search */
function narrow(search) {
  const list = document.getElementById(search.getAttribute("aria-controls") ?? "");
  search.addEventListener("input", () => {
    const wanted = search.value.trim().toLowerCase();
    for (const choice of list?.children ?? [])
      /** @type {HTMLElement} */ (choice).hidden = !choice.textContent?.toLowerCase().includes(wanted);
  });
}

export function begin() {
  for (const sentence of document.querySelectorAll("[data-pick]")) follow(/** @type {HTMLElement} */ (sentence));
  for (const search of document.querySelectorAll("[data-narrow]")) narrow(/** @type {HTMLInputElement} */ (search));
}
