import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.js";

const { judged, passageLink } = load("link");

test("a short passage is named whole, with the fragment's own signs encoded", () => {
  assert.equal(passageLink("https://a.test/x", "well-known, at 5 & 6"), "https://a.test/x#:~:text=well%2Dknown%2C%20at%205%20%26%206");
});

test("a long passage is named by its first and last words", () => {
  const link = passageLink("https://a.test/x", "one two three four five six seven eight nine ten");
  assert.equal(link, "https://a.test/x#:~:text=one%20two%20three%20four,seven%20eight%20nine%20ten");
});

test("a fragment that is there already is kept", () => {
  assert.equal(passageLink("https://a.test/x#part", "one"), "https://a.test/x#part:~:text=one");
});

test("an address that is not http or https gives no link", () => {
  assert.deepEqual(["javascript:alert(1)", "data:text/html,x", "nonsense"].map((url) => passageLink(url, "one")), [null, null, null]);
});

test("what was judged is said in words; a settled fact's source is a link if it is an address of https, else text", () => {
  const voice = { say: (key, { note } = {}) => [key, note].filter(Boolean).join(" ") };
  const said = (fact) => [...judged(fact, voice)];
  assert.deepEqual(said({ status: "proposed" }), ["note_proposed", false, ""]);
  assert.deepEqual(said({ status: "disputed" }), ["note_disputed", false, ""]);
  assert.deepEqual(said({ status: "disputed", note: "12 or 17" }), ["note_disputed 12 or 17", false, ""]);
  assert.deepEqual(said({ status: "settled", note: "It was 17.", source: "https://a.test/x" }), ["note_settled It was 17.", "https://a.test/x", "note_source"]);
  for (const source of ["", "javascript:alert(1)", "http://a.test/", "https:a.test", " https://a.test/", "The coroner's report"])
    assert.deepEqual(said({ status: "settled", note: "x", source }).slice(1), [false, source]);
});
