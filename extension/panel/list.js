// The panel's list of notes, in the order of the article, with a filter by stance; and what the article lacks.
import "../shared/platform.js";
import "../content/link.js";
import { find, make } from "../shared/dom.js";
import { stances } from "../shared/stances.js";

/** Stances that the reader filtered out, for as long as the panel is open. @type {Set<Stance>} */
const hidden = new Set();

/** The note whose card was opened last on the page: whatever is drawn anew, it stays marked. */
let reading = "";

/** @param {Voice} voice @param {Annotation[]} notes @param {(index: number) => void} go */
export function drawNotes(voice, notes, go) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.note;
  drawFilter(voice, notes);
  find("#list").replaceChildren(...notes.map((note, index) => item(voice, note, () => (markReading(note.id), go(index)))));
  filter(voice, notes);
  mark();
  if (focused) find(`[data-note="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

/** @param {Voice} voice @param {Annotation} note @param {() => void} go */
function item(voice, { id, stance, fact, body, outlets, origins }, go) {
  const { say } = voice;
  const sources = say("note_sources", { outlets: say("note_outlets", { count: outlets }), origins: say("note_origins", { count: origins }) });
  const [judged, href, source] = secondSource.judged(fact, voice);
  const link = href && make("a", { href, target: "_blank", rel: "noopener noreferrer" }, source);
  return make(
    "li",
    { class: stance },
    make("span", { class: "stance" }, say(`note_${stance}`)),
    make("h3", {}, make("button", { "data-note": id, click: go, lang: "en", dir: "auto" }, fact.wording ?? fact.label)),
    make("p", { lang: "en", dir: "auto" }, body[0]?.value ?? ""),
    make("p", { class: "soft" }, `${sources} · `, make("span", { class: "judged", dir: "auto" }, `${judged} `, link || source)),
  );
}

/** One box a stance that the page has. @param {Voice} voice @param {Annotation[]} notes */
function drawFilter(voice, notes) {
  const boxes = stances
    .map((stance) => ({ stance, count: notes.filter((note) => note.stance == stance).length }))
    .filter(({ count }) => count)
    .map(({ stance, count }) => {
      const choose = (/** @type {any} */ { target }) => {
        if (target.checked) hidden.delete(stance);
        else hidden.add(stance);
        filter(voice, notes);
      };
      const box = make("input", { type: "checkbox", value: stance, checked: !hidden.has(stance), change: choose });
      return make("label", { class: stance }, box, make("span", { class: "stance" }, voice.say(`note_${stance}`)), ` ${count}`);
    });
  const { activeElement } = document;
  const focused = find("#filter").contains(activeElement) ? /** @type {HTMLInputElement} */ (activeElement).value : "";
  find("#filter").replaceChildren(find("#filter legend"), ...boxes);
  if (focused) find(`#filter [value="${CSS.escape(focused)}"]`)?.focus();
}

/** @param {Voice} voice @param {Annotation[]} notes */
function filter({ say }, notes) {
  const items = find("#list").children;
  notes.forEach(({ stance }, i) => (items[i].hidden = hidden.has(stance)));
  const shown = notes.filter(({ stance }) => !hidden.has(stance)).length;
  const all = say("panel_all", { count: notes.length });
  find("#shown").textContent = shown == notes.length ? all : shown ? say("panel_some", { shown, total: notes.length }) : say("panel_filtered");
}

/** Marks the note whose card is open on the page. @param {string} id */
export function markReading(id) {
  reading = id;
  mark()?.scrollIntoView({ block: "nearest" });
}

/** @returns {HTMLElement | undefined} the item marked */
function mark() {
  find("#list [aria-current]")?.removeAttribute("aria-current");
  const item = find(`#list [data-note="${CSS.escape(reading)}"]`)?.closest("li");
  item?.setAttribute("aria-current", "true");
  return item;
}

/** Of an article that is cut off it is not said what it lacks. @param {Voice} voice @param {Answer["missing"]} missing @param {boolean} [cut] */
export function drawMissing({ say, day }, missing, cut) {
  find("#tab-missing [data-say]").textContent = say(cut ? "panel_elsewhere" : "panel_missing");
  find("#tab-missing .count").textContent = missing.length ? say("panel_count", { count: missing.length }) : "";
  const items = missing.map(({ fact, evidence }) =>
    make(
      "li",
      {},
      make("h3", { lang: "en", dir: "auto" }, fact.label),
      ...evidence.map(({ article, exact }) =>
        make(
          "div",
          { class: "said" },
          make("blockquote", { dir: "auto" }, exact),
          make("p", { class: "soft" }, source(say, article, exact), ` ${day(article.published)}`),
        ),
      ),
    ),
  );
  const intro = make("p", { class: "soft" }, say(!missing.length ? "panel_missing_none" : cut ? "panel_elsewhere_intro" : "panel_missing_intro"));
  find("#missing").replaceChildren(intro, make("ol", { class: "plain" }, ...items));
}

/** @param {Voice["say"]} say @param {ArticleRef} article @param {string} exact */
function source(say, { url, outlet }, exact) {
  const href = secondSource.passageLink(url, exact);
  if (!href) return make("strong", { dir: "auto" }, outlet);
  return make("a", { href, target: "_blank", rel: "noopener noreferrer", dir: "auto", title: say("note_passage", { outlet }) }, outlet);
}
