{
  const GAP = 8; // px between sentence and card, and between card and window
  const LEAST = 180; // px of height

  /** @type {Fn.frame} */
  const frame = (view) => {
    const element = view?.frameElement;
    if (!element) return { x: 0, y: 0, clip: null };
    const outer = frame(element.ownerDocument.defaultView);
    const { paddingLeft, paddingTop } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const clip = new DOMRect(box.x + outer.x, box.y + outer.y, box.width, box.height);
    return { x: clip.x + element.clientLeft + parseFloat(paddingLeft), y: clip.y + element.clientTop + parseFloat(paddingTop), clip };
  };

  /** @type {Fn.boxes} */
  const boxes = (range) => {
    const { x, y, clip } = frame(range.startContainer.ownerDocument?.defaultView);
    return [...range.getClientRects()]
      .filter(({ width, height }) => width && height)
      .map((box) => new DOMRect(box.x + x, box.y + y, box.width, box.height))
      .filter(({ top, bottom }) => !clip || (bottom > clip.top && top < clip.bottom));
  };

  /** @type {Fn.height} */
  const height = (card) => {
    const { scrollHeight = 0, clientHeight = 0 } = card.querySelector(".body") ?? {};
    return Math.min(card.offsetHeight + scrollHeight - clientHeight, innerHeight - 2 * GAP);
  };

  /** @type {Fn.best} */
  const best = (lines, wide, offsetWidth, offsetHeight) => {
    const top = Math.min(...lines.map((line) => line.top));
    const bottom = Math.max(...lines.map((line) => line.bottom));
    const [above, below, all] = [top - 2 * GAP, innerHeight - bottom - 2 * GAP, innerHeight - 2 * GAP];
    if (below >= Math.min(offsetHeight, LEAST)) return { top: bottom + GAP, room: below };
    if (above >= Math.min(offsetHeight, LEAST)) return { top: top - GAP - Math.min(offsetHeight, above), room: above };
    const beside = Math.max(...lines.map(({ right }) => right)) + GAP;
    if (beside + offsetWidth + GAP <= wide) return { left: beside, top: Math.min(top, GAP + all - Math.min(offsetHeight, all)), room: all };
    const room = Math.max(above, below, LEAST / 2);
    return { top: below >= above ? innerHeight - GAP - Math.min(offsetHeight, room) : GAP, room };
  };

  secondSource.visible = (range) => boxes(range).some(({ top, bottom }) => bottom > 0 && top < innerHeight);

  secondSource.place = (card, { range, sentence }, docked) => {
    const wide = document.documentElement.clientWidth || innerWidth;
    const tall = height(card);
    if (docked) {
      card.style.maxHeight = `${tall}px`;
      card.style.left = `${wide - card.offsetWidth - GAP}px`;
      card.style.top = `${innerHeight - tall - GAP}px`;
      return;
    }
    const words = boxes(range);
    const { left = words[0].left, top, room } = best([...boxes(sentence()), ...words], wide, card.offsetWidth, tall);
    card.style.maxHeight = `${room}px`;
    card.style.left = `${Math.max(GAP, Math.min(left, wide - card.offsetWidth - GAP))}px`;
    card.style.top = `${Math.max(GAP, top)}px`;
  };
}
