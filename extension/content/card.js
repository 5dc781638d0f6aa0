// The card that shows one note, with the list of all, in one closed shadow root under <html>: the page can neither
// read nor reach them.
{
  const LINGER = 400; // ms for the pointer to travel from the words to the card
  const SOON = 250; // ms after a change of the page: a storm of them costs no more than four a second
  const TYPED = ["keydown", "keyup", "keypress", "beforeinput", "input"]; // in the card, none of the page's business
  const { element: make, platform } = secondSource;

  const emptyCard = () => {
    const card = make("div", "card");
    card.popover = "manual";
    card.lang = secondSource.voice.language; // its words are the reader's, whatever the page's
    card.dir = secondSource.voice.direction;
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-labelledby", "title");
    return card;
  };

  /** Until the signal aborts, what happens on the page moves the card: by scrolling in the next frame, by changes soon. @param {Window[]} views @param {AbortSignal} signal @param {() => void} follow */
  const heed = (views, signal, follow) => {
    let frame = 0;
    let timer = 0;
    const next = () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        if (!signal.aborted) follow();
      });
    };
    const soon = () => {
      timer ||= setTimeout(() => {
        timer = 0;
        next();
      }, SOON);
    };
    const changes = new MutationObserver(soon);
    const sizes = new ResizeObserver(soon);
    changes.observe(document.body, { subtree: true, childList: true, characterData: true });
    sizes.observe(document.body);
    for (const view of views) for (const name of ["scroll", "resize"]) view.addEventListener(name, next, { signal, capture: true, passive: true });
    signal.addEventListener("abort", () => {
      changes.disconnect();
      sizes.disconnect();
    });
  };

  secondSource.makeCard = (placed, seen, { colours, print }, signal) => {
    const host = document.createElement("div"); // no name that a page can define: it would get hold of the root
    const root = host.attachShadow({ mode: "closed" });
    const card = emptyCard();
    const views = [...new Set([window, ...secondSource.windowsOf(seen)])];
    /** @type {Placed | undefined} */ let one;
    let opened = new AbortController();
    let stays = false;
    let pinned = false;
    let closing = false;
    let timer = 0;
    /** @type {Element | null} */ let giveBack = null;

    /** Says whether it was open. */
    const close = () => {
      clearTimeout(timer);
      if (!one) return false;
      const focused = card.contains(root.activeElement);
      one = undefined;
      stays = pinned = false;
      opened.abort();
      secondSource.tint("open");
      card.hidePopover();
      closing = true; // the list's own focus must not open it again
      if (focused) /** @type {HTMLElement | null} */ (giveBack)?.focus({ preventScroll: true });
      closing = false;
      return true;
    };
    const leave = () => {
      clearTimeout(timer);
      if (!stays) timer = setTimeout(close, LINGER);
    };
    const follow = () => {
      if (!one) return;
      const there = String(one.range) == one.words && secondSource.visible(one.range);
      if (there || pinned) secondSource.place(card, one, !there);
      else close();
    };
    const pin = () => {
      pinned = stays = !pinned;
      card.querySelector(".pin")?.setAttribute("aria-pressed", String(pinned));
    };

    /** @param {number} by */
    const step = (by) => {
      const from = one ? seen.indexOf(one) : by < 0 ? 0 : -1;
      open(seen[(from + by + seen.length) % seen.length], "keys");
    };

    /** @param {Placed} wanted @param {boolean} focus */
    const fill = (wanted, focus) => {
      one = wanted;
      const index = placed.indexOf(wanted);
      const acts = { index, pinned, focus, position: /** @type {[number, number]} */ ([seen.indexOf(wanted), seen.length]), step, close, pin };
      card.replaceChildren(...secondSource.face(wanted, acts));
      card.style.colorScheme = /dark|dusk/.test(secondSource.tone(wanted.range)) ? "dark" : "light";
      secondSource.tint("open", wanted.range);
      (async () => platform.tell({ type: "reading", index }))().catch(() => undefined); // an extension that is gone throws
    };

    /** @type {Card["open"]} */
    const open = (wanted, how, item, keep = false) => {
      if (closing || (how == "hover" && stays && one != wanted)) return;
      clearTimeout(timer);
      if (item) giveBack = item;
      else if (how == "keys" && !card.contains(root.activeElement)) giveBack = root.activeElement ?? document.activeElement;
      stays ||= how != "hover";
      pinned ||= keep;
      if (!host.isConnected) document.documentElement.append(host); // the page may have thrown it out
      if (!one) heed(views, (opened = new AbortController()).signal, follow);
      if (one != wanted) fill(wanted, how == "keys");
      if ((item || how == "keys") && !secondSource.visible(wanted.range)) wanted.range.startContainer.parentElement?.scrollIntoView({ block: "center" });
      card.showPopover();
      follow();
      if (how == "keys" && one) card.querySelector("h2")?.focus({ preventScroll: true });
    };

    /** @param {Event} event */
    const pressed = (event) => {
      if (event.isTrusted && event.target != host && !pinned) close();
    };
    /** @param {KeyboardEvent} event */
    const escaped = (event) => {
      if (event.key == "Escape" && event.isTrusted && !root.activeElement?.closest("form") && close()) event.preventDefault();
    };
    for (const view of views) {
      view.addEventListener("pointerdown", pressed, { signal, capture: true, passive: true });
      view.addEventListener("keydown", escaped, { signal, capture: true });
    }
    root.addEventListener("focusout", (event) => {
      const to = /** @type {FocusEvent} */ (event).relatedTarget;
      if (to instanceof Node && !root.contains(to) && !pinned) close();
    });
    for (const name of TYPED) root.addEventListener(name, (event) => event.stopPropagation());
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", leave);

    root.append(secondSource.makeList(seen, open, print), card);
    secondSource.adopt(root, secondSource.cardStyle(secondSource.looksOf(colours)), signal);
    document.documentElement.append(host);
    signal.addEventListener("abort", () => {
      close();
      host.remove();
    });
    const showing = () => (one && stays ? { note: one.note.id, pinned, focused: card.contains(root.activeElement) } : undefined);
    return { open, leave, step, showing };
  };
}
