// What is kept of an answer once the page has it: enough for the badge, the popup and the search for a lost server, in
// storage.session, so that the background may die at any time. Short, because session storage is.
import "../shared/platform.js";
import { messages } from "../shared/i18n.js";
import { settings, siteOf } from "../shared/settings.js";
import { pageWords } from "../shared/words.js";

const { storage, action } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;
const MOST = 100;
const LONGEST_ADDRESS = 2000; // a page may give itself one of a million characters
/** The states of a page that no server of ours answered. */
export const FAILED = ["down", "wrong", "locked"];
const COLOURS = { conflicts: "#b3261e", failed: "#5f6368" };

/** A page's address as it is kept: without the fragment, and not too long. @param {string} url */
export const addressKept = (url) => url.split("#")[0].slice(0, LONGEST_ADDRESS);

/** @param {string} url @param {Reply} reply @returns {Summary} */
export function summarise(url, { state, detail, answer }) {
  const counts = { conflicts: 0, rewords: 0, updates: 0, corroborates: 0 };
  for (const { stance } of answer?.annotations ?? []) if (Object.hasOwn(counts, stance)) counts[stance]++;
  const missing = (answer?.missing ?? []).slice(0, MOST).map(({ fact }) => String(fact?.label).slice(0, 200));
  return { state, url: addressKept(url), detail, story: answer?.story?.title?.slice(0, 300), counts, missing };
}

/** Keeps it for the popup, and puts the number of conflicts on the button, or a grey sign that no server answers. @param {number} tabId @param {Summary} summary */
export async function keep(tabId, summary) {
  const failed = FAILED.includes(summary.state);
  const number = summary.counts.conflicts;
  await action.setBadgeBackgroundColor({ tabId, color: failed ? COLOURS.failed : COLOURS.conflicts });
  await action.setBadgeTextColor?.({ tabId, color: "#ffffff" });
  await action.setBadgeText({ tabId, text: failed ? "!" : number ? String(number) : "" });
  await action.setTitle({ tabId, title: await inWords(summary) });
  await storage.session.set({ ["tab" + tabId]: summary }); // last: what is kept has been told
}

/** The same for who cannot see the badge, and for who wonders what it means. @param {Summary} summary */
async function inWords({ state, detail, counts }) {
  const voice = secondSource.speak(messages((await settings()).language));
  const notes = Object.values(counts).reduce((a, b) => a + b, 0);
  return `Second Source: ${pageWords(voice, state, notes, detail)[0]}`;
}

/** @param {number} tabId @returns {Promise<Summary | undefined>} */
export const kept = async (tabId) => /** @type {any} */ ((await storage.session.get("tab" + tabId))["tab" + tabId]);

/** The page shows only part of its article, or all of it; and it may have given itself another address. @param {number} tabId @param {string} address @param {boolean} cut */
export async function keepChange(tabId, address, cut) {
  const summary = await kept(tabId);
  if (!summary) return;
  const url = siteOf(address) == siteOf(summary.url) ? addressKept(address) : summary.url;
  if (url != summary.url || cut != Boolean(summary.cut)) await storage.session.set({ ["tab" + tabId]: { ...summary, url, cut } });
}

/** @param {number} tabId */
export const forget = (tabId) => storage.session.remove("tab" + tabId);

/** The tabs whose page got no answer because no server of ours was there. @returns {Promise<number[]>} */
export async function waiting() {
  const all = /** @type {[string, any][]} */ (Object.entries(await storage.session.get()));
  return all.filter(([key, value]) => key.startsWith("tab") && FAILED.includes(value.state)).map(([key]) => Number(key.slice(3)));
}
