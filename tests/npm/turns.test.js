import assert from "node:assert/strict";
import test from "node:test";
import { inTurn } from "../../extension/background/turns.js";

const after = (ms, value) => () => new Promise((resolve) => setTimeout(resolve, ms, value));

test("a question alone is asked at once", async () => assert.equal(await inTurn(1, after(1, "a")), "a"));

test("tabs do not wait for each other", async () => {
  const slow = inTurn(2, after(200, "slow"));
  const began = performance.now();
  assert.equal(await inTurn(3, after(1, "fast")), "fast");
  assert.ok(performance.now() - began < 100);
  await slow;
});

test("while one is answered only the newest waits", async () => {
  let asked = 0;
  const ask = (value) => () => (asked++, after(20, value)());
  const first = inTurn(4, ask("a"));
  await after(5)();
  const later = ["b", "c", "d"].map((value) => inTurn(4, ask(value)));
  assert.deepEqual(await Promise.all([first, ...later]), ["a", undefined, undefined, "d"]);
  assert.equal(asked, 2);
});

test("a tab rests four times as long as its answer took", async () => {
  const began = performance.now();
  await inTurn(5, after(50, "a"));
  await inTurn(5, after(0, "b"));
  assert.ok(performance.now() - began >= 240);
});

test("a question that fails keeps no other from its turn", async () => {
  await assert.rejects(inTurn(6, () => Promise.reject(new Error("no"))), /no/);
  assert.equal(await inTurn(6, after(1, "a")), "a");
});
