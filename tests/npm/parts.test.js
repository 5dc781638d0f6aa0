import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.js";

const { change, carry, portion, understand } = load("locate", "parts");
const plain = (value) => JSON.parse(JSON.stringify(value)); // what another realm made is not strictly equal
const at = (text, words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

test("what differs between two texts is the stretch between what they begin and end with", () => {
  assert.deepEqual(plain(change("One. Three.", "One. Two. Three.")), { start: 6, end: 11, grown: 5 });
  assert.deepEqual(plain(change("One. Two.", "One.")), { start: 4, end: 4, grown: -5 });
  assert.deepEqual(plain(change("", "New")), { start: 0, end: 3, grown: 3 });
  assert.deepEqual(plain(change("Same", "Same")), { start: 4, end: 4, grown: 0 });
  assert.deepEqual(plain(change("aa", "aaa")), { start: 2, end: 3, grown: 1 });
});

test("notes before a change stay, notes after it move, notes in it go", () => {
  const was = "The first. The second. The third.";
  const is = "The first. A new one and the second. The third.";
  const known = ["first", "The second", "third"].map((words) => ({ note: words, ...at(was, words) }));
  const carried = plain(carry(known, change(was, is)));
  assert.deepEqual(carried, [{ note: "first", ...at(is, "first") }, { note: "third", ...at(is, "third") }]);
});

test("words that touch a change are not taken for unchanged", () => {
  const known = [{ note: "12", ...at("killed 12", "12") }];
  assert.deepEqual(plain(carry(known, change("killed 12", "killed 120"))), []);
  assert.deepEqual(plain(carry([{ note: "2", ...at("2 died", "2") }], change("2 died", "12 died"))), []);
});

test("a part is read from a blank line well before the change to one well after it, and within the text", () => {
  const text = Array.from({ length: 400 }, (_, i) => `Paragraph ${i} of a long text that goes on.`).join("\n\n");
  const place = at(text, "Paragraph 200");
  const [from, to] = portion(text, { ...place, grown: 0 });
  assert.ok(from < place.start - 1900 && to > place.end + 1900 && to - from < 5000);
  assert.ok(text.slice(from, to).trim().startsWith("Paragraph") && text.slice(from, to).endsWith("goes on."));
  assert.deepEqual(plain(portion(text, { start: 5, end: 9, grown: 0 }))[0], 0);
  assert.equal(portion(text, { start: text.length - 9, end: text.length, grown: 9 })[1], text.length);
});

test("a note's place counts code points, from where the part begins; words that stand elsewhere are dropped", () => {
  const note = (start, end, exact) => ({ target: { selector: [{ type: "TextPositionSelector", start, end }, { type: "TextQuoteSelector", exact }] } });
  const text = "🙂🙂 eleven people";
  const right = note(3, 9, "eleven");
  assert.deepEqual(plain(understand(text, [right, note(3, 9, "twelve"), note(9, 3, "eleven"), {}], 100)), [{ note: right, exact: "eleven", start: 105, end: 111 }]);
  assert.equal(text.slice(5, 11), "eleven");
});
