import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.js";

/** The marks that are drawn of notes on one line, as [stance, start, end]. */
function drawn(notes) {
  const marks = new Map();
  const view = { CSS: { highlights: marks }, Highlight: Array };
  const root = { defaultView: view };
  const part = (start, end) => ({ start, end });
  const secondSource = load("stances", "highlight");
  Object.assign(secondSource, { tone: () => "light", toneRules: () => "", adopt: () => {} });
  const placed = notes.map(([stance, start, end]) => ({ note: { stance }, start, end, root, range: part(start, end), part }));
  secondSource.highlight(placed, { colours: "standard", print: false }, new AbortController().signal);
  return [...marks].flatMap(([name, ranges]) => [...ranges].map(({ start, end }) => [name.split("-")[2], start, end])).sort((a, b) => a[1] - b[1]);
}

test("where notes overlap, the strongest is drawn at each place", () => {
  assert.deepEqual(drawn([["corroborates", 0, 20], ["conflicts", 5, 9]]), [["corroborates", 0, 5], ["conflicts", 5, 9], ["corroborates", 9, 20]]);
});

test("a stance that is none comes to an end too", () => {
  assert.deepEqual(drawn([["conflicts", 0, 5], ["constructor", 3, 9]])[0], ["conflicts", 0, 5]);
});
