{
  const DELAY = 120; // ms of rest before a card opens

  /** @type {Fn.covers} */
  const covers = (range, x, y) =>
    [...range.getClientRects()].some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top - 1 && y <= bottom + 4);

  const strength = (/** @type {Placed} */ { note }) => secondSource.stances.indexOf(note.stance);

  /** @type {Fn.at} */
  const at = (placed, target, x, y) => {
    if (!(/** @type {Node} */ (target)?.nodeType)) return undefined;
    const here = placed.filter(({ range }) => range.intersectsNode(/** @type {Node} */ (target)) && covers(range, x, y));
    return here.sort((a, b) => strength(a) - strength(b) || a.end - a.start - (b.end - b.start))[0];
  };

  /** @type {Fn.latest} */ let latest;
  let waits = false;

  secondSource.hover = (placed, card, signal) => {
    /** @type {Placed | undefined} */ let over;
    let timer = 0;
    let frame = 0;

    const point = () => {
      const now = latest && !latest.pressed ? at(placed, latest.target, latest.x, latest.y) : undefined;
      if (now == over) return;
      clearTimeout(timer);
      if (over) card.leave();
      over = now;
      waits = !!now;
      secondSource.tint("over", now);
      if (!now) return;
      timer = setTimeout(() => {
        waits = false;
        card.open(now, "hover");
      }, DELAY);
    };

    /** @type {Fn.move} */
    const move = (event) => {
      if (secondSource.platform.gone?.()) return secondSource.show?.();
      if (!event.isTrusted || event.pointerType == "touch") return;
      latest = { target: event.composedPath()[0], x: event.clientX, y: event.clientY, pressed: event.buttons > 0 };
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        if (!signal.aborted) point();
      });
    };
    /** @type {Fn.click} */
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
      waits ||= !!frame;
      queueMicrotask(() => (waits = false)); // only what is drawn at once in our place takes it over
    });
    if (waits) point();
  };
}
