// From the pointer to the note under it. The page's own elements are only looked at: a click on a marked link
// still follows the link. Events that a script made are not believed.
{
  const DELAY = 120; // ms of rest before a card opens: passing over marks on the way elsewhere opens none

  /** @param {Range} range @param {number} x @param {number} y */
  const covers = (range, x, y) =>
    [...range.getClientRects()].some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top - 1 && y <= bottom + 4);

  /** The note at a point: of several the strongest, then the one with the fewest words. @param {Placed[]} placed @param {number} x @param {number} y */
  const at = (placed, x, y) => {
    const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots: [] });
    if (!caret) return -1;
    let best = -1;
    placed.forEach(({ range }, i) => {
      if (!range.isPointInRange(caret.offsetNode, caret.offset) || !covers(range, x, y)) return;
      if (best < 0 || before(placed[i], placed[best])) best = i;
    });
    return best;
  };
  const before = (/** @type {Placed} */ a, /** @type {Placed} */ b) =>
    a.note.stance == b.note.stance ? length(a.range) < length(b.range) : strength(a) < strength(b);
  const strength = (/** @type {Placed} */ { note }) => secondSource.stances.indexOf(note.stance);
  const length = (/** @type {Range} */ range) => range.toString().length;

  secondSource.hover = (placed, card, signal) => {
    let over = -1;
    let timer = 0;
    let frame = 0;
    const heard = { signal, passive: true };

    addEventListener(
      "pointermove",
      (event) => {
        if (!event.isTrusted || frame || event.pointerType == "touch") return;
        frame = requestAnimationFrame(() => {
          frame = 0;
          const now = event.buttons ? -1 : at(placed, event.clientX, event.clientY);
          if (now == over) return;
          clearTimeout(timer);
          if (over >= 0) card.leave();
          over = now;
          if (now >= 0) timer = setTimeout(card.open, DELAY, now, "hover");
        });
      },
      heard,
    );
    addEventListener(
      "click",
      (event) => {
        if (!event.isTrusted || !getSelection()?.isCollapsed) return;
        const hit = at(placed, event.clientX, event.clientY);
        if (hit >= 0 && !(event.target instanceof Element && event.target.closest("a[href],button"))) card.open(hit, "click");
      },
      heard,
    );
    signal.addEventListener("abort", () => clearTimeout(timer));
  };
}
