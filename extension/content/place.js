{
  const GAP = 8; // px between sentence and card, and between card and window
  const LEAST = 180; // px of height

  /** @type {Fn.above} */
  const above = (el) => (el ? [el, ...above(el.assignedSlot ?? el.parentElement ?? el.getRootNode().host ?? el.ownerDocument.defaultView.frameElement)] : []);

  /** @type {Fn.boxes} */
  const boxes = (range) => {
    let lines = [...range.getClientRects()].filter(({ width, height }) => width && height);
    for (const el of above(range.startContainer.parentElement)) {
      const { overflowY, paddingLeft, paddingTop } = getComputedStyle(el);
      const box = el.getBoundingClientRect();
      const [x, y] = [box.x + el.clientLeft + parseFloat(paddingLeft), box.y + el.clientTop + parseFloat(paddingTop)];
      if (el.contentDocument) lines = lines.map((line) => new DOMRect(line.x + x, line.y + y, line.width, line.height));
      if (el.contentDocument || (overflowY != "visible" && !el.matches("html,body"))) lines = lines.filter(({ top, bottom }) => bottom > box.top && top < box.bottom);
    }
    return lines;
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

  secondSource.visible = (range, bar = 0) => boxes(range).some(({ top, bottom }) => bottom > bar && top < innerHeight - bar);

  secondSource.reveal = (range) => {
    const { parentElement, ownerDocument } = range.startContainer;
    parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
    for (const el of above(parentElement))
      if (el.ownerDocument == ownerDocument) el.scrollBy({ top: range.getBoundingClientRect().top - Math.max(0, el.getBoundingClientRect().top) - el.clientHeight / 2, behavior: "instant" });
  };

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
