// What the popup and the options page say about states, in words. Each failure says what the reader can do.

/** @param {import("../background/server.js").ServerState} server @param {string} address */
export function serverWords({ state, version, detail }, address) {
  const where = address.replace(/^https?:\/\//, "");
  if (state == "up") return `Server ${version} answers at ${where}`;
  if (state == "down") return `Nobody answers at ${where}`;
  return detail == "another version"
    ? `The server at ${where} is another version; update it or this extension`
    : `Another program answers at ${where}`;
}

/** The popup's headline and explanation. @param {State} state @param {number} notes @param {string} [detail] @returns {[string, string]} */
export function pageWords(state, notes, detail) {
  /** @type {Record<State, [string, string]>} */
  const all = {
    notes: notes
      ? [notes == 1 ? "1 note on this article" : `${notes} notes on this article`, ""]
      : ["No notes on this article", "The story is known, but the other outlets report nothing that compares."],
    unknown: ["Unknown story", "The server has no other outlet’s report of this one. The page is untouched."],
    nothing: ["No article here", "This page has no article text to compare."],
    off: ["Off on this site", "Nothing is read or sent here until you switch it on again."],
    unlisted: ["Not checked", "Your options say which pages may be checked, and this is none of them. Nothing was sent."],
    locked: ["The server wants a token", "Whoever runs it has a pairing token for you; the options page takes it."],
    down: ["The server is down", "Start it with “secondsource serve”, or set another address in the options."],
    wrong:
      detail == "another version"
        ? ["Another version of the server", "Update the server or this extension. Nothing of this page was sent to it."]
        : ["Not a Second Source server", "Another program answers at this address. Nothing of this page was sent to it."],
    refused: ["The server refused this page", detail ?? ""],
  };
  return all[state];
}
