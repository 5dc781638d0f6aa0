// Reads the page (PageText).
{
  const ARTICLE = "article,main,[role=main],[itemprop=articleBody]";
  const FURNITURE =
    "nav,aside,footer,dialog,button,select,textarea,svg,video,form:not(:has(h1,article)),header:not(:has(h1)),[role=navigation],[role=dialog]";
  const NAMED = /(^|[\s_-])(comments?|related|teasers?|promos?|newsletter|subscribe|sidebar)([\s_-]|$)/i;

  const { matches } = document.documentElement;

  secondSource.collect = () => {
    let text = "";
    let tail = "\n\n";
    let plain = 0;
    /** @type {Piece[]} */ let pieces = [];
    const prose = new Map();
    const roots = [document];

    /** @type {Walk} */
    const walk = (node, floor, pre, link) => {
      if (node?.nodeType == 3) {
        const { data } = node;
        let words = data.replace(pre ? /[^\S\n]+/g : /\s+/g, " ");
        if (!tail.trim()) words = words.trimStart();
        if (!words) return 0;
        pieces.push({ node, data, at: text.length, end: (text += words).length, pre });
        tail = words.slice(-1);
        if (link || !words.trim()) return 0;
        plain++;
        return words.length > 25 ? words.length : 0;
      }
      if (node?.nodeType != 1 || text.length > 3e5 || matches.call(node, FURNITURE) || node.isContentEditable) return 0;
      const { display, position, whiteSpace, overflowY, visibility, opacity } = getComputedStyle(node);
      const { top, right, bottom, width } = node.getBoundingClientRect();
      if (
        (NAMED.test(node.id + " " + node.className) && !matches.call(node, `${ARTICLE},:has(h1,${ARTICLE})`)) ||
        visibility != "visible" ||
        opacity == "0" ||
        (display != "contents" && !node.checkVisibility()) ||
        (position == "absolute" && (width < 2 || right < 0)) ||
        top > floor
      )
        return 0;
      const block = !/^(inline|contents|ruby)/.test(display);
      if (block && tail != "\n\n") text += tail = "\n\n";
      if (node.localName == "br") text += tail = "\n";
      if (overflowY == "hidden" && node.scrollHeight > node.clientHeight + 9) floor = bottom - 9;
      const inner = node.shadowRoot ?? node.contentDocument;
      if (inner) roots.push(inner);
      const { length } = pieces;
      const start = text.length;
      const was = plain;
      let sum = 0;
      for (const child of inner?.childNodes ?? node.assignedNodes?.({ flatten: true }) ?? node.childNodes)
        sum += walk(child, floor, /^[pb]/.test(whiteSpace), link || node.localName == "a");
      if (block && tail != "\n\n") text += tail = "\n\n";
      if (block && plain == was && !matches.call(node, "h1,h1 *,:has(h1)")) {
        pieces.length = length;
        text = text.slice(0, start);
      }
      prose.set(node, sum);
      return sum;
    };

    const least = Math.max(99, walk(document.documentElement) * 0.75);
    const best = [...prose].find(([, sum]) => sum > least)?.[0];
    const root = best?.closest(ARTICLE) ?? best;
    const h1 = document.querySelector("h1");
    text = "";
    tail = "\n\n";
    pieces = [];
    if (root && !root.contains(h1)) walk(h1);
    walk(root);
    return { text, pieces, roots };
  };
}
