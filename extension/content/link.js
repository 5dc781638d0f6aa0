{
  const WHOLE = 8; // words; a longer passage is named by its first and last words, which survive small edits better
  const EDGE = 4;

  /** @type {Fn.encode} */
  const encode = (words) => encodeURIComponent(words.join(" ")).replaceAll("-", "%2D");

  secondSource.judged = ({ status, note = "", source = "" }, { say }) => {
    const href = source.startsWith("https://") && source;
    return [say(`note_${status}`, { note }), href, href ? say("note_source") : source];
  };

  secondSource.passageLink = (address, exact) => {
    const url = URL.parse(address);
    if (!url || !/^https?:$/.test(url.protocol)) return null;
    const words = exact.trim().split(/\s+/);
    const text = words.length > WHOLE ? encode(words.slice(0, EDGE)) + "," + encode(words.slice(-EDGE)) : encode(words);
    return `${url.href}${url.hash ? "" : "#"}:~:text=${text}`;
  };
}
