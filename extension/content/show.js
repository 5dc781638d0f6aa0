// Puts an answer on the page. Everything it does hangs on the signal: one abort and the page is as it was.
// When text arrives later the notes are drawn anew; a card the reader had opened stays open through that.
{
  /** @type {Card | undefined} */ let card;
  /** @type {string | undefined} */ let reading;

  secondSource.show = (page, answer, signal) => {
    const placed = secondSource.locate(page, answer.annotations);
    if (!placed.length) return;
    signal.addEventListener("abort", () => {
      reading = card?.showing();
      card = undefined;
    });
    secondSource.highlight(placed, signal);
    card = secondSource.makeCard(placed, signal);
    secondSource.hover(placed, card, signal);
    const again = placed.findIndex(({ note }) => note.id == reading);
    if (again >= 0) card.open(again, "click");
    reading = undefined;
  };

  secondSource.platform.listen((order) => {
    if (order == "next") card?.step(1);
    if (order == "previous") card?.step(-1);
  });
}
