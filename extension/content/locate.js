// From the server's offsets (Unicode code points into the text) to ranges in the page. A note whose words are no
// longer exactly where the text says is dropped: no note is better than a stale one.
{
  /** UTF-16 positions for code point offsets. @param {string} text @returns {(offset: number) => number} */
  const units = (text) => {
    if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
    /** @type {number[]} */ const high = []; // the offset of each character that takes two units
    let offset = 0;
    for (const character of text) {
      if (character.length == 2) high.push(offset);
      offset++;
    }
    return (wanted) => wanted + before(high, wanted);
  };

  /** How many of the sorted numbers are smaller. @param {number[]} sorted @param {number} limit */
  const before = (sorted, limit) => {
    let [low, top] = [0, sorted.length];
    while (low < top) {
      const middle = (low + top) >> 1;
      if (sorted[middle] < limit) low = middle + 1;
      else top = middle;
    }
    return low;
  };

  /** The place in the node's own data of the character at `position` of the text. @param {Piece} piece @param {number} position */
  const inData = ({ data, at, end, pre }, position) => {
    const space = pre ? /[^\S\n]/ : /\s/;
    const whole = data.replace(pre ? /[^\S\n]+/g : /\s+/g, " ").length;
    let wanted = position - at + (whole - (end - at));
    if (whole == data.length) return wanted; // nothing was folded
    let i = 0;
    for (; wanted > 0 && i < data.length; wanted--) {
      if (space.test(data[i])) while (i + 1 < data.length && space.test(data[i + 1])) i++;
      i++;
    }
    return i;
  };

  /** @param {Piece} piece */
  const fresh = (piece) => piece.node.isConnected && piece.node.data == piece.data;

  /** @type {Intl.Segmenter | undefined} */ let segmenter; // slow to make, and only an open card wants one

  /** The sentences that the words stand in. @param {string} text @param {number} start @param {number} end @returns {[number, number]} */
  const sentence = (text, start, end) => {
    const from = text.lastIndexOf("\n", start) + 1;
    const to = text.indexOf("\n", end);
    segmenter ??= new Intl.Segmenter("en", { granularity: "sentence" });
    const parts = segmenter.segment(text.slice(from, to < 0 ? undefined : to));
    const last = parts.containing(end - 1 - from);
    return [from + (parts.containing(start - from)?.index ?? start - from), last ? from + last.index + last.segment.trimEnd().length : end];
  };

  secondSource.locate = ({ text, pieces }, notes) => {
    const unit = units(text);
    const starts = pieces.map(({ at }) => at);
    /** Null for words that have gone, or that no one range can hold. @param {number} start @param {number} end */
    const rangeOf = (start, end) => {
      const first = pieces[before(starts, start + 1) - 1];
      const last = pieces[before(starts, end) - 1];
      if (!first || !last || !fresh(first) || !fresh(last)) return null;
      const range = first.node.ownerDocument.createRange();
      range.setStart(first.node, inData(first, start));
      range.setEnd(last.node, inData(last, end)); // in another root or before the start: it collapses
      return range.collapsed ? null : range;
    };
    /** @type {Placed[]} */ const placed = [];
    for (const note of notes.slice(0, 1000)) {
      const position = note.target?.selector?.find(({ type }) => type == "TextPositionSelector");
      const quote = note.target?.selector?.find(({ type }) => type == "TextQuoteSelector");
      const start = unit(Number(position?.start));
      const end = unit(Number(position?.end));
      if (!(start < end) || !quote?.exact || text.slice(start, end).toWellFormed() != quote.exact) continue;
      const range = rangeOf(start, end);
      if (range) placed.push({ note, range, words: String(range), start, end, part: rangeOf, sentence: () => rangeOf(...sentence(text, start, end)) ?? range });
    }
    return placed.sort((a, b) => a.start - b.start || b.end - a.end);
  };
}
