// What a card says about one note: the page's words, then who else says what, grouped by value, the strongest
// disagreement first. Whatever the server sent reaches the page as text only.
{
  const SHOWN = 3; // sources of one wording before the rest fold away
  const SHORT = 32; // characters; a longer value is a quotation and is shown as one

  secondSource.element = (tag, name = "", ...children) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...children.filter((child) => child !== null));
    return element;
  };
  const make = secondSource.element;
  const { words } = secondSource;

  /** @template T @param {T[]} list @param {(item: T) => string} by @returns {T[][]} */
  const grouped = (list, by) => {
    /** @type {Map<string, T[]>} */ const groups = new Map();
    for (const item of list) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
    return [...groups.values()];
  };

  /** @param {WordDiff[]} parts */
  const quote = (parts) => {
    const made = make("blockquote", "", ...parts.map(({ text, changed }) => (changed ? make("mark", "", text) : text)));
    made.dir = "auto";
    return made;
  };

  /** @param {string | null | undefined} published */
  const day = (published) => {
    const date = new Date(published ?? "");
    if (isNaN(+date)) return null;
    const timeZone = /T/.test(published ?? "") ? undefined : "UTC"; // a bare date is that date everywhere
    return make("span", "", date.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone }));
  };

  /** @param {Evidence} evidence */
  const source = ({ article, exact }) => {
    const link = secondSource.passageLink(article.url, exact);
    const name = make(link ? "a" : "strong", "", article.outlet);
    if (link) {
      Object.assign(name, { href: link, target: "_blank", rel: "noopener noreferrer" });
      name.setAttribute("aria-label", words.passage(article.outlet));
    }
    return make("p", "from", name, day(article.published));
  };

  /** One wording and everyone who has it. @param {Evidence[]} same @param {string} here @param {string} said */
  const wording = (same, here, said) => {
    const [first] = same;
    const why = first.explanation == said ? "" : first.explanation;
    const plain = first.stance == "corroborates";
    const parts = plain ? [{ text: first.exact, changed: false }] : secondSource.diff(here, first.exact)[1];
    const sources = same.map(source);
    const folded = sources.slice(SHOWN);
    const more = folded.length ? make("details", "", make("summary", "", words.more(folded.length)), ...folded) : null;
    return [quote(parts), ...sources.slice(0, SHOWN), more, why ? make("p", "why", why) : null];
  };

  /** @param {Evidence[]} group @param {string} here @param {string} said the summary above */
  const section = (group, here, said) => {
    const [{ stance, value }] = group;
    const short = value && value.length <= SHORT ? make("span", "value", value) : null;
    const title = make("h3", "", make("span", "stance", secondSource.looks[stance].label), short);
    const wordings = grouped(group, ({ exact }) => exact.replace(/\W+/g, " ").toLowerCase());
    return make("section", `group ${stance}`, title, ...wordings.flatMap((same) => wording(same, here, said)));
  };

  secondSource.cardContent = ({ note, range }) => {
    const { stances } = secondSource;
    const here = note.target.selector.find(({ exact }) => exact)?.exact ?? range.toString();
    const known = note.evidence.filter(({ stance }) => stances.includes(stance));
    const groups = grouped(known, ({ stance, value }) => stance + value);
    groups.sort(([a], [b]) => stances.indexOf(a.stance) - stances.indexOf(b.stance));
    const other = groups[0]?.[0];
    const parts = !other || other.stance == "corroborates" ? [{ text: here, changed: false }] : secondSource.diff(here, other.exact)[0];
    const summary = note.body?.[0]?.value ?? "";
    return make(
      "div",
      "body",
      summary ? make("p", "summary", summary) : null,
      make("section", "group", make("h3", "", words.here), quote(parts)),
      ...groups.map((group) => section(group, here, summary)),
    );
  };
}
