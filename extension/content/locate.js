{
  /** @type {Fn.units} */
  const units = (text) => {
    if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
    /** @type {number[]} */ const high = []; // offsets of the characters that take two
    let offset = 0;
    for (const character of text) {
      if (character.length == 2) high.push(offset);
      offset++;
    }
    return (wanted) => wanted + before(high, wanted);
  };

  /** @type {Fn.before} */
  const before = (sorted, limit) => {
    let [low, top] = [0, sorted.length];
    while (low < top) {
      const middle = (low + top) >> 1;
      if (sorted[middle] < limit) low = middle + 1;
      else top = middle;
    }
    return low;
  };

  /** As collect.js does. @type {Fn.fold} */
  const fold = (text, pre) => text.replace(/\p{Cf}/gu, "").replace(pre ? /[^\S\n]+/g : /\s+/g, " ");

  /** @type {Fn.inData} */
  const inData = ({ data, at, end, pre }, position) => {
    if (end - at == data.length) return position - at; // nothing was folded
    let wanted = position - at + fold(data, pre).length - (end - at);
    let i = 0;
    let last = "";
    for (const character of data) {
      const one = fold(character, pre);
      if (one && one + last != "  ") wanted -= one.length;
      if (wanted < 0) break;
      last = one || last;
      i += character.length;
    }
    return i;
  };

  /** @type {Fn.fresh} */
  const fresh = (piece) => piece.node.isConnected && piece.node.data == piece.data;

  /** @type {Intl.Segmenter | undefined} */ let segmenter; // slow to make, and only an open card wants one

  /** @type {Fn.sentence} */
  const sentence = (text, start, end) => {
    const from = text.lastIndexOf("\n", start) + 1;
    const to = text.indexOf("\n", end);
    segmenter ??= new Intl.Segmenter("en", { granularity: "sentence" });
    const parts = segmenter.segment(text.slice(from, to < 0 ? undefined : to));
    const last = parts.containing(end - 1 - from);
    return [from + (parts.containing(start - from)?.index ?? start - from), last ? from + last.index + last.segment.trimEnd().length : end];
  };

  secondSource.understand = (text, notes, base = 0) => {
    const unit = units(text);
    /** @type {Known[]} */ const known = [];
    for (const note of notes.slice(0, 1000)) {
      const { start: from, end: to, exact } = Object.assign({}, ...(note.target?.selector ?? []));
      const [start, end] = [unit(Number(from)), unit(Number(to))];
      if (start < end && text.slice(start, end).toWellFormed() == exact) known.push({ note, exact, start: start + base, end: end + base });
    }
    return known;
  };

  secondSource.locate = ({ text, spans, pieces }, known) => {
    const starts = pieces.map(({ at }) => at);
    const [[headFrom, headTo], [root]] = spans;
    const head = headTo - headFrom;
    /** @type {Fn.read} */
    const read = (position) => (position < head ? headFrom + position : root + position - head);
    /** @type {Fn.found} */
    const found = (start, end) => {
      const [from, to] = [read(start), read(end - 1) + 1];
      const first = pieces[before(starts, from + 1) - 1];
      const last = pieces[before(starts, to) - 1];
      if (!first || !last || !fresh(first) || (last != first && !fresh(last))) return null;
      const [at, until] = [inData(first, from), inData(last, to)];
      const range = new Range();
      range.setStart(first.node, at);
      range.setEnd(last.node, until); // in another root or before the start: it collapses
      const words = first == last ? first.data.slice(at, until) : String(range); // the browser's is the same, and slower
      return words ? { node: first.node, range, words } : null;
    };
    /** @type {Fn.rangeOf} */
    const part = (start, end) => found(start, end)?.range ?? null;
    /** @type {Placed[]} */ const placed = [];
    for (const { note, exact, start, end } of known) {
      const there = found(start, end);
      if (!there) continue;
      const { node, range, words } = there;
      /** @type {Range | undefined} */ let whole; // moves with the page, as every range does
      placed.push({ note, exact, start, end, node, range, words, root: node.getRootNode(), part, sentence: () => (whole ??= part(...sentence(text, start, end)) ?? range) });
    }
    return placed.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}
