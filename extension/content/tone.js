{
  /** From this background luminance (WCAG) upwards. @type {[Tone, number][]} */
  const FROM = [
    ["light", 0.6],
    ["dim", 0.18],
    ["dusk", 0.06],
    ["dark", 0],
  ];

  /** @type {Fn.measure} */
  const measure = (color) => {
    if (color == "rgba(0, 0, 0, 0)") return [0, 0];
    const [a = 0, b = 0, c = 0, alpha = 1] = (color.match(/[\d.]+(e-\d+)?/g) ?? []).map(Number);
    if (/^ok/.test(color)) return [a ** 3, alpha];
    if (/^l/.test(color)) return [((a + 16) / 116) ** 3, alpha];
    const scale = /^rgb/.test(color) ? 255 : 1;
    const [r, g, bl] = [a, b, c].map((v) => (v / scale <= 0.04045 ? v / scale / 12.92 : ((v / scale + 0.055) / 1.055) ** 2.4));
    return [0.2126 * r + 0.7152 * g + 0.0722 * bl, alpha];
  };

  /** @type {Fn.behind} */
  const behind = (el, known) => {
    if (!el) return 1;
    const found = known.get(el) ?? seen(el, known);
    known.set(el, found);
    return found;
  };

  /** What a document without a background has. @param {string} scheme */
  const paper = (scheme) => (/dark/.test(scheme) && (!/light/.test(scheme) || matchMedia("(prefers-color-scheme: dark)").matches) ? 0.01 : 1);

  /** @type {Fn.seen} */
  const seen = (el, known) => {
    const style = getComputedStyle(el);
    if (style.backgroundImage.includes("url(")) return measure(style.color)[0] > 0.4 ? 0 : 1; // a picture
    const [luminance, alpha] = measure(style.backgroundColor);
    if (alpha >= 1) return luminance;
    const parent = el.parentElement ?? /** @type {ShadowRoot} */ (el.getRootNode()).host ?? el.ownerDocument.defaultView?.frameElement;
    return alpha * luminance + (1 - alpha) * (parent ? behind(parent, known) : paper(style.colorScheme));
  };

  secondSource.tone = (node, known = new Map()) => {
    const luminance = behind(node.parentElement, known);
    return FROM.find(([, from]) => luminance >= from)?.[0] ?? "light";
  };

  /** @type {Fn.rule} */
  const rule = (name, style) => `::highlight(second-source-${name}){${style}}\n`;

  secondSource.toneRules = (marks, palette, print) => {
    const { lines, colour } = secondSource;
    let css = rule("open", "background-color:#7a5fd038") + rule("over", "background-color:#7a5fd01f");
    for (const mark of marks) {
      const [stance, tone] = /** @type {[Stance, Tone]} */ (mark.split("-"));
      const ink = colour(stance, tone, palette);
      const tint = stance == "conflicts" ? `background-color:color-mix(in srgb,${ink} 10%,transparent);` : "";
      css += rule(mark, `${tint}text-decoration:underline ${lines[stance]} ${ink};text-underline-offset:.2em`);
    }
    return print ? css : `@media not print{${css}}`;
  };
}
