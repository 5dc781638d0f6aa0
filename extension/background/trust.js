// The server, believed for a while once it has proved to be ours; and how long it takes to do so, at the end of a slow
// line. Kept in storage.session.
import "../shared/platform.js";
import { HEALTH_MS, health } from "./server.js";

const { storage } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;
const TRUSTED_MS = 60000;

/** @param {import("./server.js").Server} server @param {number} [patience] @returns {Promise<import("./server.js").ServerState>} */
export async function proved({ address, token }, patience) {
  const { server } = /** @type {any} */ (await storage.session.get("server"));
  if (server?.address == address && server.token == token && Date.now() - server.at < TRUSTED_MS) return server;
  const found = await met({ address, token }, patience);
  if (found.state == "up") await storage.session.set({ server: { ...found, address, token, at: Date.now() } });
  return found;
}

/** Who is at the address now: given more than the usual time if it has once been found to need that. @param {import("./server.js").Server} server @param {number} [patience] */
export async function met({ address, token }, patience = HEALTH_MS) {
  const { line } = /** @type {any} */ (await storage.session.get("line"));
  const slow = line?.address == address;
  const began = performance.now();
  const found = await health({ address, token }, slow ? Math.max(2 * line.took, patience) : patience);
  const took = performance.now() - began;
  if (found.state == "up" && took > HEALTH_MS) await storage.session.set({ line: { address, took } });
  else if (found.state == "up" && slow) await storage.session.remove("line");
  return found;
}

/** Nothing is believed of it until it has proved itself anew. */
export const doubt = () => storage.session.remove("server");
