// The overlay's platform on a page of this server (extension/shared/types.d.ts): it asks by fetch, says in
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

  /** @param {Annotation[]} notes */
  function summary(notes) {
    if (!notes.length) return "No note on this article.";
    const parts = Object.entries(secondSource.looks).flatMap(([stance, { label }]) => {
      const count = notes.filter((note) => note.stance === stance).length;
      return count ? [`${label}: ${count}`] : [];
    });
    return parts.join(" · ");
  }

  /** What the marks mean, as the overlay calls and underlines them; its scripts have run by then. */
  document.addEventListener("DOMContentLoaded", () => {
    const items = Object.values(secondSource.looks).map(({ label, ink, line }) => {
      const item = document.createElement("li");
      item.textContent = label;
      item.style.textDecoration = `underline ${line} ${ink}`;
      return item;
    });
    document.querySelector(".key")?.append(...items);
  });

  /** @param {Question} question @returns {Promise<Reply>} */
  async function ask({ title, text }) {
    const response = await fetch("/api/v1/annotations", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ url: canonical?.href ?? location.href, title, text }),
    }).catch(() => null);
    if (!response) return { state: "down" };
    const answer = await response.json().catch(() => null);
    if (!response.ok) return { state: "refused", detail: answer?.detail };
    if (!answer || !("annotations" in answer)) return { state: "wrong" };
    return { state: answer.story ? "notes" : "unknown", answer };
  }

  globalThis.secondSource = /** @type {any} */ ({
    platform: {
      /** @param {Question} question */
      async annotate(question) {
        if (!toggle.checked) return { state: "off" };
        const reply = await ask(question);
        if (toggle.checked) {
          said.textContent =
            reply.state === "notes" ? summary(reply.answer?.annotations ?? []) : reply.detail || STATES[reply.state];
        }
        return reply;
      },
      /** @param {(order: Order) => void} obey */
      listen(obey) {
        toggle.addEventListener("change", () => {
          said.textContent = toggle.checked ? "Looking for notes …" : STATES.off;
          obey(toggle.checked ? "again" : "off");
        });
      },
    },
  });
})();
