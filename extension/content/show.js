{
  const { platform } = secondSource;
  const [SHORT, LONG] = [5000, 120000]; // ms that a page may owe; the long when much text came
  const LEAVING = 5000; // ms that an old text may stand under a new address
  /** @type {PageSettings} */
  const DEFAULTS = { show: { conflicts: true, rewords: true, updates: true, corroborates: true }, colours: "standard", language: "", print: false };

  /** @type {Reply} */ let last = { state: "nothing" };
  let at = ""; // the address that it is for
  let shown = ""; // the text that `known` has its places in
  /** @type {Known[]} */ let known = [];
  let drawn = new AbortController();
  /** @type {Placed[]} */ let placed = [];
  /** @type {Card | undefined} */ let card;
  let left = { text: "", until: 0 };

  const address = () => location.href.split("#")[0];
  /** @type {Fn.tell} */
  const tell = (told) => platform.tell(told).catch(() => undefined);

  const takeAway = () => {
    const reading = card?.showing();
    drawn.abort();
    card = undefined;
    placed = [];
    return reading;
  };

  const changed = () => tell({ type: "changed", url: at, cut: secondSource.cut(secondSource.page) });

  const located = () => {
    const { text } = secondSource.page;
    if (text != shown) known = secondSource.carry(known, secondSource.change(shown, text));
    shown = text;
    return secondSource.locate(secondSource.page, known);
  };

  const draw = (found = located()) => {
    const reading = takeAway();
    const { show, colours, print } = last.settings ?? DEFAULTS;
    drawn = new AbortController();
    secondSource.voice = secondSource.speak(last.words ?? {});
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
  };

  const holds = () =>
    !drawn.signal.aborted && placed.length == known.length && placed.every(({ range, words }) => String(range) == words);

  /** @type {(() => void)[]} */ const unread = [];
  secondSource.complete = () => unread.splice(0).forEach((read) => read());

  const said = (/** @type {Placed} */ { note, words }) => (secondSource.complete(), JSON.stringify([words, { ...note, target: 0 }]));
  const edges = (/** @type {Placed} */ { range }) => [range.startContainer, range.startOffset, range.endContainer, range.endOffset];
  /** @type {Fn.isDrawn} */
  const isDrawn = (found) =>
    !drawn.signal.aborted &&
    found.length == placed.length &&
    found.every((one, i) => edges(one).every((edge, j) => edge == edges(placed[i])[j]) && said(one) == said(placed[i]));

  /** @type {Fn.redraw} */
  const redraw = (found) => {
    if (isDrawn(found)) return;
    draw(found);
    changed();
  };

  /** @type {Fn.unpacked} */
  const unpacked = (carried) => {
    if (typeof carried?.answer != "string") return /** @type {any} */ (carried);
    const answer = JSON.parse(carried.answer);
    unread.push(() => {
      const { missing, evidence } = JSON.parse(carried.rest ?? "");
      answer.missing = missing;
      for (const note of answer.annotations) note.evidence = evidence.shift();
    });
    return { ...carried, answer };
  };

  secondSource.show = (carried) => {
    if (carried) secondSource.complete();
    const reply = unpacked(carried);
    if (reply) {
      const kept = JSON.stringify(last.settings);
      [last, at, shown] = [reply, address(), secondSource.page.text];
      known = secondSource.understand(shown, reply.answer?.annotations ?? []);
      const found = located();
      if (!isDrawn(found) || JSON.stringify(reply.settings) != kept) draw(found);
      changed(); // what is missing may be other, though the same is drawn
    } else if (platform.gone?.()) takeAway();
    else if (at == address() && !holds()) redraw(located());
  };

  const { look } = secondSource;
  secondSource.look = () => requestAnimationFrame(() => setTimeout(look)); // when it is laid out, a page is read for less

  secondSource.glance = async () => {
    const { text } = secondSource.page;
    if (text == left.text) await new Promise((done) => setTimeout(done, left.until - performance.now()));
    const { story } = last.answer ?? {};
    const change = secondSource.change(shown, text);
    const [from, to] = secondSource.portion(text, change);
    if (!story || at != address() || change.end == change.start || to - from > text.length / 2) return;
    const reply = unpacked(await platform.tell({ type: "annotate", part: true, url: at, text: text.slice(from, to) }).catch(() => undefined));
    if (reply?.answer?.story?.id != story.id || at != address() || text != secondSource.page.text) return;
    const found = located();
    known = [...found, ...secondSource.understand(text.slice(from, to), reply.answer.annotations, from).filter(({ start, end }) => end > change.start && start < change.end)];
    redraw(located());
  };

  /** @type {Fn.wordy} */
  const wordy = (record) => record.type == "childList" && [...record.addedNodes].some(({ textContent }) => textContent?.[50]);
  /** @type {Fn.wordy} */
  const own = (record) => record.type == "childList" && [...record.addedNodes, ...record.removedNodes].every(secondSource.isOurs);
  secondSource.credit = (records) => {
    if (records.every?.(own)) return -1 / 0;
    secondSource.stirred?.();
    return records.some?.(wordy) ? LONG : SHORT;
  };

  /** @type {Fn.navigated} */
  const navigated = ({ navigationType }) => {
    if (drawn.signal.aborted || address() == at) return;
    if (navigationType == "replace") {
      at = address();
      return void changed();
    }
    left = { text: secondSource.page.text, until: performance.now() + LEAVING };
    setTimeout(secondSource.look, LEAVING);
    takeAway();
    changed();
  };

  /** A key meant for the page, or for a frame that does not say, is none of ours. */
  const writing = () => {
    /** @type {any} */ let active = document.activeElement;
    for (let inner = active; inner; inner = (active.shadowRoot ?? active.contentDocument)?.activeElement) active = inner;
    return document.hasFocus() && active && (active.isContentEditable || active.ownerDocument.designMode == "on" || active.matches("input,textarea,select,iframe"));
  };

  secondSource.obey = (order) => {
    if (typeof order == "string") {
      if ((order == "next" || order == "previous") && !writing()) card?.step(order == "next" ? 1 : -1);
    } else if (order.type == "tell") {
      secondSource.complete();
      const { state, detail, answer } = at == address() ? last : /** @type {Reply} */ ({ state: "nothing" });
      const cut = secondSource.cut(secondSource.page);
      return { url: address(), title: document.title, state, detail, cut, story: answer?.story ?? null, notes: placed.map(({ note }) => note), missing: answer?.missing ?? [] };
    } else if (order.type == "goto") {
      if (placed[order.index]) card?.open(placed[order.index], "keys");
    } else {
      last = { ...last, settings: order.settings, words: order.words };
      if (at == address()) draw(), changed();
    }
    return undefined;
  };

  /** @type {any} */ (globalThis).navigation?.addEventListener("currententrychange", navigated);
  document.addEventListener("visibilitychange", () => secondSource.show?.()); // who is back from the browser's page of extensions may have none any more
  addEventListener("popstate", navigated); // last, and gives nothing: what the last script gives has to be told to the background
}
