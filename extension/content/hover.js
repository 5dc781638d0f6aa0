// From the pointer to the note under it. The page's own elements are only looked at: a click on a marked link
// still follows the link. Events that a script made are not believed.
{
  const DELAY = 120; // ms of rest before a card opens: passing over marks on the way elsewhere opens none

  /** @param {Range} range @param {number} x @param {number} y */
  const covers = (range, x, y) =>
    [...range.getClientRects()].some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top - 1 && y <= bottom + 4);

  const strength = (/** @type {Placed} */ { note }) => secondSource.stances.indexOf(note.stance);

  /** The note at a point of the element pointed at: of several the strongest, then the shortest. @param {Placed[]} placed @param {EventTarget} target @param {number} x @param {number} y */
  const at = (placed, target, x, y) => {
    if (!(/** @type {Node} */ (target)?.nodeType)) return undefined;
    const here = placed.filter(({ range }) => range.intersectsNode(/** @type {Node} */ (target)) && covers(range, x, y));
    return here.sort((a, b) => strength(a) - strength(b) || a.end - a.start - (b.end - b.start))[0];
  };

  /** Where the pointer rests while a card is about to open: notes that are drawn anew meanwhile must not lose it. @type {{target: EventTarget, x: number, y: number} | undefined} */
  let resting;

  secondSource.hover = (placed, card, signal) => {
    /** @type {Placed | undefined} */ let over;
    let timer = 0;
    let frame = 0;

    /** @param {{target: EventTarget, x: number, y: number}} where @param {boolean} pressed */
    const point = (where, pressed) => {
      const now = pressed ? undefined : at(placed, where.target, where.x, where.y);
      if (now == over) return;
      clearTimeout(timer);
      if (over) card.leave();
      over = now;
      resting = now && where;
      secondSource.tint("over", now?.range);
      if (!now) return;
      timer = setTimeout(() => {
        resting = undefined;
        card.open(now, "hover");
      }, DELAY);
    };

    /** @param {PointerEvent} event */
    const move = (event) => {
      if (!event.isTrusted || frame || event.pointerType == "touch") return;
      const [target] = event.composedPath();
      frame = requestAnimationFrame(() => {
        frame = 0;
        if (!signal.aborted) point({ target, x: event.clientX, y: event.clientY }, event.buttons > 0);
      });
    };
    /** @param {MouseEvent} event */
    const click = (event) => {
      const [target] = event.composedPath();
      if (!event.isTrusted || !getSelection()?.isCollapsed || /** @type {Element} */ (target).closest?.("a[href],button")) return;
      const hit = at(placed, target, event.clientX, event.clientY);
      if (hit) card.open(hit, "click");
    };

    for (const view of secondSource.windowsOf(placed)) {
      view.addEventListener("pointermove", move, { signal, passive: true });
      view.addEventListener("click", click, { signal, passive: true });
    }
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      secondSource.tint("over");
      queueMicrotask(() => (resting = undefined)); // only what is drawn at once in our place takes it over
    });
    if (resting) point(resting, false);
  };
}
