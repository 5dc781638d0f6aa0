// Puts the card below the marked words, or above them, and never on them unless they fill the window.
{
  const GAP = 8; // px between words and card, and between card and window
  const LEAST = 140; // px of height worth opening into

  secondSource.place = (card, range) => {
    const lines = [...range.getClientRects()].filter(({ width, height }) => width && height);
    const { clientWidth, clientHeight } = document.documentElement;
    const wide = Math.min(clientWidth || innerWidth, innerWidth);
    const tall = Math.min(clientHeight || innerHeight, innerHeight);
    const top = Math.min(...lines.map((line) => line.top));
    const bottom = Math.max(...lines.map((line) => line.bottom));
    if (!lines.length || bottom < 0 || top > tall) return false;
    card.style.maxHeight = "";
    const { offsetWidth, offsetHeight } = card;
    const below = tall - bottom - 2 * GAP;
    const above = top - 2 * GAP;
    const under = below >= Math.min(offsetHeight, LEAST * 2) || below >= above;
    const room = Math.max(under ? below : above, LEAST);
    const height = Math.min(offsetHeight, room);
    const y = under ? Math.min(bottom + GAP, tall - height - GAP) : top - GAP - height;
    const from = under ? lines[lines.length - 1].left : lines[0].left;
    card.style.maxHeight = `${room}px`;
    card.style.left = `${Math.max(GAP, Math.min(from, wide - offsetWidth - GAP))}px`;
    card.style.top = `${Math.max(GAP, y)}px`;
    return true;
  };
}
