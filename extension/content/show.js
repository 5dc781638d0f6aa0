// Puts a reply on the page, and keeps it there while frameworks draw the same words anew, the reader changes what to
// see, or text arrives. Everything it does hangs on one signal: an abort, and the page is as it was.
{
  const { platform } = secondSource;
  const LEAVING = 5000; // ms that an old text may stand under a new address before it counts as the new page's own
  /** @type {PageSettings} */
  const DEFAULTS = { show: { conflicts: true, rewords: true, updates: true, corroborates: true }, colours: "standard", language: "", print: false };

  /** @type {Reply} */ let last = { state: "nothing" };
  let at = ""; // the address that it is for
  let drawn = new AbortController();
  /** @type {Placed[]} */ let placed = [];
  /** @type {Card | undefined} */ let card;
  let left = { text: "", until: 0 };

  const address = () => location.href.split("#")[0];
  /** Nobody may be there to hear it. @param {Told} told */
  const tell = (told) => (async () => platform.tell(told))().catch(() => undefined);

  const takeAway = () => {
    const reading = card?.showing();
    drawn.abort();
    card = undefined;
    placed = [];
    return reading;
  };

  const located = () => secondSource.locate(secondSource.page, last.answer?.annotations ?? []);

  const draw = (found = located()) => {
    const reading = takeAway();
    const { show, colours, print } = last.settings ?? DEFAULTS;
    drawn = new AbortController();
    secondSource.voice = secondSource.speak(last.words ?? {});
    secondSource.looks = secondSource.looksOf(colours);
    placed = found;
    const seen = placed.filter(({ note }) => show[note.stance]);
    if (seen.length) {
      // Where colours are forced, browsers fill every mark as if it were selected: then only those that stand out are drawn.
      const loud = matchMedia("(forced-colors: active)").matches ? seen.filter(({ note }) => note.stance != "corroborates") : seen;
      secondSource.highlight(loud, { colours, print }, drawn.signal);
      card = secondSource.makeCard(placed, seen, { colours, print }, drawn.signal);
      secondSource.hover(seen, card, drawn.signal);
      const again = seen.find(({ note }) => note.id == reading?.note);
      if (reading && again) card.open(again, reading.focused ? "keys" : "click", undefined, reading.pinned);
    }
    tell({ type: "changed" });
  };

  /** Words that a framework has put there anew are no longer where the marks are. */
  const holds = () =>
    !drawn.signal.aborted && placed.every(({ range, words }) => String(range) == words) && (placed.length > 0 || !last.answer?.annotations.length);

  const said = (/** @type {Placed} */ { note, words }) => JSON.stringify([words, { ...note, target: 0 }]);
  const edges = (/** @type {Placed} */ { range }) => [range.startContainer, range.startOffset, range.endContainer, range.endOffset];
  /** What is drawn says the same at the same places: nothing the reader has open needs to go. @param {Placed[]} found */
  const isDrawn = (found) =>
    !drawn.signal.aborted &&
    found.length == placed.length &&
    found.every((one, i) => edges(one).every((edge, j) => edge == edges(placed[i])[j]) && said(one) == said(placed[i]));

  secondSource.show = (reply) => {
    const kept = JSON.stringify(last.settings);
    if (reply) [last, at] = [reply, address()];
    if (at != address() || (!reply && holds())) return;
    const found = located();
    if (!isDrawn(found) || JSON.stringify(last.settings) != kept) draw(found);
  };

  secondSource.left = (text) => text == left.text && performance.now() < left.until;

  /** No note outlives its address. One that a site only puts right while the reader reads on is no other page. @param {any} event */
  const navigated = ({ navigationType }) => {
    if (drawn.signal.aborted || address() == at) return;
    if (navigationType == "replace") {
      at = address();
      return;
    }
    left = { text: secondSource.page.text, until: performance.now() + LEAVING };
    setTimeout(secondSource.look, LEAVING);
    takeAway();
    tell({ type: "changed" });
  };

  /** The reader is writing, or is in a frame that does not say: a key meant for the page must not move it. */
  const writing = () => {
    /** @type {any} */ let active = document.activeElement;
    for (let inner = active; inner; inner = (active.shadowRoot ?? active.contentDocument)?.activeElement) active = inner;
    return document.hasFocus() && active && (active.isContentEditable || active.ownerDocument.designMode == "on" || active.matches("input,textarea,select,iframe"));
  };

  secondSource.obey = (order) => {
    if (typeof order == "string") {
      if ((order == "next" || order == "previous") && !writing()) card?.step(order == "next" ? 1 : -1);
    } else if (order.type == "tell") {
      const { state, detail, answer } = at == address() ? last : /** @type {Reply} */ ({ state: "nothing" });
      return { url: address(), title: document.title, state, detail, story: answer?.story ?? null, notes: placed.map(({ note }) => note), missing: answer?.missing ?? [] };
    } else if (order.type == "goto") {
      if (placed[order.index]) card?.open(placed[order.index], "keys");
    } else {
      last = { ...last, settings: order.settings, words: order.words };
      if (at == address()) draw();
    }
    return undefined;
  };

  /** @type {any} */ (globalThis).navigation?.addEventListener("currententrychange", navigated);
  addEventListener("popstate", navigated); // last, and gives nothing: what the last script gives has to be told to the background
}
