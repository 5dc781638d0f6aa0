{
  secondSource.citation = (one) => {
    const { voice } = secondSource;
    const quoted = (/** @type {string} */ words) => `“${words.replace(/\s+/g, " ").trim()}”`;
    const lines = one.note.evidence.map(({ stance, exact, article }) =>
      `${voice.say(`note_${stance}`)}: ${[quoted(exact), article.outlet, voice.day(article.published), article.url].filter(Boolean).join(", ")}`,
    );
    return [[quoted(one.exact), document.title, location.href.split("#")[0]].join(", "), ...lines].join("\n");
  };

  secondSource.copy = (text) => {
    let done = false;
    const give = (/** @type {ClipboardEvent} */ event) => {
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
      event.stopImmediatePropagation();
      done = true;
    };
    addEventListener("copy", give, { capture: true, once: true });
    document.execCommand("copy");
    removeEventListener("copy", give, true);
    return done;
  };
}
