// Reads the page.
{
  const ARTICLE = "article,main,[role=main]";
  const FURNITURE = "nav,aside,footer,dialog,button,select,textarea,svg,[role$=dialog],:read-write";
  const NAMED = /^(form|header) |[\s_-](comments?|related|teasers?|promos?|newsletter|subscribe|sidebar|responses|recommended|disqus)[\s_-]/i;

  const { matches } = document.documentElement;

  secondSource.collect = () => {
    const seen = new Map();
    const roots = [document];
    let text = "";
    let tail = "\n\n";
    const pieces = new Array();

    /** @type {Walk} */
    const walk = (node, floor, pre, link) => {
      if (node.nodeType == 3) {
        const { data } = node;
        let words = data.replace(pre ? /[^\S\n]+/g : /\s+/g, " ");
        if (!tail.trim()) words = words.trimStart();
        pieces.push({ node, data, at: text.length, end: (text += words).length, pre });
        tail = words.slice(-1) || tail;
        return link || !words.trim() ? 0 : words.length > 25 ? words.length : 0.01;
      }
      if (node.nodeType != 1 || text.length > 3e5 || matches.call(node, FURNITURE)) return 0;
      if (node.localName == "br") text += tail = "\n";
      const { display, whiteSpace, overflowY } = getComputedStyle(node);
      const { top, right, bottom, width } = node.getBoundingClientRect();
      if (
        (NAMED.test(`${node.localName} ${node.id} ${node.className} ${node.ariaLabel} `) && !matches.call(node, `${ARTICLE},:has(h1,${ARTICLE})`)) ||
        (display != "contents" && (!node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || width < 2 || right < 0)) ||
        top > floor
      )
        return 0;
      const block = !/^[icr]/.test(display);
      if (block && tail != "\n\n") text += tail = "\n\n";
      if (overflowY == "hidden" && node.scrollHeight > node.clientHeight + 9) floor = bottom - 9;
      const inner = node.shadowRoot ?? node.contentDocument;
      if (inner) roots.push(inner);
      const from = text.length;
      const { length } = pieces;
      let sum = 0;
      for (const child of inner?.childNodes ?? node.assignedNodes?.({ flatten: true }) ?? node.childNodes)
        sum += walk(child, floor, /^[pb]/.test(whiteSpace), link || node.localName == "a");
      if (block && tail != "\n\n") text += tail = "\n\n";
      if (block && !sum && !matches.call(node, "h1,h1 *,:has(h1)")) {
        text = text.slice(0, from);
        pieces.length = length;
      }
      seen.set(node, [sum, from, text.length]);
      return sum;
    };

    const least = Math.max(99, walk(document.documentElement) * 0.75);
    const best = [...seen].find(([, [sum]]) => sum > least)?.[0];
    const root = best?.closest(ARTICLE) ?? best;
    const h1 = document.querySelector("h1");
    const spans = [root && !root.contains(h1) && h1, root].map((part) => seen.get(part) ?? [0, 0, 0]);
    return { text: spans.map(([, from, to]) => text.slice(from, to)).join(""), spans, pieces, roots };
  };
}
