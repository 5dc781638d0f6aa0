// Puts a reply on the page, and keeps it there while frameworks draw the same words anew, the reader changes what to
// see, or text arrives. Everything it does hangs on one signal: an abort, and the page is as it was.
{
  let shown = new AbortController();
  /** @type {Reply} */ let last = { state: "nothing" };
  /** @type {Placed[]} */ let placed = [];
  /** @type {Card | undefined} */ let card;
  let drawnAt = "";

  /** @type {PageSettings} */
  const DEFAULTS = { show: { conflicts: true, rewords: true, updates: true, corroborates: true }, colours: "standard", language: "", print: false };
  const address = () => location.href.split("#")[0];
  const { platform } = secondSource;
  /** Nobody may be there to hear it. @param {Told} told */
  const tell = (told) => platform.tell(told).catch(() => undefined);

  const takeAway = () => {
    const reading = card?.showing();
    shown.abort();
    shown = new AbortController();
    card = undefined;
    placed = [];
    return reading;
  };

  const draw = () => {
    const reading = takeAway();
    const settings = last.settings ?? DEFAULTS;
    const { signal } = shown;
    secondSource.voice = secondSource.speak(last.words ?? {});
    secondSource.looks = secondSource.looksOf(settings.colours);
    placed = secondSource.locate(secondSource.page, last.answer?.annotations ?? []);
    drawnAt = address();
    const seen = placed.filter(({ note }) => settings.show[note.stance]);
    if (seen.length) {
      secondSource.highlight(seen, settings, signal);
      card = secondSource.makeCard(placed, seen, settings, signal);
      secondSource.hover(seen, card, signal);
      const again = seen.find(({ note }) => note.id == reading?.note);
      if (reading && again) card.open(again, "click", undefined, reading.pinned);
    }
    tell({ type: "changed" });
  };

  /** Words that a framework has put there anew are no longer where the marks are. */
  const holds = () =>
    drawnAt == address() && placed.every(({ range, words }) => String(range) == words) && (placed.length > 0 || !last.answer?.annotations.length);

  secondSource.show = (reply) => {
    if (reply) last = reply;
    if (reply || !holds()) draw();
  };

  /** No note outlives its address. What was shown goes from the page, which start.js sees and looks again. */
  const navigated = () => {
    if (address() == drawnAt) return;
    drawnAt = "";
    takeAway();
    tell({ type: "changed" });
  };
  /** @type {any} */ (globalThis).navigation?.addEventListener("currententrychange", navigated);

  /** The reader is writing: a key meant for the page must not move it. */
  const writing = () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return document.hasFocus() && active instanceof HTMLElement && (active.isContentEditable || active.matches("input,textarea,select"));
  };

  secondSource.obey = (order) => {
    if (order == "next" || order == "previous") return writing() ? undefined : card?.step(order == "next" ? 1 : -1);
    if (typeof order == "string") return undefined;
    if (order.type == "tell") {
      const { state, detail, answer } = drawnAt == address() ? last : /** @type {Reply} */ ({ state: "nothing" });
      return { url: address(), title: document.title, state, detail, story: answer?.story ?? null, notes: placed.map(({ note }) => note), missing: answer?.missing ?? [] };
    }
    if (order.type == "goto" && placed[order.index]) card?.open(placed[order.index], "keys");
    if (order.type == "settings") {
      last = { ...last, settings: order.settings, words: order.words };
      draw();
    }
    return undefined;
  };
  addEventListener("popstate", navigated); // last: Firefox wants a result that it can clone, and this is undefined
}
