// The overlay's platform on a page of this server (extension/types/overlay.d.ts): it asks by fetch, says in
// the page how things stand, and lets the switch take the notes off and bring them back.
(() => {
  const STATES = {
    unknown: "No other outlet’s article on this story is kept.",
    nothing: "No text was found on this page.",
    off: "Notes are off.",
    down: "The server does not answer. Is it still running?",
    wrong: "Something else answers at this address.",
    refused: "The server would not take this text.",
  };
  const said = /** @type {HTMLOutputElement} */ (document.getElementById("notes-state"));
  const toggle = /** @type {HTMLInputElement} */ (document.getElementById("notes-switch"));
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));

  /** What the overlay says, asked for once. */
  const words = import("/overlay/locales/en.js").then((module) => module.default);

  /** @param {Annotation[]} notes */
  async function summary(notes) {
    if (!notes.length) return "No note on this article.";
    const { say } = secondSource.speak(await words);
    const parts = secondSource.stances.flatMap((stance) => {
      const count = notes.filter((note) => note.stance === stance).length;
      return count ? [`${say(`note_${stance}`)}: ${count}`] : [];
    });
    return parts.join(" · ");
  }

  /** What the marks mean, as the overlay calls and underlines them; its scripts have run by then. */
  document.addEventListener("DOMContentLoaded", async () => {
    const { say } = secondSource.speak(await words);
    const looks = secondSource.looksOf("standard");
    const items = secondSource.stances.map((stance) => {
      const { ink, line } = looks[stance];
      const item = document.createElement("li");
      item.textContent = say(`note_${stance}`);
      item.style.textDecoration = `underline ${line} ${ink}`;
      return item;
    });
    document.querySelector(".key")?.append(...items);
  });

  /** @param {string} path @param {unknown} sent */
  const post = (path, sent) =>
    fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(sent) }).catch(() => null);
  const url = canonical?.href ?? location.href;

  /** Asks for notes; what a reader thinks is wrong with a note goes to the moderators. @param {Told} told @returns {Promise<Reply | Reported>} */
  async function tell(told) {
    if (told.type === "annotate") return annotate(told);
    if (told.type !== "report") return { ok: true };
    const page = /** @type {PageTold} */ (secondSource.obey?.({ type: "tell" }));
    const note = page.notes[told.index];
    const response = await post("/api/v1/reports", { note: note.id, fact: note.fact.id, url, words: told.words });
    return { ok: response?.ok ?? false, detail: response ? (await response.json().catch(() => null))?.detail : STATES.down };
  }

  /** @param {string} text @returns {Promise<Reply>} */
  async function ask(text) {
    const response = await post("/api/v1/annotations", { url, text });
    if (!response) return { state: "down" };
    const answer = await response.json().catch(() => null);
    if (!response.ok) return { state: "refused", detail: answer?.detail };
    if (!answer || !("annotations" in answer)) return { state: "wrong" };
    return { state: answer.story ? "notes" : "unknown", answer, words: await words };
  }

  /** @param {{text: string}} question @returns {Promise<Reply>} */
  async function annotate({ text }) {
    if (!toggle.checked) return { state: "off" };
    const reply = await ask(text);
    if (toggle.checked) {
      said.textContent =
        reply.state === "notes" ? await summary(reply.answer?.annotations ?? []) : reply.detail || STATES[reply.state];
    }
    return reply;
  }

  globalThis.secondSource = /** @type {any} */ ({ platform: { tell } });
  toggle.addEventListener("change", () => {
    said.textContent = toggle.checked ? "Looking for notes …" : STATES.off;
    secondSource.again();
  });
})();
