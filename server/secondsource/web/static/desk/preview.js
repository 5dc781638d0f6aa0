// What a change would do, before it is made: the server tries it out and tells.
import { send } from "./api.js";

/** @typedef {{ outlet: string, value: string, exact: string }} ClaimThen */
/** @typedef {{ id: string, label: string, claims: ClaimThen[] }} FactThen */
/** @typedef {{ facts: FactThen[], relations: Record<string, number> }} Looks */

/**
 * Ask the server, show its answer, and let the moderator choose.
 * @param {string} path @param {Record<string, any>} body @param {(words: string) => void} refuse
 * @returns {Promise<string[] | null>} to go on: the tags of what else is changed, as it was shown; null not to
 */
export async function show(path, { action, target, change }, refuse) {
  const answer = await send(path, { action, target, change });
  if (!answer.ok) return refuse(answer.detail), null;
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("preview"));
  const { before, after, tags } = /** @type {{ before: Looks, after: Looks, tags: string[] }} */ (/** @type {unknown} */ (answer.told));
  dialog.querySelector("[data-told]")?.replaceChildren(counts(before, after), side("Now", before), side("Then", after));
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue == "yes" ? tags : null), { once: true }));
}

/** @param {string} title @param {Looks} looks */
function side(title, { facts }) {
  const section = element("section", "then");
  section.append(element("h3", "", title));
  if (!facts.length) section.append(element("p", "quiet", "Nothing."));
  for (const fact of facts) {
    const list = element("ul", "");
    for (const { outlet, value, exact } of fact.claims) {
      const line = element("li", "");
      line.append(element("b", "", outlet), ` ${value} `, element("span", "quiet", `“${exact}”`));
      list.append(line);
    }
    section.append(element("h4", "", fact.label), list);
  }
  return section;
}

/** How many pairs stand how, where that changes. @param {Looks} before @param {Looks} after */
function counts(before, after) {
  const stances = new Set([...Object.keys(before.relations), ...Object.keys(after.relations)]);
  const told = [...stances]
    .map((stance) => ({ stance, was: before.relations[stance] ?? 0, is: after.relations[stance] ?? 0 }))
    .filter(({ was, is }) => was != is)
    .map(({ stance, was, is }) => `${stance.replace("_", " ")} ${was} → ${is}`);
  return element("p", "counts", told.length ? `Pairs: ${told.join(" · ")}` : "No pair stands otherwise than now.");
}

/** @param {string} tag @param {string} name @param {string} [words] */
function element(tag, name, words = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.textContent = words;
  return made;
}
