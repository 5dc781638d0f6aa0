// Draws the marks with CSS Custom Highlights: the page's own nodes are never changed, and an abort leaves nothing.
{
  const OPEN = "second-source-open"; // the words that the open card speaks of

  secondSource.adopt = (root, css, signal) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    signal.addEventListener("abort", () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other != sheet);
    });
  };

  secondSource.markOpen = (range) => {
    CSS.highlights.delete(OPEN);
    if (!range) return;
    const highlight = new Highlight(range);
    highlight.priority = secondSource.stances.length + 1;
    CSS.highlights.set(OPEN, highlight);
  };

  secondSource.highlight = (placed, signal) => {
    /** @type {Map<string, Highlight>} */ const highlights = new Map();
    for (const { note, range } of placed) {
      const name = `second-source-${note.stance}-${secondSource.tone(range)}`;
      const highlight = highlights.get(name) ?? new Highlight();
      highlight.priority = secondSource.stances.length - secondSource.stances.indexOf(note.stance);
      highlight.add(range);
      highlights.set(name, highlight);
    }
    for (const [name, highlight] of highlights) CSS.highlights.set(name, highlight);
    signal.addEventListener("abort", () => [...highlights.keys()].forEach((name) => CSS.highlights.delete(name)));
    const roots = new Set(placed.map(({ range }) => range.startContainer.getRootNode()));
    for (const root of roots) secondSource.adopt(/** @type {Document} */ (root), secondSource.toneRules(), signal);
  };
}
