// The story in a picture: a table of facts by outlets whose squares say in colour, pattern and words how each report
// stands to the article; and a time line for every figure that changed.
import { find, make } from "../shared/dom.js";
import { stances } from "../shared/stances.js";
import { changes, grid } from "./model.js";

const DAY = 6; // px that a day takes on a time line ...
const LONGEST_GAP = 48; // ... up to this many

/** @param {Voice} voice @param {PageTold} told @param {(index: number) => void} go */
export function drawPicture(voice, told, go) {
  const changed = changes(told);
  const lines = changed.length ? [make("h3", {}, voice.say("panel_changed")), ...changed.map((change) => line(voice, change, go))] : [];
  const title = make("h3", { id: "grid" }, voice.say("panel_grid"));
  const why = make("p", { id: "grid-why", class: "soft" }, voice.say("panel_grid_why"));
  find("#picture").replaceChildren(...lines, title, why, legend(voice), table(voice, told, go));
}

/** @param {Voice} voice @param {ReturnType<typeof changes>[number]} change @param {(index: number) => void} go */
function line(voice, { label, index, moments }, go) {
  const items = moments.map(({ published, outlet, stance, said, gap }) => {
    const who = outlet ?? voice.say("note_here");
    const when = published ? make("time", { datetime: published }, voice.day(published)) : make("span", {}, outlet ? voice.say("panel_undated") : who);
    const item = make("li", { class: stance ?? "here" }, when, make("strong", { dir: "auto" }, said), published || outlet ? make("span", { dir: "auto" }, who) : null);
    item.style.setProperty("--gap", `${Math.min(gap * DAY, LONGEST_GAP)}px`);
    return item;
  });
  return make("div", { class: "change" }, make("h4", {}, jump(label, index, go)), make("ol", { class: "line" }, ...items));
}

/** @param {string} label @param {number} index @param {(index: number) => void} go */
const jump = (label, index, go) => make("button", { class: "jump", lang: "en", dir: "auto", click: () => go(index) }, label);

/** What each square means. @param {Voice} voice */
function legend({ say }) {
  const kinds = /** @type {[string, string][]} */ ([
    ...stances.map((stance) => [stance, say(`note_${stance}`)]),
    ["reports", say("panel_reports")],
    ["silent", say("panel_silent")],
  ]);
  return make("ul", { class: "legend" }, ...kinds.map(([kind, name]) => make("li", {}, make("span", { class: `square ${kind}` }), name)));
}

/** @param {Voice} voice @param {PageTold} told @param {(index: number) => void} go */
function table({ say }, told, go) {
  const { outlets, rows } = grid(told, stances);
  const head = outlets.map((outlet) => make("th", { scope: "col" }, make("span", { dir: "auto" }, outlet)));
  const body = rows.map(({ label, index, cells }) => {
    const name = index === null ? make("span", { lang: "en", dir: "auto" }, label) : jump(label, index, go);
    const squares = cells.map((cell) => {
      const kind = cell ? (cell.stance ?? "reports") : "silent";
      const words = say(cell?.stance ? `note_${cell.stance}` : cell ? "panel_reports" : "panel_silent");
      const values = cell ? `: ${cell.values.join("; ")}` : "";
      return make("td", { title: cell?.values.join("\n") }, make("span", { class: `square ${kind}` }), make("span", { class: "unseen" }, words + values));
    });
    return make("tr", {}, make("th", { scope: "row" }, name, index === null ? make("small", {}, say(told.cut ? "panel_elsewhere" : "panel_missing")) : null), ...squares);
  });
  return make(
    "div",
    { class: "scroll", role: "region", tabindex: 0, "aria-labelledby": "grid" },
    make(
      "table",
      { "aria-labelledby": "grid", "aria-describedby": "grid-why" },
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, say("panel_fact")), ...head)),
      make("tbody", {}, ...body),
    ),
  );
}
