{
  const CONTEXT = 2000; // characters around what is new, to understand it by

  secondSource.change = (was, is) => {
    const most = Math.min(was.length, is.length);
    let [start, rest] = [0, 0];
    while (start < most && was[start] == is[start]) start++;
    while (rest < most - start && was[was.length - 1 - rest] == is[is.length - 1 - rest]) rest++;
    return { start, end: is.length - rest, grown: is.length - was.length };
  };

  secondSource.carry = (known, { start, end, grown }) =>
    known.flatMap((one) => {
      if (one.end < start) return [one];
      return one.start > end - grown ? [{ ...one, start: one.start + grown, end: one.end + grown }] : [];
    });

  secondSource.portion = (text, { start, end }) => {
    const from = text.lastIndexOf("\n\n", start - CONTEXT);
    const to = text.indexOf("\n\n", end + CONTEXT);
    return [Math.max(0, from), to < 0 ? text.length : to];
  };
}
