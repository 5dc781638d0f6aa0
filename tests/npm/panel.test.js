import assert from "node:assert/strict";
import test from "node:test";
import { changes, grid } from "../../extension/panel/model.js";

const STANCES = ["conflicts", "rewords", "updates", "corroborates"];
const article = (outlet, published = null) => ({ id: outlet, outlet, url: `https://${outlet}.example/a`, published });
const evidence = (stance, outlet, value, published) => ({ stance, value, exact: `as ${outlet} has it`, article: article(outlet, published) });
const note = (fact, exact, ...told) => ({ id: fact + exact, fact: { id: fact, label: `Fact ${fact}` }, evidence: told, target: { selector: [{ type: "TextQuoteSelector", exact }] } });
const known = (notes, missing = []) => ({ url: "https://own.example/a?from=x#top", story: { articles: [article("own", "2031-03-02"), article("quiet"), article("b"), article("a")] }, notes, missing });

test("a column for each outlet that reports anything, in the story's order and then as they come up", () => {
  assert.deepEqual(grid(known([]), STANCES).outlets, []);
  const told = ["late", "a", "b", "a"].map((outlet) => evidence("corroborates", outlet, "1"));
  assert.deepEqual(grid(known([note("f", "x", ...told)]), STANCES).outlets, ["b", "a", "late"]);
});

test("a row for each fact in the article's order, then what the article lacks", () => {
  const missing = [{ fact: { id: "m", label: "Fact m" }, evidence: [evidence(null, "a", "5")] }];
  const { rows } = grid(known([note("g", "x"), note("f", "y"), note("g", "z")], missing), STANCES);
  assert.deepEqual(rows.map(({ label, index }) => [label, index]), [["Fact g", 0], ["Fact f", 1], ["Fact m", null]]);
  assert.deepEqual(rows.map(({ cells }) => cells), [[null], [null], [{ stance: null, values: ["5"] }]]);
});

test("a square shows the strongest that its outlet says, with all that it says", () => {
  const told = [evidence("corroborates", "a", "8"), evidence("conflicts", "a", "9"), evidence("corroborates", "a", "8")];
  const [{ cells }] = grid(known([note("f", "x", ...told)]), STANCES).rows;
  assert.deepEqual(cells[0], { stance: "conflicts", values: ["8", "9"] });
});

test("a long value gives way to the outlet's own words", () => {
  const [{ cells }] = grid(known([note("f", "x", evidence("rewords", "a", "v".repeat(61)))]), STANCES).rows;
  assert.deepEqual(cells[0].values, ["as a has it"]);
});

test("only facts that were updated change; each report stands at its day, this article at its own, no date last", () => {
  const updated = note("f", "12 trains", evidence("updates", "a", "30", "2031-03-04"), evidence("corroborates", "b", "12", "2031-03-01"), evidence("updates", "c", "31", undefined));
  const [change, ...others] = changes(known([note("g", "x", evidence("conflicts", "a", "9")), updated]));
  assert.deepEqual(others, []);
  assert.equal(change.index, 1);
  assert.deepEqual(change.moments.map(({ outlet, said, gap }) => [outlet, said, gap]), [["b", "12", 0], [null, "12 trains", 1], ["a", "30", 2], ["c", "31", 0]]);
});

test("what one outlet says twice on a day is one moment", () => {
  const twice = note("f", "x", evidence("updates", "a", "30", "2031-03-04"), evidence("updates", "a", "30", "2031-03-04"));
  assert.equal(changes(known([twice]))[0].moments.length, 2);
});
