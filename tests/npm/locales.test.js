import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

const EXTENSION = new URL("../../extension/", import.meta.url);
const read = (file) => readFileSync(new URL(file, EXTENSION), "utf8");
const files = readdirSync(new URL("locales/", EXTENSION));
const locales = Object.fromEntries(await Promise.all(files.map(async (file) => [file.replace(".js", ""), (await import(new URL(`locales/${file}`, EXTENSION))).default])));
const { en } = locales;
const sources = readdirSync(EXTENSION, { recursive: true }).filter((name) => /\.(js|html)$/.test(name) && !name.startsWith("locales")).map(read).join("\n");
const placeholders = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test("there is more than English, and every language names itself and its direction", () => {
  assert.ok(Object.keys(locales).length > 1);
  for (const [tag, words] of Object.entries(locales)) {
    assert.equal(words.language_tag.split("-")[0], tag);
    assert.match(words.direction, /^(ltr|rtl)$/);
    assert.ok(words.language_name.trim());
  }
});

test("every language has the same messages, none empty, with the same placeholders", () => {
  for (const [tag, words] of Object.entries(locales)) {
    assert.deepEqual(Object.keys(words), Object.keys(en), tag);
    for (const [key, text] of Object.entries(words)) {
      assert.ok(text.trim(), `${tag} ${key}`);
      assert.deepEqual(placeholders(text), placeholders(en[key]), `${tag} ${key}`);
    }
  }
});

test("every plural has each form that its language needs", () => {
  for (const [tag, words] of Object.entries(locales)) {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    for (const key of Object.keys(words).filter((key) => key.endsWith("_other") && words[key].includes("{count}")))
      for (const category of pluralCategories) assert.ok(words[key.replace(/other$/, category)], `${tag} ${key}: ${category}`);
  }
});

test("the browser's own words about the extension are there in each language, and no others", () => {
  const manifest = JSON.parse(read("../manifest.json"));
  const asked = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
  assert.ok(asked.includes("description") && Object.values(manifest.commands).every(({ description }) => /^__MSG_\w+__$/.test(description)));
  assert.ok(manifest.default_locale in locales);
  assert.deepEqual(readdirSync(new URL("../_locales/", EXTENSION)).sort(), Object.keys(locales).sort());
  for (const tag of Object.keys(locales)) {
    const told = JSON.parse(read(`../_locales/${tag}/messages.json`));
    assert.deepEqual(Object.keys(told).sort(), [...asked].sort(), tag);
    for (const [key, { message }] of Object.entries(told)) assert.ok(message.trim() && !/[<>]/.test(message) && message.length <= 132, `${tag} ${key}`);
  }
});

test("no message is left that nobody says", () => {
  // A key may be put together from a stem: `note_${stance}`, "options_check_" + which.
  const stems = [...sources.matchAll(/["`](\w+_)(?:\$\{|" \+)/g)].map(([, stem]) => stem);
  const said = (key) => new RegExp(`\\b${key}\\b`).test(sources) || stems.some((stem) => key.startsWith(stem));
  const idle = Object.keys(en).filter((key) => !said(key) && !said(key.replace(/_(one|other)$/, "")));
  assert.deepEqual(idle, []);
});

test("every message that a page names exists", () => {
  const named = [...sources.matchAll(/data-(?:say|label)="(\w+)"/g)].map(([, key]) => key);
  assert.deepEqual(named.filter((key) => !(key in en)), []);
});
