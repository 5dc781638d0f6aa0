// Puts an answer on the page. Everything it does hangs on the signal: one abort and the page is as it was.
{
  /** @type {Card | undefined} */ let card;

  secondSource.show = (page, answer, signal) => {
    const placed = secondSource.locate(page, answer.annotations);
    if (!placed.length) return;
    secondSource.highlight(placed, signal);
    card = secondSource.makeCard(placed, signal);
    secondSource.hover(placed, card, signal);
    signal.addEventListener("abort", () => (card = undefined));
  };

  secondSource.platform.listen((order) => {
    if (order == "next") card?.step(1);
    if (order == "previous") card?.step(-1);
  });
}
