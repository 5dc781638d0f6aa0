{
  const MOST = 1000; // characters

  let draft = { note: "", words: "" };
  secondSource.isReporting = ({ note }) => draft.note == note.id;

  secondSource.reportForm = ({ note }, index, away) => {
    const done = () => {
      draft = { note: "", words: "" };
      away();
    };
    if (draft.note != note.id) draft = { note: note.id, words: "" };
    const { element: make, button, platform } = secondSource;
    const { say } = secondSource.voice;
    const label = make("label", "", say("card_wrong_why"));
    const words = /** @type {HTMLTextAreaElement} */ (make("textarea"));
    Object.assign(words, { id: "words", rows: 2, maxLength: MOST, required: true, value: draft.words });
    words.addEventListener("input", () => (draft.words = words.value));
    label.setAttribute("for", "words");
    const outcome = make("p", "outcome");
    outcome.setAttribute("role", "status");

    const send = async () => {
      const said = words.value.trim();
      if (!said) return words.focus();
      outcome.textContent = say("card_sending");
      const told = await platform.tell({ type: "report", index, words: said }).catch(() => null);
      outcome.textContent = told?.ok ? say("card_sent") : `${say("card_unsent")} ${told?.detail ?? ""}`;
      if (!told?.ok) return;
      const close = button("do", say("card_close"), done);
      const focused = form.matches(":focus-within");
      form.replaceChildren(outcome, make("div", "row", close));
      if (focused) close.focus();
    };
    const form = make("form", "report", label, words, make("div", "row", button("do main", say("card_send"), send), button("do", say("card_cancel"), done)), outcome);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("keydown", ({ key, isTrusted }) => isTrusted && key == "Escape" && done());
    return { form, words };
  };
}
