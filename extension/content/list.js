// The hidden list of notes: gives keyboard and screen reader every note, in the order of the text.
{
  secondSource.makeList = (placed, open) => {
    const { element: make, looks, words } = secondSource;
    const items = placed.map(({ note }, i) => {
      const item = make("button", "", `${looks[note.stance].label}: ${note.fact.label}. ${note.body?.[0]?.value ?? ""}`);
      item.addEventListener("focus", () => open(i, "click", item));
      item.addEventListener("click", ({ isTrusted }) => isTrusted && open(i, "keys"));
      return make("li", "", item);
    });
    const list = make("section", "list", make("h2", "", words.notes(placed.length)), make("ul", "", ...items));
    list.setAttribute("aria-label", words.notes(placed.length));
    return list;
  };
}
