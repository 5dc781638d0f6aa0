// Draws the marks. The page's own nodes are never changed, and an abort leaves nothing.
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
    CSS.highlights.set("second-source-" + name, highlight);
    signal.addEventListener("abort", () => CSS.highlights.delete("second-source-" + name));
  };

  /** @type {Record<string, AbortController | undefined>} */ const tinted = {};

  secondSource.tint = (name, one) => {
    tinted[name]?.abort();
    tinted[name] = new AbortController();
    if (one) set(name, windowOf(one.root), [one.range], name == "open" ? 6 : 5, tinted[name].signal);
  };

  /** @type {Fn.lines} */
  const lines = (placed) => {
    /** @type {Placed[][]} */ const crowds = [];
    let reach = 0;
    for (const one of placed) {
      if (one.start >= reach) crowds.push([]);
      crowds[crowds.length - 1].push(one);
      reach = Math.max(reach, one.end);
    }
    return crowds.flatMap(shared);
  };

  /** @type {Fn.lines} */
  const shared = (crowd) => {
    if (crowd.length == 1) return [{ one: crowd[0], ranges: [crowd[0].range] }];
    const { stances } = secondSource;
    const strength = (/** @type {Placed} */ { note }) => stances.indexOf(note.stance);
    /** @type {Stretch[]} */ const taken = [];
    return [...crowd]
      .sort((a, b) => strength(a) - strength(b) || a.end - a.start - (b.end - b.start))
      .map((one) => {
        const over = taken.filter(({ start, end }) => start < one.end && end > one.start);
        /** @type {Stretch[]} */ let free = [one];
        for (const { start: from, end: to } of over)
          free = free.flatMap(({ start, end }) => [{ start, end: Math.min(end, from) }, { start: Math.max(start, to), end }].filter(({ start, end }) => start < end));
        taken.push(...free);
        return { one, ranges: over.length ? free.flatMap(({ start, end }) => one.part(start, end) ?? []) : [one.range] };
      });
  };

  secondSource.highlight = (placed, { colours, print }, signal) => {
    const known = new Map();
    /** @type {Map<any, ReturnType<Fn.windowOf>>} */ const views = new Map(rootsOf(placed).map((root) => [root, windowOf(root)]));
    const all = lines(placed).map(({ one, ranges }) => ({ root: one.root, mark: `${one.note.stance}-${secondSource.tone(one.node, known)}`, ranges }));
    for (const [view, there] of Map.groupBy(all, ({ root }) => views.get(root) ?? window))
      for (const [mark, same] of Map.groupBy(there, ({ mark }) => mark)) set(mark, view, same.flatMap(({ ranges }) => ranges), 1, signal);
    const bare = [...views.keys()].filter((root) => !secondSource.styled || views.get(root) != window);
    if (!bare.length) return;
    const css = secondSource.toneRules(new Set(all.map(({ mark }) => mark)), colours, print);
    for (const root of bare) secondSource.adopt(root, css, signal);
  };
}
