// What is kept of an answer once the page has it: enough for the badge and the popup, in storage.session, so that
// the background may die at any time. Short, because session storage is.
import "../shared/platform.js";

const { storage, action } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;
const MOST = 100;
const LONGEST_ADDRESS = 2000; // a page may give itself one of a million characters

/** A page's address as it is kept: without the fragment, and not too long. @param {string} url */
export const addressKept = (url) => url.split("#")[0].slice(0, LONGEST_ADDRESS);

/** @param {string} url @param {Reply} reply @returns {Summary} */
export function summarise(url, { state, detail, answer }) {
  const counts = { conflicts: 0, rewords: 0, updates: 0, corroborates: 0 };
  for (const { stance } of answer?.annotations ?? []) if (Object.hasOwn(counts, stance)) counts[stance]++;
  const missing = (answer?.missing ?? []).slice(0, MOST).map(({ fact }) => String(fact?.label).slice(0, 200));
  return { state, url: addressKept(url), detail, story: answer?.story?.title?.slice(0, 300), counts, missing };
}

/** Keeps it for the popup and puts the number of conflicts on the button. @param {number} tabId @param {Summary} summary */
export async function keep(tabId, summary) {
  await storage.session.set({ ["tab" + tabId]: summary });
  const number = summary.counts.conflicts;
  await action.setBadgeBackgroundColor({ tabId, color: "#b3261e" });
  await action.setBadgeTextColor?.({ tabId, color: "#ffffff" });
  await action.setBadgeText({ tabId, text: number ? String(number) : "" });
}

/** @param {number} tabId @returns {Promise<Summary | undefined>} */
export const kept = async (tabId) => /** @type {any} */ ((await storage.session.get("tab" + tabId))["tab" + tabId]);

/** @param {number} tabId */
export const forget = (tabId) => storage.session.remove("tab" + tabId);
