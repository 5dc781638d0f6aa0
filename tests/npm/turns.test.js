import assert from "node:assert/strict";
import test from "node:test";
import { inTurn, leave } from "../../extension/background/turns.js";

const A = { url: "https://a.test/", document: "1" };
const B = { url: "https://b.test/", document: "2" };
const after = (ms, value) => () => new Promise((resolve) => setTimeout(resolve, ms, value));
/** Answers after a time, or with "ended" as soon as it is told to end. */
const endable = (ms, value) => (signal) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms, value);
    signal.addEventListener("abort", () => resolve("ended"));
  });

test("a question alone is asked at once", async () => assert.equal(await inTurn(1, A, after(1, "a")), "a"));

test("tabs do not wait for each other", async () => {
  const slow = inTurn(2, A, after(200, "slow"));
  const began = performance.now();
  assert.equal(await inTurn(3, A, after(1, "fast")), "fast");
  assert.ok(performance.now() - began < 100);
  await slow;
});

test("while one is answered only the newest waits", async () => {
  let asked = 0;
  const ask = (value) => () => (asked++, after(20, value)());
  const first = inTurn(4, A, ask("a"));
  await after(5)();
  const later = ["b", "c", "d"].map((value) => inTurn(4, A, ask(value)));
  assert.deepEqual(await Promise.all([first, ...later]), ["a", undefined, undefined, "d"]);
  assert.equal(asked, 2);
});

test("a page that asks little is answered without a rest", async () => {
  const began = performance.now();
  for (const value of ["a", "b", "c"]) assert.equal(await inTurn(5, A, after(50, value)), value);
  assert.ok(performance.now() - began < 400);
});

test("a page that took a second of the server's time rests four times as long as the answers that follow", async () => {
  await inTurn(11, A, after(1050, "a"));
  const began = performance.now();
  await inTurn(11, A, after(100, "b"));
  await inTurn(11, A, after(0, "c"));
  const waited = performance.now() - began;
  assert.ok(waited >= 500 && waited < 2500, `${waited} ms`); // 100 of answering, 400 of rest, and what the first had left
});

test("a question that fails keeps no other from its turn", async () => {
  await assert.rejects(inTurn(6, A, () => Promise.reject(new Error("no"))), /no/);
  assert.equal(await inTurn(6, A, after(1, "a")), "a");
});

test("another page's question ends the one being answered, which then has no answer", async () => {
  const began = performance.now();
  const left = inTurn(7, A, endable(5000, "late"));
  await after(5)();
  assert.deepEqual(await Promise.all([left, inTurn(7, B, after(1, "b"))]), [undefined, "b"]);
  assert.ok(performance.now() - began < 1000);
});

test("another page waits a second at most, however long the last answer took", async () => {
  const left = inTurn(8, A, endable(5000, "late"));
  await after(1500)();
  const began = performance.now();
  assert.equal(await inTurn(8, B, after(1, "b")), "b");
  const waited = performance.now() - began;
  assert.ok(waited >= 990 && waited < 1600, `${waited} ms`);
  assert.equal(await left, undefined);
});

test("a page loaded again is another page", async () => {
  const left = inTurn(10, A, endable(5000, "late"));
  await after(5)();
  assert.deepEqual(await Promise.all([left, inTurn(10, { ...A, document: "3" }, after(1, "b"))]), [undefined, "b"]);
});

test("leaving a page ends its question and drops the one that waits; staying changes nothing", async () => {
  const first = inTurn(9, A, endable(200, "a"));
  await after(5)();
  const second = inTurn(9, A, after(1, "b"));
  leave(9, A.url);
  leave(9, B.url);
  assert.deepEqual(await Promise.all([first, second]), [undefined, undefined]);
  const third = inTurn(9, A, endable(20, "c"));
  leave(9, A.url);
  assert.equal(await third, "c");
});

test("what a page cost is not charged to the questions of the reader's next page", async () => {
  await inTurn(12, A, after(1500, "a"));
  const began = performance.now();
  await inTurn(12, B, after(1, "b"));
  await inTurn(12, B, after(1, "c"));
  assert.ok(performance.now() - began < 1500, `${performance.now() - began} ms`);
});
