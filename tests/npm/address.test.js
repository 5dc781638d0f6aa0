import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { plainAddress } from "../../extension/background/address.js";

const written = JSON.parse(readFileSync(new URL("../unit/factbase/addresses.json", import.meta.url), "utf8"));

test("an address is written as the server writes it", () => {
  assert.ok(written.length > 10);
  for (const [url, plain] of written) assert.equal(plainAddress(url), plain, url);
});

test("an address of a million slashes takes no longer than another", () => {
  const began = performance.now();
  assert.equal(plainAddress(`https://a.test/${"/".repeat(1e6)}x`)?.length, "a.test".length + 1e6 + 2);
  assert.ok(performance.now() - began < 500);
});
