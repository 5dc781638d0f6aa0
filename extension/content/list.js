// The list of all notes: unseen, for keyboard and screen reader; or printed as footnotes.
{
  secondSource.makeList = (placed, open, print) => {
    const { element: make } = secondSource;
    const { say } = secondSource.voice;
    const items = placed.map((one) => {
      const { note } = one;
      const item = make("button", "", `${say(`note_${note.stance}`)}: ${note.fact.label}`);
      item.addEventListener("focus", () => open(one, "click", item));
      item.addEventListener("click", ({ isTrusted }) => isTrusted && open(one, "keys"));
      const said = make("p", "", `“${secondSource.exact(one)}” ${note.body?.[0]?.value ?? ""}`);
      said.lang = "en";
      return make("li", "", make("h3", "", item), said);
    });
    const title = say("card_list", { count: placed.length });
    const list = make("section", print ? "list print" : "list", make("h2", "", title), make("ol", "", ...items));
    list.setAttribute("aria-label", title);
    return list;
  };
}
