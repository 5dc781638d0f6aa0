import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.js";

const { speak } = load("../shared/say");
const words = { language_tag: "de", direction: "ltr", a_one: "{count} Ding", a_other: "{count} Dinge", b: "{x} und {x}, nicht {y}" };

test("a count picks its plural form and is written as the language writes numbers", () => {
  assert.equal(speak(words).say("a", { count: 1 }), "1 Ding");
  assert.equal(speak(words).say("a", { count: 0 }), "0 Dinge");
  assert.equal(speak(words).say("a", { count: 1234 }), "1.234 Dinge");
});

test("values are filled in as they are, and once: a value with braces is no placeholder", () => {
  assert.equal(speak(words).say("b", { x: "{y} $& __proto__", y: "Z" }), "{y} $& __proto__ und {y} $& __proto__, nicht Z");
  assert.equal(speak(words).say("b", { x: "X" }), "X und X, nicht {y}");
});

test("a bare date is that day in every time zone; what is no date is nothing", () => {
  assert.equal(speak(words).day("2031-03-04"), "4. März 2031");
  assert.equal(speak({ ...words, language_tag: "en-GB" }).day("2031-03-04"), "4 Mar 2031");
  for (const none of [null, undefined, "", "soon"]) assert.equal(speak(words).day(none), "");
});
