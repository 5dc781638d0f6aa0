// Which words differ between two wordings of the same thing: longest common subsequence over words, case and
// punctuation aside. Bounded: longer texts come back unmarked rather than slow the page.
{
  const MOST = 300; // words on either side; the table is at most 90,000 cells

  /** @param {string} word */
  const key = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "") || word;

  /** Lengths of the common subsequences of all tails. @param {string[]} a @param {string[]} b */
  const table = (a, b) => {
    const width = b.length + 1;
    const cells = new Uint16Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; i--)
      for (let j = b.length - 1; j >= 0; j--)
        cells[i * width + j] =
          a[i] == b[j]
            ? cells[(i + 1) * width + j + 1] + 1
            : Math.max(cells[(i + 1) * width + j], cells[i * width + j + 1]);
    return (/** @type {number} */ i, /** @type {number} */ j) => cells[i * width + j];
  };

  /** Which words of each side have no partner. @param {string[]} a @param {string[]} b */
  const alone = (a, b) => {
    const common = table(a, b);
    const sides = [a.map(() => true), b.map(() => true)];
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) sides[0][i++] = sides[1][j++] = false;
      else if (common(i + 1, j) >= common(i, j + 1)) i++;
      else j++;
    }
    return sides;
  };

  /** Runs of words, marked or not, that together are the text again. @param {string} text @param {boolean[]} marks */
  const runs = (text, marks) => {
    /** @type {WordDiff[]} */ const out = [];
    let word = 0;
    for (const part of text.match(/\s+|\S+/g) ?? []) {
      const space = /^\s/.test(part);
      const changed = space ? Boolean(out.at(-1)?.changed && marks[word]) : Boolean(marks[word++]);
      const last = out.at(-1);
      if (last?.changed === changed) last.text += part;
      else out.push({ text: part, changed });
    }
    return out;
  };

  secondSource.diff = (a, b) => {
    const [left, right] = [a, b].map((text) => (text.match(/\S+/g) ?? []).map(key));
    if (left.length > MOST || right.length > MOST) return [runs(a, []), runs(b, [])];
    const [inA, inB] = alone(left, right);
    return [runs(a, inA), runs(b, inB)];
  };
}
