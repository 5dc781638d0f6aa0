// What the extension's own pages say about states. Each failure says what the reader can do.

/** @typedef {import("../background/server.js").ServerState} ServerState */

/** A server's address as people write it. @param {string} address */
export const bare = (address) => address.replace(/^https?:\/\//, "");

/** @param {Voice} voice @param {ServerState} server @param {string} address */
export function serverWords({ say }, { state, version, detail }, address) {
  const where = bare(address);
  if (state == "wrong") return say(detail == "another version" ? "server_version" : "server_other", { where });
  return say(`server_${state}`, { where, version });
}

/** A headline and its explanation. @param {Voice} voice @param {State | "forbidden"} state @param {number} notes @param {string} [detail] @param {boolean} [cut] only part of the article is there @returns {[string, string]} */
export function pageWords({ say }, state, notes, detail, cut) {
  if (state == "notes" && notes) return [say("page_notes", { count: notes }), cut ? say("page_cut") : ""];
  if (state == "refused" && detail) return [say("page_refused"), detail];
  const stem = state == "notes" ? "none" : state == "wrong" ? (detail == "another version" ? "version" : "other") : state;
  return [say(`page_${stem}`), say(`page_${stem}_why`)];
}
