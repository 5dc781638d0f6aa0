// The stances' colours and lines for the extension's own pages, as custom properties of a class for each; the overlay's
// palettes are the only place that knows them. Importing this paints the page in the reader's palette, now and later.
import "./platform.js";
import "../content/stances.js";
import { onChange, settings } from "./settings.js";

export const { stances } = secondSource;
export const palettes = /** @type {Settings["colours"][]} */ (secondSource.palettes);

/** @param {string} palette @param {string} [within] a selector, for a part of the page only */
const rules = (palette, within = "") =>
  Object.entries(secondSource.looksOf(palette)).map(([stance, { ink, line }]) => `${within} .${stance} { --stance: ${ink}; --line: ${line}; }`);

const chosen = new CSSStyleSheet();
const samples = new CSSStyleSheet();
const paint = async () => chosen.replaceSync(rules((await settings()).colours).join("\n"));

samples.replaceSync(palettes.flatMap((palette) => rules(palette, `.palette-${palette}`)).join("\n"));
document.adoptedStyleSheets.push(chosen, samples);
onChange((names) => void (names.includes("colours") && paint()));
await paint();
