{
  secondSource.makeList = (placed, open) => {
    const { element: make } = secondSource;
    const { say } = secondSource.voice;
    const [name, words] = [new Text(), new Text()];
    const row = make("li", "", make("h3", "", make("button", "", name)), Object.assign(make("p", "", words), { lang: "en" }));
    /** @type {Record<string, string>} */ const names = {};
    const items = placed.map((one) => {
      const { note } = one;
      name.data = `${(names[note.stance] ??= say(`note_${note.stance}`))}: ${note.fact.label}`;
      words.data = `“${one.exact}” ${note.body?.[0]?.value ?? ""}`;
      return /** @type {HTMLElement} */ (row.cloneNode(true)); // costs less than to make each of its elements
    });
    /** @type {Fn.asked} */
    const asked = ({ target }) => {
      const button = /** @type {HTMLElement} */ (target);
      const one = placed[items.findIndex((item) => item.contains(button))];
      return one && button.matches("button") ? { one, button } : undefined;
    };
    const title = say("card_list", { count: placed.length });
    const list = make("section", "list", make("h2", "", title), make("ol", "", ...items));
    list.setAttribute("aria-label", title);
    list.id = secondSource.mark ?? "";
    list.addEventListener("focusin", (event) => {
      const found = asked(event);
      if (found) open(found.one, "click", found.button);
    });
    list.addEventListener("click", (event) => {
      const found = asked(event);
      if (found && event.isTrusted) open(found.one, "keys");
    });
    return list;
  };
}
