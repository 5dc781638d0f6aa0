{
  const LINGER = 400; // ms for the pointer to travel from the words to the card
  const SOON = 250; // ms after a change of the page
  const BAR = 96; // px of the window's top and bottom that a page's own bars may cover
  const TYPED = ["keydown", "keyup", "keypress", "beforeinput", "input"]; // none of the page's business
  const { element: make, platform } = secondSource;
  /** @type {WeakSet<Node>} */ const hosts = new WeakSet();

  secondSource.isOurs = (node) => hosts.has(node);

  const emptyCard = () => {
    const card = make("div", "card");
    card.popover = "manual";
    card.lang = secondSource.voice.language;
    card.dir = secondSource.voice.direction;
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-labelledby", "title");
    return card;
  };

  /** @type {Fn.heed} */
  const heed = (views, signal, follow) => {
    let frame = 0;
    let timer = 0;
    const now = () => {
      frame = timer = 0;
      if (!signal.aborted) follow();
    };
    const next = () => (frame ||= requestAnimationFrame(now));
    // Once the frame is laid out: to ask then where things are makes no layout of its own.
    const soon = () => (timer ||= setTimeout(() => requestAnimationFrame(() => setTimeout(now)), SOON));
    secondSource.stirred = soon;
    const sizes = new ResizeObserver(soon);
    sizes.observe(document.body);
    for (const view of views) for (const name of ["scroll", "resize"]) view.addEventListener(name, next, { signal, capture: true, passive: true });
    signal.addEventListener("abort", () => {
      secondSource.stirred = undefined;
      sizes.disconnect();
    });
  };

  secondSource.makeCard = (placed, seen, { colours, print }, signal) => {
    const host = document.createElement("div"); // no name that a page can define: it would get hold of the root
    const root = host.attachShadow({ mode: "closed" });
    hosts.add(host);
    if (secondSource.styled) host.setAttribute("hidden", "second-source"); // but for that style, which goes with the extension
    /** @type {HTMLElement} */ let card; // made when first opened
    /** @type {Window[]} */ let views;
    /** @type {Placed | undefined} */ let one;
    let opened = new AbortController();
    let stays = false;
    let pinned = false;
    let closing = false;
    let timer = 0;
    /** @type {Element | null} */ let giveBack = null;

    /** @type {Fn.close} */
    const close = () => {
      clearTimeout(timer);
      if (!one) return false;
      const focused = card.contains(root.activeElement);
      one = undefined;
      stays = pinned = false;
      opened.abort();
      secondSource.tint("open");
      card.hidePopover();
      closing = true; // nor may the list's focus open it again
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

    /** @type {Fn.step} */
    const step = (by) => {
      const from = one ? seen.indexOf(one) : by < 0 ? 0 : -1;
      open(seen[(from + by + seen.length) % seen.length], "keys");
    };

    /** @type {Fn.fill} */
    const fill = (wanted, focus) => {
      secondSource.complete();
      one = wanted;
      const index = placed.indexOf(wanted);
      const acts = { index, pinned, focus, position: /** @type {[number, number]} */ ([seen.indexOf(wanted), seen.length]), step, close, pin };
      card.replaceChildren(...secondSource.face(wanted, acts));
      card.style.colorScheme = /dark|dusk/.test(secondSource.tone(wanted.range.startContainer)) ? "dark" : "light";
      secondSource.tint("open", wanted);
      platform.tell({ type: "reading", id: wanted.note.id }).catch(() => secondSource.show?.()); // an extension that is gone takes all away
    };

    /** @type {Card["open"]} */
    const open = (wanted, how, item, keep = false) => {
      if (closing || (how == "hover" && stays && one != wanted)) return;
      clearTimeout(timer);
      if (item) giveBack = item;
      else if (how == "keys" && !card?.contains(root.activeElement)) giveBack = root.activeElement ?? document.activeElement;
      stays ||= how != "hover";
      pinned ||= keep;
      if (!host.isConnected) document.documentElement.append(host);
      if (!card) stand();
      if (!one) heed(views, (opened = new AbortController()).signal, follow);
      if (one != wanted) fill(wanted, how == "keys");
      if ((item || how == "keys") && !secondSource.visible(wanted.range, BAR)) secondSource.reveal(wanted.range);
      card.showPopover();
      follow();
      if (how == "keys" && one) card.querySelector("h2")?.focus({ preventScroll: true });
    };

    /** @type {Fn.pressed} */
    const pressed = (event) => {
      if (event.isTrusted && event.target != host && !pinned) close();
    };
    /** @type {Fn.escaped} */
    const escaped = (event) => {
      if (event.key == "Escape" && event.isTrusted && !root.activeElement?.closest("form") && close()) event.preventDefault();
    };
    const stand = () => {
      card = emptyCard();
      views = [...new Set([window, ...secondSource.windowsOf(seen)])];
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
      root.append(card);
      secondSource.adopt(root, secondSource.cardStyle(secondSource.looksOf(colours)), signal);
    };

    root.append(secondSource.makeList(seen, open));
    secondSource.adopt(root, secondSource.listStyle(print), signal);
    document.documentElement.append(host);
    signal.addEventListener("abort", () => {
      close();
      host.remove();
    });
    const showing = () => (one && stays ? { note: one.note.id, pinned, focused: card.contains(root.activeElement) } : undefined);
    return { open, leave, step, showing };
  };
}
