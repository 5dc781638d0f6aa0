// What the panel's picture shows, out of what the page knows: who reports which fact, and which figures changed. Pure.

const MOST = 300; // facts; more than any answer about an article has, and still a table that scrolls
const SHORT = 60; // characters; a longer value is a sentence, and its outlet's own words say it better

/** @typedef {Pick<PageTold, "url" | "story" | "notes" | "missing">} Known */
/** @typedef {Omit<Evidence, "stance"> & {stance: Stance | null}} Told */
/** @typedef {{fact: {id: string, label: string}, evidence: Told[], index: number | null}} Fact */
/** @typedef {{stance: Stance | null, values: string[]}} Cell  stance null: the outlet reports what this article does not */
/** @typedef {{id: string, label: string, index: number | null, cells: (Cell | null)[]}} Row  index null: not in this article */
/** @typedef {{published: string | null, outlet: string | null, stance: Stance | null, said: string, gap: number}} Moment  outlet null: this article; gap: days since the one before */

/** The items that share a name, in the order in which the names came up. @template T @param {T[]} items @param {(item: T) => string} name @returns {T[][]} */
function together(items, name) {
  /** @type {Map<string, T[]>} */ const found = new Map();
  for (const item of items) found.set(name(item), [...(found.get(name(item)) ?? []), item]);
  return [...found.values()];
}

/** @param {string} address */
const bare = (address) => address.split(/[#?]/)[0].replace(/\/$/, "");

/** The page's own article, if the story has it. @param {Known} known */
const own = ({ url, story }) => story?.articles.find((article) => bare(article.url) == bare(url));

/**
 * Facts by outlets: a row for each fact, those of the article in its order and then those it lacks; a column for each
 * outlet that reports any of them, in the story's order.
 * @param {Known} known @param {Stance[]} stances the strongest first @returns {{outlets: string[], rows: Row[]}}
 */
export function grid({ story, notes, missing }, stances) {
  const facts = /** @type {Fact[]} */ ([...notes.map((note, index) => ({ ...note, index })), ...missing.map((one) => ({ ...one, index: null }))]);
  const reporting = new Set(facts.flatMap(({ evidence }) => evidence.map(({ article }) => article.outlet)));
  const ofStory = (story?.articles ?? []).map(({ outlet }) => outlet);
  const outlets = [...new Set([...ofStory, ...reporting])].filter((outlet) => reporting.has(outlet));
  const rows = together(facts, ({ fact }) => fact.id).slice(0, MOST).map((same) => {
    const evidence = same.flatMap((one) => one.evidence);
    const cells = outlets.map((outlet) => cell(evidence.filter(({ article }) => article.outlet == outlet), stances));
    return { id: same[0].fact.id, label: same[0].fact.label, index: same[0].index, cells };
  });
  return { outlets, rows };
}

/** The strongest that an outlet says about a fact. @param {Told[]} evidence @param {Stance[]} stances @returns {Cell | null} */
function cell(evidence, stances) {
  if (!evidence.length) return null;
  const stance = stances.find((stance) => evidence.some((one) => one.stance == stance)) ?? null;
  return { stance, values: [...new Set(evidence.map(said))] };
}

/** @param {Told} evidence */
const said = ({ value, exact }) => (value && value.length <= SHORT ? value : exact);

/** The facts that were updated, each with everything said about it in the order of its day. @param {Known} known */
export function changes(known) {
  const { notes } = known;
  return together(notes.map((note, index) => ({ note, index })), ({ note }) => note.fact.id)
    .filter((same) => same.some(({ note }) => note.evidence.some(({ stance }) => stance == "updates")))
    .map((same) => ({ label: same[0].note.fact.label, index: same[0].index, moments: moments(known, same.map(({ note }) => note)) }));
}

/** @param {Known} known @param {Annotation[]} notes of one fact @returns {Moment[]} */
function moments(known, notes) {
  const here = notes[0].target.selector.find(({ exact }) => exact)?.exact ?? "";
  const all = [
    { published: own(known)?.published ?? null, outlet: null, stance: null, said: here },
    ...notes.flatMap(({ evidence }) => evidence).map((one) => ({ published: one.article.published ?? null, outlet: one.article.outlet, stance: one.stance, said: said(one) })),
  ];
  const once = together(all, ({ outlet, said, published }) => [outlet, said, published].join("\n")).map(([first]) => first);
  const sorted = once.sort((a, b) => time(a) - time(b));
  return sorted.map((moment, i) => ({ ...moment, gap: i ? days(sorted[i - 1], moment) : 0 }));
}

/** Milliseconds; without a date it comes last. @param {{published: string | null}} moment */
const time = ({ published }) => (published && !isNaN(Date.parse(published)) ? Date.parse(published) : Number.MAX_SAFE_INTEGER);

/** @param {{published: string | null}} before @param {{published: string | null}} after */
const days = (before, after) => (time(after) == Number.MAX_SAFE_INTEGER ? 0 : (time(after) - time(before)) / 864e5);
