import assert from "node:assert/strict";
import test from "node:test";

globalThis.chrome = { runtime: {} }; // asked for nothing here
globalThis.self = globalThis; // as browsers have it
const { isPlain } = await import("../../extension/shared/settings.js");
const { pageWords } = await import("../../extension/shared/words.js");

const voice = { say: (key, values = {}) => `${key}:${values.count ?? ""}` };

test("of an article that is cut off it is said, under the number of its notes", () => {
  assert.deepEqual(pageWords(voice, "notes", 3), ["page_notes:3", ""]);
  assert.deepEqual(pageWords(voice, "notes", 3, undefined, true), ["page_notes:3", "page_cut:"]);
});

test("only a plain address of another machine is one that others can listen in on", () => {
  const plain = ["http://facts.example", "http://facts.example:8765/base", "http://192.168.1.7:8765", "http://127.0.0.1.facts.example"];
  const safe = ["http://127.0.0.1:8765", "http://localhost:8765", "http://[::1]:8765", "https://facts.example"];
  assert.deepEqual([...plain, ...safe].filter(isPlain), plain);
});
