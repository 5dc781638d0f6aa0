// Colours of the marks. Each tone covers a range of background luminance (WCAG relative luminance) and its
// colours keep at least 3:1 against every background in it; the test in tests/npm goes through them all.
{
  /** From this background luminance upwards. @type {[string, number, Record<Stance, string>][]} */
  const TONES = [
    ["light", 0.6, { conflicts: "#c5221f", rewords: "#7a4fd0", updates: "#1a66c2", corroborates: "#2f7d4f" }],
    ["dim", 0.18, { conflicts: "#580e0b", rewords: "#331a70", updates: "#0b2a5c", corroborates: "#0c3018" }],
    ["dusk", 0.06, { conflicts: "#ffd2cd", rewords: "#e6dbff", updates: "#cfe4ff", corroborates: "#c4ecd2" }],
    ["dark", 0, { conflicts: "#ff8a80", rewords: "#c3a6ff", updates: "#82b8ff", corroborates: "#7cc79a" }],
  ];

  /** Luminance and opacity of a computed colour. @param {string} color @returns {[number, number]} */
  const measure = (color) => {
    const [a = 0, b = 0, c = 0, alpha = 1] = (color.match(/[\d.]+(e-\d+)?/g) ?? []).map(Number);
    if (/^ok/.test(color)) return [a ** 3, alpha];
    if (/^l/.test(color)) return [((a + 16) / 116) ** 3, alpha];
    const scale = /^rgb/.test(color) ? 255 : 1;
    const [r, g, bl] = [a, b, c].map((v) => (v / scale <= 0.04045 ? v / scale / 12.92 : ((v / scale + 0.055) / 1.055) ** 2.4));
    return [0.2126 * r + 0.7152 * g + 0.0722 * bl, alpha];
  };

  /** What is behind an element, as far as style can tell. @param {Element | null} el @returns {number} */
  const behind = (el) => {
    if (!el) return 1;
    const { backgroundColor, backgroundImage, color, colorScheme } = getComputedStyle(el);
    if (backgroundImage.includes("url(")) return measure(color)[0] > 0.4 ? 0 : 1; // a picture: trust the text's colour
    const [luminance, alpha] = measure(backgroundColor);
    if (alpha >= 1) return luminance;
    const parent = el.parentElement ?? /** @type {ShadowRoot} */ (el.getRootNode()).host;
    const dark = /dark/.test(colorScheme) && (!/light/.test(colorScheme) || matchMedia("(prefers-color-scheme: dark)").matches);
    return alpha * luminance + (1 - alpha) * (parent ? behind(parent) : dark ? 0.01 : 1);
  };

  secondSource.tone = (range) => {
    const luminance = behind(range.startContainer.parentElement);
    return TONES.find(([, from]) => luminance >= from)?.[0] ?? "light";
  };

  secondSource.toneRules = () => {
    let css = "::highlight(second-source-open){background-color:#7a5fd03d}\n"; // shows on every tone, hides no text
    for (const [tone, , colors] of TONES)
      for (const stance of secondSource.stances) {
        const tint = stance == "conflicts" ? `background-color:color-mix(in srgb,${colors[stance]} 10%,transparent);` : "";
        const line = `text-decoration:underline ${secondSource.looks[stance].line} ${colors[stance]};text-underline-offset:.2em`;
        css += `::highlight(second-source-${stance}-${tone}){${tint}${line}}\n`;
      }
    return css;
  };
}
