{
  /** @type {Fn.windowOf} */
  const windowOf = (root) => (root.ownerDocument ?? root).defaultView;

  /** @type {Fn.rootsOf} */
  const rootsOf = (placed) => [...new Set(placed.map(({ root }) => root))];

  secondSource.windowsOf = (placed) => [...new Set(rootsOf(placed).map(windowOf))];

  secondSource.adopt = (root, css, signal) => {
    const sheet = new (windowOf(root).CSSStyleSheet)(); // a document takes its own window's only
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    signal.addEventListener("abort", () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other != sheet);
    });
  };

  /** @type {Fn.set} */
  const set = (name, { CSS, Highlight }, ranges, priority, signal) => {
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    const key = "second-source-" + name;
    CSS.highlights.set(key, highlight);
    // Not that of the extension that took the place of ours.
    signal.addEventListener("abort", () => CSS.highlights.get(key) == highlight && CSS.highlights.delete(key));
  };

  /** @type {Record<string, AbortController | undefined>} */ const tinted = {};

  secondSource.tint = (name, one) => {
    tinted[name]?.abort();
    tinted[name] = new AbortController();
    if (one) set(name, windowOf(one.root), [one.range], name == "open" ? 6 : 5, tinted[name].signal);
  };

  /** @type {Fn.lines} */
  const lines = (placed) => {
    const { stances } = secondSource;
    /** @type {ReturnType<Fn.lines>} */ const found = [];
    for (let i = 0; i < placed.length; ) {
      const { start: from, note, root, range, part } = placed[i];
      const crowd = [];
      let reach = from + 1;
      for (; placed[i]?.start < reach; reach = Math.max(reach, placed[i++].end)) crowd.push(placed[i]);
      if (crowd.length == 1) {
        found.push({ stance: note.stance, root, range });
        continue;
      }
      const strongest = Array(reach - from).fill(""); // at each place
      for (let rank = stances.length; rank--; )
        for (const { note, start, end } of crowd) if (note.stance == stances[rank]) strongest.fill(rank, start - from, end - from);
      for (let at = 0, end = 0; at < strongest.length; at = end) {
        while (strongest[++end] === strongest[at]);
        const range = part(from + at, from + end);
        if (range) found.push({ stance: stances[strongest[at]], root, range });
      }
    }
    return found;
  };

  secondSource.highlight = (placed, { colours, print }, signal) => {
    const known = new Map();
    const marks = new Set();
    const views = new Map(rootsOf(placed).map((root) => [root, windowOf(root)]));
    /** @type {Map<any, Record<string, Range[]>>} */ const drawn = new Map([...views.values()].map((view) => [view, {}]));
    for (const { stance, root, range } of lines(placed)) {
      const mark = `${stance}-${secondSource.tone(range.startContainer, known)}`;
      (/** @type {any} */ (drawn.get(views.get(root)))[mark] ??= []).push(range);
      marks.add(mark);
    }
    for (const [view, ranges] of drawn) for (const mark in ranges) set(mark, view, ranges[mark], 1, signal);
    const bare = [...views.keys()].filter((root) => !secondSource.styled || views.get(root) != window);
    if (!bare.length) return;
    const css = secondSource.toneRules(marks, colours, print);
    for (const root of bare) secondSource.adopt(root, css, signal);
  };
}
