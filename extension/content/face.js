{
  /** @type {Fn.head} */
  const head = ({ note }, acts) => {
    const { element: make, iconButton } = secondSource;
    const { say } = secondSource.voice;
    const title = make("h2", "", note.fact.wording ?? note.fact.label);
    title.id = "title";
    title.tabIndex = -1;
    const pin = iconButton("pin", say("card_pin"), acts.pin);
    pin.setAttribute("aria-pressed", String(acts.pinned));
    return make("div", "head", make("div", note.stance, make("span", "stance", say(`note_${note.stance}`)), title), pin, iconButton("close", say("card_close"), acts.close));
  };

  /** @type {Fn.tools} */
  const tools = (one, index) => {
    const { element: make, button } = secondSource;
    const { say } = secondSource.voice;
    const told = make("span", "told");
    told.setAttribute("role", "status");
    const copy = button("do", say("card_copy"), () => {
      told.textContent = secondSource.copy(secondSource.citation(one)) ? say("card_copied") : say("card_uncopied");
    });
    const report = (focus = true) => {
      const { form, words } = secondSource.reportForm(one, index, () => {
        form.replaceWith(row);
        wrong.focus();
      });
      row.replaceWith(form);
      if (focus) words.focus();
      if (form.parentElement) form.parentElement.scrollTop = form.parentElement.scrollHeight;
    };
    const wrong = button("do", say("card_wrong"), report);
    const row = make("div", "row", copy, wrong, told);
    return { row, report };
  };

  secondSource.face = (one, acts) => {
    const { element: make, iconButton } = secondSource;
    const { say } = secondSource.voice;
    const { note } = one;
    const sources = say("note_sources", { outlets: say("note_outlets", { count: note.outlets }), origins: say("note_origins", { count: note.origins }) });
    const [judged, href, source] = secondSource.judged(note.fact, secondSource.voice);
    const link = href && Object.assign(make("a", "", source), { href, target: "_blank", rel: "noopener noreferrer" });
    const status = make("p", "status", judged + " ", link || source);
    const [at, total] = acts.position;
    const turn = make("div", "turn", iconButton("previous", say("card_previous"), () => acts.step(-1)), say("card_position", { index: at + 1, total }), iconButton("next", say("card_next"), () => acts.step(1)));
    const body = secondSource.cardContent(one);
    const { row, report } = tools(one, acts.index);
    body.append(status, row);
    if (secondSource.isReporting(one)) queueMicrotask(() => report(acts.focus)); // when the card stands
    return [head(one, acts), body, make("div", "foot", make("strong", "", sources), total > 1 ? turn : null)];
  };
}
