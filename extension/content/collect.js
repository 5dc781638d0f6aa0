{
  const MAIN = "article,main,[role=main]";
  const DIM = /(a.*,|\/) 0\)|\)0|id|ps/;

  const { matches } = document.documentElement;

  secondSource.collect = (watch) => {
    const seen = new Map();
    let text = "", tail = "\n\n";
    const pieces = new Array();

    secondSource.walk = (node, low, back, pre, link) => {
      if (node.nodeType == 3) {
        const words = (tail.trim() ? node.data : node.data.trimStart()).replace(/\p{Cf}/gu, "").replace(pre ? /[^\S\n]+/g : /\s\s+|[^\S ]/g, " ");
        pieces.push({ node, data: node.data, at: text.length, end: (text += words).length, pre });
        tail = words.slice(-1) || tail;
        return link ? 0 : words.trim().length;
      }
      if (!node.click || text[3e5] || matches.call(node, `:disabled,:enabled,:read-write,sup a,nav,dialog,footer,[role$=dialog],aside,[id^=webkit-xml]~*,:is(form,header,[class*=sidebar i],[id*=sidebar i]):not(${MAIN},:has(h1,${MAIN},p~p~p~p~p~p~p~p))`)) return 0;
      if (node.localName == "br") text += tail = "\n";
      const is = getComputedStyle(node), box = node.getBoundingClientRect();
      if (is.overflowY == "hidden" && node.scrollHeight > node.clientHeight + 9) low = box.bottom - 9;
      if (/(\b|_)(newsletter|promo|comment|subscribe|response|re(lat|commend)ed|teaser|disqus)s?(\b|_)/i.test("" + [node.id, node.className, node.ariaLabel]) && !matches.call(node, `${MAIN},:has(h1,${MAIN})`)) return 0;
      if (is.display != "contents" && (!node.checkVisibility({ opacityProperty: true }) || box.width < 2 || box.right < 2 || box.top > low) || /^-\d{3}|t\((5|10)0%|y\(0\)|blur\([1-9]/.test(is.textIndent + is.clipPath + is.filter)) return 0;
      back = is.backgroundImage != "none" ? is.backgroundClip : DIM.test(is.backgroundColor) ? is.position == "static" && back : is.backgroundColor;
      const block = !/^[icr]/.test(is.display) && (is.float == "none" || node.textContent[3]);
      if (block && tail != "\n\n") text += tail = "\n\n";
      const root = node.shadowRoot ?? node.contentDocument;
      if (root) watch(root);
      let sum = 0, from = text.length, length = pieces.length;
      pre = /^[pb]/.test(is.whiteSpace);
      for (const child of root?.childNodes ?? node.assignedNodes?.({ flatten: true }) ?? (is.webkitTextFillColor == back || DIM.test((back == "text" || is.webkitTextFillColor) + is.fontSize + is.visibility) ? node.children : node.childNodes))
        sum += secondSource.walk(child, low, back, pre, (link ||= matches.call(node, "a:not(h1 a)")));
      if (block && tail != "\n\n") text += tail = "\n\n";
      if (block && !sum) {
        text = text.slice(0, from);
        pieces.length = length;
      }
      seen.set(node, [from, text.length, sum]);
      return block && sum < 26 ? sum / 99 : sum;
    };

    watch(document);
    const least = Math.max(99, secondSource.walk(document.documentElement) * .75);
    const best = [...seen.keys()].find((node) => seen.get(node)[2] > least);
    const root = best?.closest(MAIN) ?? best;
    const spans = [root && !root.querySelector("h1") && document.querySelector("h1"), root].map((node) => seen.get(node) ?? [0, 0]);
    return { text: text.slice(...spans[0]) + text.slice(...spans[1]), spans, pieces };
  };
}
