import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.js";

const { diff } = load("diff");
const marked = (a, b) => [...diff(a, b)].map((side) => [...side].filter(({ changed }) => changed).map(({ text }) => text.trim()));

test("words that only one side has are marked on that side", () => {
  assert.deepEqual(marked("a very important bridge", "an important bridge"), [["a very"], ["an"]]);
});

test("punctuation, quotation marks and case are no difference", () => {
  assert.deepEqual(marked("“It’s over,” she said", "It's Over. She said"), [[], []]);
});

test("both sides can be put together again from their parts", () => {
  const [a, b] = ["one  two\nthree four", "zero one three five"];
  const joined = [...diff(a, b)].map((side) => [...side].map(({ text }) => text).join(""));
  assert.deepEqual(joined, [a, b]);
});

test("a text too long to compare comes back whole and unmarked", () => {
  const long = "word ".repeat(5000);
  assert.deepEqual(marked(long, "another"), [[], []]);
});
