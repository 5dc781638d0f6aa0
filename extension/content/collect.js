// The article as the reader sees it, and each text node's place in it. Changes nothing.
{
  const ARTICLE = "article,main,[role=main],[itemprop=articleBody]";
  const FURNITURE =
    "nav,aside,footer,dialog,button,select,textarea,iframe,svg,video,form:not(:has(h1,article)),header:not(:has(h1)),[role=navigation],[role=dialog]";
  const NAMED = /(^|[\s_-])(comments?|related|teasers?|promos?|newsletter|sidebar)([\s_-]|$)/i;

  secondSource.collect = () => {
    let text = "";
    let tail = "\n\n";
    let plain = 0; // words outside links
    /** @type {Piece[]} */ let pieces = [];
    /** @type {[Element, number][]} */ const prose = []; // inner first

    /** @type {Walk} */
    const walk = (node, pre, link) => {
      if (node?.nodeType == 3) {
        const { data } = node;
        let words = data.replace(pre ? /[^\S\n]+/g : /\s+/g, " ");
        if (!tail.trim()) words = words.trimStart();
        if (!words) return 0;
        pieces.push({ node, data, at: text.length, end: (text += words).length, pre });
        tail = words.slice(-1);
        if (link || !words.trim()) return 0;
        plain++;
        return words.length > 25 ? words.length : 0; // shorter ones are labels
      }
      if (node?.nodeType != 1 || text.length > 3e5 || node.matches(FURNITURE) || node.isContentEditable) return 0;
      const { display, position, visibility, whiteSpace } = getComputedStyle(node);
      if (
        (NAMED.test(node.id + " " + node.getAttribute("class")) && !node.matches(`${ARTICLE},:has(h1,${ARTICLE})`)) ||
        visibility != "visible" ||
        (display != "contents" && !node.checkVisibility()) ||
        (position == "absolute" && node.offsetWidth < 2) // for screen readers only
      )
        return 0;
      const block = !/^(inline|contents|ruby)/.test(display);
      if (block && tail != "\n\n") text += tail = "\n\n";
      if (node.localName == "br") text += tail = "\n";
      const { length } = pieces;
      const start = text.length;
      const was = plain;
      let sum = 0;
      for (const child of node.shadowRoot?.childNodes ?? node.assignedNodes?.({ flatten: true }) ?? node.childNodes)
        sum += walk(child, /^(pre|break)/.test(whiteSpace), link || node.localName == "a");
      if (block && tail != "\n\n") text += tail = "\n\n";
      if (block && plain == was && length < pieces.length && !node.matches("h1,h1 *,:has(h1)")) {
        pieces.length = length; // nothing but links: a teaser
        text = text.slice(0, start);
      }
      prose.push([node, sum]);
      return sum;
    };

    const least = Math.max(99, walk(document.documentElement) * 0.75);
    const [best] = prose.find(([, sum]) => sum > least) ?? [];
    const root = best?.closest(ARTICLE) ?? best;
    const h1 = document.querySelector("h1");
    text = "";
    tail = "\n\n";
    pieces = [];
    if (root && !root.contains(h1)) walk(h1);
    walk(root);
    return { text, pieces };
  };
}
