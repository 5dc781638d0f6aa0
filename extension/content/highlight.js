// Draws the marks. The page's own nodes are never changed, and an abort leaves nothing.
{
  /** @type {Fn.windowOf} */
  const windowOf = (range) => /** @type {Window & typeof globalThis} */ (range.startContainer.ownerDocument?.defaultView);

  secondSource.windowsOf = (placed) => [...new Set(placed.map(({ range }) => windowOf(range)))];

  secondSource.adopt = (root, css, signal) => {
    const { CSSStyleSheet } = /** @type {Window & typeof globalThis} */ ((root.ownerDocument ?? root).defaultView);
    const sheet = new CSSStyleSheet(); // a document takes its own window's only
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    signal.addEventListener("abort", () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other != sheet);
    });
  };

  /** @type {Fn.set} */
  const set = (name, ranges, priority, signal) => {
    for (const { CSS, Highlight } of new Set(ranges.map(windowOf))) {
      const highlight = new Highlight(...ranges.filter((range) => windowOf(range).CSS == CSS));
      highlight.priority = priority;
      CSS.highlights.set("second-source-" + name, highlight);
      signal?.addEventListener("abort", () => CSS.highlights.delete("second-source-" + name));
    }
  };

  /** @type {Record<string, AbortController | undefined>} */ const tinted = {};

  secondSource.tint = (name, range) => {
    tinted[name]?.abort();
    tinted[name] = new AbortController();
    if (range) set(name, [range], name == "open" ? 6 : 5, tinted[name].signal);
  };

  /** @type {Fn.lines} */
  const lines = (placed) => {
    const { stances } = secondSource;
    const strength = (/** @type {Placed} */ { note }) => stances.indexOf(note.stance);
    /** @type {[number, number][]} */ const taken = [];
    return [...placed]
      .sort((a, b) => strength(a) - strength(b) || a.end - a.start - (b.end - b.start))
      .map((one) => {
        /** @type {[number, number][]} */ let free = [[one.start, one.end]];
        for (const [from, to] of taken) {
          if (from >= one.end || to <= one.start) continue;
          free = free.flatMap(([start, end]) => /** @type {[number, number][]} */ ([[start, Math.min(end, from)], [Math.max(start, to), end]]).filter(([a, b]) => a < b));
        }
        taken.push(...free);
        const whole = free[0]?.[0] == one.start && free[0][1] == one.end;
        return { one, ranges: whole ? [one.range] : free.flatMap(([start, end]) => one.part(start, end) ?? []) };
      });
  };

  secondSource.highlight = (placed, { colours, print }, signal) => {
    /** @type {Map<string, Range[]>} */ const drawn = new Map();
    const known = new Map();
    for (const { one, ranges } of lines(placed)) {
      const name = `${one.note.stance}-${secondSource.tone(one.range, known)}`;
      drawn.set(name, [...(drawn.get(name) ?? []), ...ranges]);
    }
    for (const [name, ranges] of drawn) set(name, ranges, 1, signal);
    const roots = new Set(placed.map(({ range }) => range.startContainer.getRootNode()));
    for (const root of roots) secondSource.adopt(/** @type {Document} */ (root), secondSource.toneRules(colours, print), signal);
  };
}
