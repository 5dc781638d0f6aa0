import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { gzipSync } from "node:zlib";

const ROOT = new URL("../../", import.meta.url);
const read = (file) => readFileSync(new URL(file, ROOT), "utf8");
const always = JSON.parse(read("manifest.json")).content_scripts.flatMap(({ js }) => js);
const later = read("extension/background/inject.js").match(/CONTENT_FILES = \[([^\]]+)\]/)[1].match(/[\w/]+/g).map((name) => `extension/${name}.js`);
const gzipped = (files) => gzipSync(files.map(read).join(""), { level: 9 }).length;

test("a page without a story carries at most 2 kB, gzipped", () => assert.ok(gzipped(always) <= 2048, `${gzipped(always)} bytes`));

test("all content scripts together are at most 20 kB, gzipped", () => assert.ok(gzipped([...always, ...later]) <= 20480));

test("only the one seam names the browser's interfaces, and only one file fetches", async () => {
  const { globSync } = await import("node:fs");
  const files = (globSync ?? (await fallback()))("extension/**/*.js", { cwd: ROOT }).filter((file) => !file.startsWith("extension/locales/"));
  const code = (file) => read(file).replace(/\/\*[^]*?\*\/|\/\/.*/g, "");
  assert.deepEqual(files.filter((file) => /\b(chrome|browser)\.|globalThis\.browser/.test(code(file))), ["extension/shared/platform.js"]);
  assert.deepEqual(files.filter((file) => /\bfetch\(/.test(code(file))), ["extension/background/server.js"]);
});

/** Node 20 has no globSync. */
async function fallback() {
  const { readdirSync } = await import("node:fs");
  return () => readdirSync(new URL("extension/", ROOT), { recursive: true }).filter((name) => name.endsWith(".js")).map((name) => `extension/${name}`);
}
