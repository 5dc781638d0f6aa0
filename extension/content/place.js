// Puts the card below the sentence, or above it, and on it only when the sentence leaves no room in the window.
{
  const GAP = 8; // px between sentence and card, and between card and window
  const LEAST = 180; // px of height below which reading in the card is no pleasure

  /** @param {Range} range */
  const boxes = (range) => [...range.getClientRects()].filter(({ width, height }) => width && height);

  secondSource.place = (card, { range, sentence }) => {
    const words = boxes(range);
    if (!words.length || words[words.length - 1].bottom < 0 || words[0].top > innerHeight) return false;
    const wide = document.documentElement.clientWidth || innerWidth;
    card.style.maxHeight = "";
    const { offsetWidth, offsetHeight } = card;
    const lines = [...boxes(sentence), ...words];
    const above = Math.min(...lines.map(({ top }) => top)) - 2 * GAP;
    const bottom = Math.max(...lines.map((line) => line.bottom));
    const below = innerHeight - bottom - 2 * GAP;
    const under = below >= offsetHeight || below >= above;
    const room = Math.max(under ? below : above, Math.min(LEAST, innerHeight - 2 * GAP));
    const height = Math.min(offsetHeight, room);
    const top = under ? Math.min(bottom + GAP, innerHeight - GAP - height) : above + GAP - height;
    card.style.maxHeight = `${room}px`;
    card.style.left = `${Math.max(GAP, Math.min(words[0].left, wide - offsetWidth - GAP))}px`;
    card.style.top = `${Math.max(GAP, top)}px`;
    return true;
  };
}
