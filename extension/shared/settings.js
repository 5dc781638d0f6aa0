// What the reader chose, in storage.local: the server's address and the sites switched off. Nothing else writes there.
import "./platform.js";

const { storage } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;

export const DEFAULT_ADDRESS = "http://127.0.0.1:8765";

/** @returns {Promise<{address: string, off: string[]}>} */
export async function settings() {
  const { address = DEFAULT_ADDRESS, off = [] } = await storage.local.get(["address", "off"]);
  return { address: String(address), off: Array.isArray(off) ? off.map(String) : [] };
}

/** The address as an origin with path and no final slash, or null when it is none. @param {string} typed */
export function tidyAddress(typed) {
  const url = URL.parse(/^[a-z]+:\/\//i.test(typed.trim()) ? typed.trim() : "http://" + typed.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  return url.origin + url.pathname.replace(/\/+$/, "");
}

/** @param {string} address */
export const setAddress = (address) => storage.local.set({ address });

/** @param {string} site @param {boolean} on */
export async function setSite(site, on) {
  const { off } = await settings();
  const others = off.filter((other) => other != site);
  await storage.local.set({ off: on ? others : [...others, site].sort() });
}

/** The site of a page, as the off list names it: host and port. Empty for pages that are not on the web. @param {string} url */
export function siteOf(url) {
  const parsed = URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.host : "";
}
