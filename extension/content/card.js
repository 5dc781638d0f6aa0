// The card that shows one note, with the hidden list of all, in one closed shadow root under <html>: the page can
// neither read nor reach them.
{
  const LINGER = 400; // ms for the pointer to travel from the words to the card
  const { element: make, looks, words } = secondSource;

  /** @param {string} label @param {string} sign @param {() => void} act */
  const button = (label, sign, act) => {
    const made = make("button", "", sign);
    made.setAttribute("aria-label", label);
    made.title = label;
    made.addEventListener("click", ({ isTrusted }) => isTrusted && act());
    return made;
  };

  /** A passage outside the window comes to its middle. @param {Range} range */
  const reveal = (range) => {
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) range.startContainer.parentElement?.scrollIntoView({ block: "center" });
  };

  const emptyCard = () => {
    const card = make("div", "card");
    card.popover = "manual";
    card.dir = "ltr"; // the card's own words are English, whatever the page's
    card.lang = "en";
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-labelledby", "title");
    return card;
  };

  /** @param {HTMLElement} card @param {Placed[]} placed @param {number} index @param {(by: number) => void} step @param {() => void} close */
  const fill = (card, placed, index, step, close) => {
    const { note, range } = placed[index];
    const title = make("h2", "", note.fact.label);
    title.id = "title";
    title.tabIndex = -1;
    const stance = make("div", note.stance, make("span", "stance", looks[note.stance].label), title);
    const about = make("div", "about", make("strong", "", words.sources(note.outlets, note.origins)), words.status(note.fact.status));
    const turn = make("div", "turn", button(words.previous, "‹", () => step(-1)), words.position(index, placed.length), button(words.next, "›", () => step(1)));
    card.replaceChildren(
      make("div", "head", stance, button(words.close, "×", close)),
      secondSource.cardContent(placed[index]),
      make("div", "foot", about, placed.length > 1 ? turn : null),
    );
    card.style.colorScheme = /dark|dusk/.test(secondSource.tone(range)) ? "dark" : "light";
  };

  /** What happens on the page moves an open card or closes it. @param {AbortSignal} signal @param {Element} host @param {() => void} follow @param {() => boolean} close */
  const heed = (signal, host, follow, close) => {
    const heard = { signal, capture: true, passive: true };
    addEventListener("scroll", () => requestAnimationFrame(follow), heard);
    addEventListener("resize", () => requestAnimationFrame(follow), heard);
    addEventListener("pointerdown", (event) => event.isTrusted && event.target != host && close(), heard);
    addEventListener("keydown", (event) => event.key == "Escape" && event.isTrusted && close() && event.preventDefault(), { signal, capture: true });
  };

  secondSource.makeCard = (placed, signal) => {
    const host = document.createElement("second-source");
    const root = host.attachShadow({ mode: "closed" });
    const card = emptyCard();
    let index = -1;
    let pinned = false;
    let closing = false;
    let timer = 0;
    /** @type {Element | null} */ let giveBack = null;

    /** Says whether it was open. */
    const close = () => {
      clearTimeout(timer);
      if (index < 0) return false;
      const focused = card.contains(root.activeElement);
      index = -1;
      secondSource.markOpen(null);
      card.hidePopover();
      closing = true; // the list's own focus must not open it again
      if (focused) /** @type {HTMLElement | null} */ (giveBack)?.focus({ preventScroll: true });
      closing = false;
      return true;
    };
    const follow = () => {
      if (index >= 0 && !secondSource.place(card, placed[index])) close();
    };

    /** @param {number} by */
    const step = (by) => {
      const from = index < 0 && by < 0 ? 0 : index;
      open((from + by + placed.length) % placed.length, "keys");
    };

    /** @type {Card["open"]} */
    const open = (wanted, how, item) => {
      if (closing) return;
      clearTimeout(timer);
      if (item) giveBack = item;
      else if (how == "keys" && !card.contains(root.activeElement)) giveBack = root.activeElement ?? document.activeElement;
      pinned = how != "hover" || (pinned && index == wanted);
      if (index != wanted) {
        index = wanted;
        fill(card, placed, index, step, close);
        secondSource.markOpen(placed[index].range);
      }
      if (item || how == "keys") reveal(placed[index].range);
      card.showPopover();
      follow();
      if (how == "keys" && index >= 0) card.querySelector("h2")?.focus({ preventScroll: true });
    };

    const leave = () => {
      clearTimeout(timer);
      if (!pinned) timer = setTimeout(close, LINGER);
    };

    root.addEventListener("focusout", (event) => {
      const to = /** @type {FocusEvent} */ (event).relatedTarget;
      if (to instanceof Node && !root.contains(to)) close();
    });
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", leave);
    heed(signal, host, follow, close);

    root.append(secondSource.makeList(placed, open), card);
    secondSource.adopt(root, secondSource.cardStyle, signal);
    document.documentElement.append(host);
    signal.addEventListener("abort", () => {
      close();
      host.remove();
    });
    const showing = () => (pinned ? placed[index]?.note.id : undefined);
    return { open, leave, step, showing };
  };
}
