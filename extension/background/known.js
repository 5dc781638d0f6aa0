// Whether the server knows a page's address, found out here: the server sends hashes of all addresses that it knows,
// and learns nothing of those that the reader opens.
import "../shared/platform.js";
import { plainAddress } from "./address.js";
import { addresses } from "./server.js";
import { proved } from "./trust.js";

const { storage } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;
const FRESH_MS = 300000; // how long a list is believed without asking whether there is a newer one

/** @typedef {{address: string, etag: string, salt: string, prefixes: string, at: number}} List */

/** True or false, or the reply that says why nobody can tell. @param {import("./server.js").Server} server @param {string} url @returns {Promise<boolean | Reply>} */
export async function isKnown(server, url) {
  const list = await freshList(server);
  if ("state" in list) return list;
  const plain = plainAddress(url);
  if (plain === null || !list.prefixes) return false;
  const length = list.prefixes.indexOf("\n", 1) - 1;
  return list.prefixes.includes(`\n${(await sha256(`${list.salt}\n${plain}`)).slice(0, length)}\n`);
}

/** The list that is kept, brought up to date when it is old; an old one is better than none. @param {import("./server.js").Server} server @returns {Promise<List | Reply>} */
async function freshList(server) {
  const { addresses: kept } = /** @type {{addresses?: List}} */ (await storage.session.get("addresses"));
  const ours = kept?.address == server.address ? kept : undefined;
  if (ours && Date.now() - ours.at < FRESH_MS) return ours;
  const { state, detail } = await proved(server);
  if (state != "up") return ours ?? { state, detail };
  const found = await addresses(server, ours?.etag ?? "");
  if (found && "state" in found) return ours ?? found;
  const list = found
    ? { address: server.address, etag: found.etag, salt: found.salt, prefixes: joined(found.prefixes), at: Date.now() }
    : { .../** @type {List} */ (ours), at: Date.now() };
  await storage.session.set({ addresses: list });
  return list;
}

/** One string: it is kept and searched faster than a list. @param {string[]} prefixes */
const joined = (prefixes) => (prefixes.length ? `\n${prefixes.join("\n")}\n` : "");

/** @param {string} text */
async function sha256(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
