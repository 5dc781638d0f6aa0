import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.js";

const { toneRules, stances, palettes, colour } = load("stances", "tone");
const FROM = { light: 0.6, dim: 0.18, dusk: 0.06, dark: 0 };
const MARKS = new Set(["conflicts-light", "rewords-dark"]);
const PAPER = { light: [1, 0.86], dark: [0.006, 0.033] }; // luminance of cards and panels, the least and the most

/** Linear red, green and blue of an oklch() colour: https://www.w3.org/TR/css-color-4/#color-conversion-code */
function linear(color) {
  const [lightness, chroma, hue] = color.match(/[\d.]+/g).map(Number);
  const [a, b] = [Math.cos, Math.sin].map((turn) => chroma * turn((hue * Math.PI) / 180));
  const [l, m, s] = [
    lightness + 0.3963377774 * a + 0.2158037573 * b,
    lightness - 0.1055613458 * a - 0.0638541728 * b,
    lightness - 0.0894841775 * a - 1.291485548 * b,
  ].map((cone) => cone ** 3);
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}
const luminance = (color) => linear(color).reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
const every = (check) => palettes.forEach((palette) => stances.forEach((stance) => check(stance, palette)));

test("every mark keeps 3:1 against every background of its tone, in every palette", () => {
  every((stance, palette) => {
    for (let step = 0; step <= 1000; step++) {
      const behind = step / 1000;
      const [tone] = Object.entries(FROM).find(([, from]) => behind >= from);
      const found = contrast(luminance(colour(stance, tone, palette)), behind);
      assert.ok(found >= 3, `${palette} ${stance} on ${behind} (${tone}): ${found.toFixed(2)}`);
    }
  });
});

test("every ink keeps 4.5:1 on the extension's own paper", () => {
  every((stance, palette) => {
    for (const [tone, papers] of Object.entries(PAPER))
      for (const paper of papers) {
        const found = contrast(luminance(colour(stance, tone, palette)), paper);
        assert.ok(found >= 4.5, `${palette} ${stance} on ${tone} paper: ${found.toFixed(2)}`);
      }
  });
});

test("every colour is one that any screen can show, so that browsers need not change it", () => {
  every((stance, palette) => {
    for (const tone of Object.keys(FROM))
      for (const part of linear(colour(stance, tone, palette))) assert.ok(part > -0.0005 && part < 1.0005, `${palette} ${stance} ${tone}: ${part}`);
  });
});

test("stances differ in line style, not in colour alone", () => {
  const lines = stances.map((stance) => toneRules(new Set([`${stance}-light`]), "standard", false).match(/-light\).*?underline (\w+)/)[1]);
  assert.equal(new Set(lines).size, stances.length);
});

test("marks stay off paper unless they are wanted there", () => {
  assert.match(toneRules(MARKS, "standard", false), /^@media not print/);
  assert.doesNotMatch(toneRules(MARKS, "standard", true), /@media/);
});
