import assert from "node:assert/strict";
import test from "node:test";
import { timed } from "./clock.js";
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

test("a question alone is asked at once", async () => assert.deepEqual(await timed(inTurn(1, A, after(1, "a"))), ["a", 1]));

test("tabs do not wait for each other", async () => {
  const slow = inTurn(2, A, after(200, "slow"));
  assert.deepEqual(await timed(inTurn(3, A, after(1, "fast"))), ["fast", 1]);
  assert.deepEqual(await timed(slow), ["slow", 199]);
});

test("while one is answered only the newest waits", async () => {
  let asked = 0;
  const ask = (value) => () => (asked++, after(20, value)());
  const first = inTurn(4, A, ask("a"));
  await timed(after(5)());
  const later = ["b", "c", "d"].map((value) => inTurn(4, A, ask(value)));
  const [answers] = await timed(Promise.all([first, ...later]));
  assert.deepEqual(answers, ["a", undefined, undefined, "d"]);
  assert.equal(asked, 2);
});

test("a page that asks little is answered without a rest", async () => {
  for (const value of ["a", "b", "c"]) assert.deepEqual(await timed(inTurn(5, A, after(50, value))), [value, 50]);
});

test("a page that took more than a second of the server's time rests four times as long as its answers took", async () => {
  await timed(inTurn(11, A, after(1050, "a")));
  assert.deepEqual(await timed(inTurn(11, A, after(100, "b"))), ["b", 200 + 100]); // four times the 50 above a second
  assert.deepEqual(await timed(inTurn(11, A, after(0, "c"))), ["c", 400]);
});

test("a question that fails keeps no other from its turn", async () => {
  await assert.rejects(timed(inTurn(6, A, () => Promise.reject(new Error("no")))), /no/);
  assert.deepEqual(await timed(inTurn(6, A, after(1, "a"))), ["a", 1]);
});

test("another page's question ends the one being answered, which then has no answer", async () => {
  const left = inTurn(7, A, endable(5000, "late"));
  await timed(after(5)());
  assert.deepEqual(await timed(Promise.all([left, inTurn(7, B, after(1, "b"))])), [[undefined, "b"], 1]);
});

test("another page waits a second at most, however long the last answer took", async () => {
  const left = inTurn(8, A, endable(5000, "late"));
  await timed(after(1500)());
  assert.deepEqual(await timed(inTurn(8, B, after(1, "b"))), ["b", 1001]);
  assert.equal((await timed(left))[0], undefined);
});

test("a page loaded again is another page", async () => {
  const left = inTurn(10, A, endable(5000, "late"));
  await timed(after(5)());
  const [answers] = await timed(Promise.all([left, inTurn(10, { ...A, document: "3" }, after(1, "b"))]));
  assert.deepEqual(answers, [undefined, "b"]);
});

test("leaving a page ends its question and drops the one that waits; staying changes nothing", async () => {
  const first = inTurn(9, A, endable(200, "a"));
  await timed(after(5)());
  const second = inTurn(9, A, after(1, "b"));
  leave(9, A.url);
  leave(9, B.url);
  assert.deepEqual((await timed(Promise.all([first, second])))[0], [undefined, undefined]);
  const third = inTurn(9, A, endable(20, "c"));
  leave(9, A.url);
  assert.equal((await timed(third))[0], "c");
});

test("what a page cost is not charged to the questions of the reader's next page", async () => {
  await timed(inTurn(12, A, after(1500, "a")));
  assert.deepEqual(await timed(inTurn(12, B, after(1, "b"))), ["b", 1001]); // the second that another page waits at most
  assert.deepEqual(await timed(inTurn(12, B, after(1, "c"))), ["c", 1]);
});
