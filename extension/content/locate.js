// From the server's offsets (code points) to ranges in the page. No note is better than a stale one.
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

  /** @type {Fn.inData} */
  const inData = ({ data, at, end, pre }, position) => {
    if (end - at == data.length) return position - at; // nothing was folded
    const space = pre ? /[^\S\n]/ : /\s/;
    const whole = data.replace(pre ? /[^\S\n]+/g : /\s+/g, " ").length;
    let wanted = position - at + (whole - (end - at));
    let i = 0;
    for (; wanted > 0 && i < data.length; wanted--) {
      if (space.test(data[i])) while (i + 1 < data.length && space.test(data[i + 1])) i++;
      i++;
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
    return notes.slice(0, 1000).flatMap((note) => {
      const selectors = note.target?.selector ?? [];
      const place = selectors.find(({ type }) => type == "TextPositionSelector");
      const exact = selectors.find(({ type }) => type == "TextQuoteSelector")?.exact;
      const start = unit(Number(place?.start));
      const end = unit(Number(place?.end));
      return start < end && exact && text.slice(start, end).toWellFormed() == exact ? [{ note, start: start + base, end: end + base }] : [];
    });
  };

  secondSource.locate = ({ text, spans, pieces }, known) => {
    const starts = pieces.map(({ at }) => at);
    /** @type {Fn.read} */
    const read = (position) => {
      const [[from, to], [root]] = spans;
      return position < to - from ? from + position : root + position - (to - from);
    };
    /** @type {Fn.rangeOf} */
    const rangeOf = (start, end) => {
      const [from, to] = [read(start), read(end - 1) + 1];
      const first = pieces[before(starts, from + 1) - 1];
      const last = pieces[before(starts, to) - 1];
      if (!first || !last || !fresh(first) || !fresh(last)) return null;
      const range = first.node.ownerDocument.createRange();
      range.setStart(first.node, inData(first, from));
      range.setEnd(last.node, inData(last, to)); // in another root or before the start: it collapses
      return range.collapsed ? null : range;
    };
    /** @type {Placed[]} */ const placed = [];
    for (const { note, start, end } of known) {
      const range = rangeOf(start, end);
      if (!range) continue;
      /** @type {Range | undefined} */ let whole; // moves with the page, as every range does
      placed.push({ note, range, root: range.startContainer.getRootNode(), words: String(range), start, end, part: rangeOf, sentence: () => (whole ??= rangeOf(...sentence(text, start, end)) ?? range) });
    }
    return placed.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}
