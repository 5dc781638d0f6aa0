// Words that are part of the page's text and yet seen by nobody.
{
  const GONE = /^inset\((50|100)%|y\(0\)|blur\([1-9]|x\(0, 0, 0, 0/; // clip-path, filter, transform
  const FAINT = /a.*, 0\);|\/ 0\);|;0px;|;-\d{3}/; // color, font-size, text-indent

  /** @type {SecondSource["unseen"]} */
  secondSource.unseen = (element, looked) => {
    if (!element) return { gone: false, faint: false };
    const known = looked.get(element);
    if (known) return known;
    const { clipPath, filter, transform, color, fontSize, textIndent, backgroundClip } = getComputedStyle(element);
    const gone = GONE.test(clipPath + filter + transform) || secondSource.unseen(element.parentElement, looked).gone;
    const faint = gone || (FAINT.test([color, fontSize, textIndent].join(";")) && backgroundClip != "text");
    looked.set(element, { gone, faint });
    return { gone, faint };
  };
}
