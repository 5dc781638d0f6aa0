{
  const MOST = 300; // words on either side

  /** @type {Fn.key} */
  const key = (word) => word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "") || word;

  /** @type {Fn.table} */
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

  /** @type {Fn.alone} */
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

  /** @type {Fn.runs} */
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
