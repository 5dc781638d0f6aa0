import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.js";

const { toneRules, stances } = load("stances", "tone");
const FROM = { light: 0.6, dim: 0.18, dusk: 0.06, dark: 0 };

const linear = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const luminance = (hex) => {
  const [r, g, b] = [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
const color = (stance, tone) => toneRules().match(new RegExp(`${stance}-${tone}\\).*?underline [^#]*(#[0-9a-f]{6})`))[1];

test("every mark keeps 3:1 against every background of its tone", () => {
  for (let step = 0; step <= 1000; step++) {
    const behind = step / 1000;
    const [tone] = Object.entries(FROM).find(([, from]) => behind >= from);
    for (const stance of stances) {
      const found = contrast(luminance(color(stance, tone)), behind);
      assert.ok(found >= 3, `${stance} on ${behind} (${tone}): ${found.toFixed(2)}`);
    }
  }
});

test("stances differ in line style, not in colour alone", () => {
  const lines = stances.map((stance) => toneRules().match(new RegExp(`${stance}-light\\).*?underline (\\w+)`))[1]);
  assert.equal(new Set(lines).size, stances.length);
});
