{
  const SHOWN = 3; // sources before the rest fold away
  const SHORT = 40; // characters; a longer value is a quotation

  secondSource.element = (tag, name = "", ...children) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...children.filter((child) => child !== null));
    return element;
  };
  const make = secondSource.element;

  /** @type {Fn.served} */
  const served = (name, text, language = "en") => {
    if (!text) return null;
    const made = make("p", name, text);
    made.lang = language;
    return made;
  };

  const folded = (/** @type {string} */ text) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase();

  /** @type {Fn.names} */
  const names = (group) => {
    const { voice } = secondSource;
    const outlets = [...new Set(group.map(({ article }) => article.outlet))];
    if (outlets.length > 2) return voice.say("card_and_more", { outlet: outlets[0], count: outlets.length - 1 });
    return new Intl.ListFormat(voice.language).format(outlets);
  };

  /** @type {Fn.quote} */
  const quote = (parts) => {
    const made = make("blockquote", "", ...parts.map(([tag, text]) => (tag ? make(tag, "", text) : text)));
    made.dir = "auto";
    return made;
  };

  /** @type {Fn.joined} */
  const joined = (difference) => {
    /** @type {Difference} */ const out = [];
    let [ours, theirs] = ["", ""];
    const flush = () => {
      const space = ours.endsWith(" ") && theirs.endsWith(" ") ? " " : "";
      if (ours) out.push(["ours", ours.slice(0, ours.length - space.length)]);
      if (theirs) out.push(["theirs", theirs.slice(0, theirs.length - space.length)]);
      if (space) out.push(["same", space]);
      ours = theirs = "";
    };
    for (const [op, text] of difference) {
      if (op == "same" && (text.trim() || !(ours || theirs))) {
        flush();
        out.push([op, text]);
      } else {
        if (op != "theirs") ours += text;
        if (op != "ours") theirs += text;
      }
    }
    flush();
    return out;
  };

  /** @type {Fn.compared} */
  const compared = ({ exact, difference, stance }, here, side) => {
    if (difference?.length) {
      const tags = side == "ours" ? { same: "", ours: "mark", theirs: null } : { same: "", ours: "del", theirs: "ins" };
      return joined(difference).flatMap(([op, text]) => (typeof tags[op] == "string" ? [[/** @type {string} */ (tags[op]), text]] : []));
    }
    if (stance == "corroborates") return [["", side == "ours" ? here : exact]];
    const runs = secondSource.diff(here, exact)[side == "ours" ? 0 : 1];
    return runs.map(({ text, changed }) => [changed ? "mark" : "", text]);
  };

  /** @type {Fn.source} */
  const source = ({ article, exact, origin }) => {
    const { voice } = secondSource;
    const link = secondSource.passageLink(article.url, exact);
    const name = make(link ? "a" : "strong", "", article.outlet);
    if (link) {
      Object.assign(name, { href: link, target: "_blank", rel: "noopener noreferrer" });
      name.setAttribute("aria-label", voice.say("note_passage", { outlet: article.outlet }));
    }
    const day = voice.day(article.published);
    const via = origin && origin != article.outlet ? voice.say("card_via", { origin }) : "";
    return make("p", "from", name, day && make("span", "", day), via && make("span", "", via));
  };

  /** @type {Fn.wording} */
  const wording = (same, here, said) => {
    const [first] = same;
    const why = [...new Set(same.map(({ explanation }) => explanation))].filter((reason) => reason && reason != said);
    const sources = same.map(source);
    const rest = sources.slice(SHOWN);
    const more = rest.length ? make("details", "", make("summary", "", secondSource.voice.say("card_more", { count: rest.length })), ...rest) : null;
    const words = folded(first.exact) == folded(here) && first.grade != "truncated" ? null : quote(compared(first, here, "theirs"));
    return [words, ...sources.slice(0, SHOWN), more, served("why", why[0])];
  };

  /** @type {Fn.heading} */
  const heading = (value, who, stance) =>
    make("h3", "", value && value.length <= SHORT ? make("bdi", "value", value) : null, make("span", "who", who), stance ? make("span", "stance", secondSource.voice.say(`note_${stance}`)) : null);

  /** @type {Fn.section} */
  const section = (group, here, said, mixed) => {
    const [{ stance, value, grade }] = group; // a quotation's value is its words again
    const title = heading(grade ? "" : value, names(group), mixed ? stance : undefined);
    return make("section", `group ${stance}`, title, ...[...Map.groupBy(group, ({ exact }) => folded(exact)).values()].flatMap((same) => wording(same, here, said)));
  };

  /** @type {Fn.ours} */
  const ours = (other, here) => {
    const parts = other ? compared(other, here, "ours") : /** @type {[string, string][]} */ ([["", here]]);
    const marked = parts.filter(([tag]) => tag);
    const value = other && !other.grade && marked.length == 1 ? marked[0][1].trim() : "";
    return make("section", "group", heading(value, secondSource.voice.say("note_here")), quote(parts));
  };

  secondSource.cardContent = (one) => {
    const { stances } = secondSource;
    const here = one.exact;
    const known = one.note.evidence.filter(({ stance }) => stances.includes(stance));
    const groups = [...Map.groupBy(known, ({ stance, value }) => stance + folded(value ?? "")).values()];
    groups.sort(([a], [b]) => stances.indexOf(a.stance) - stances.indexOf(b.stance));
    const [{ value: summary = "", language = "en" } = {}] = one.note.body ?? [];
    const mixed = groups.some(([{ stance }]) => stance != one.note.stance);
    return make("div", "body", served("summary", summary, language), ours(groups[0]?.[0], here), ...groups.map((group) => section(group, here, summary, mixed)));
  };
}
