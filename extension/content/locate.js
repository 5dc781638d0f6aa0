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
    let i = 0;
    for (; wanted > 0 && i < data.length; wanted--) {
      if (space.test(data[i])) while (i + 1 < data.length && space.test(data[i + 1])) i++;
      i++;
    }
    return i;
  };

  /** @param {Piece} piece */
  const fresh = (piece) => piece.node.isConnected && piece.node.data == piece.data;

  secondSource.locate = ({ text, pieces }, notes) => {
    const unit = units(text);
    const starts = pieces.map(({ at }) => at);
    /** @type {Placed[]} */ const placed = [];
    for (const note of notes.slice(0, 1000)) {
      const position = note.target?.selector?.find(({ type }) => type == "TextPositionSelector");
      const quote = note.target?.selector?.find(({ type }) => type == "TextQuoteSelector");
      const start = unit(Number(position?.start));
      const end = unit(Number(position?.end));
      if (!(start < end) || !quote?.exact || text.slice(start, end).toWellFormed() != quote.exact) continue;
      const first = pieces[before(starts, start + 1) - 1];
      const last = pieces[before(starts, end) - 1];
      if (!first || !last || !fresh(first) || !fresh(last)) continue;
      const range = document.createRange();
      range.setStart(first.node, inData(first, start));
      range.setEnd(last.node, inData(last, end));
      placed.push({ note, range });
    }
    return placed.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
  };
}
