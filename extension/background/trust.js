// The server, believed for a while once it has proved to be ours. Kept in storage.session.
import "../shared/platform.js";
import { health } from "./server.js";

const { storage } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;
const TRUSTED_MS = 60000;

/** @param {import("./server.js").Server} server @returns {Promise<import("./server.js").ServerState>} */
export async function proved({ address, token }) {
  const { server } = /** @type {any} */ (await storage.session.get("server"));
  if (server?.address == address && server.token == token && Date.now() - server.at < TRUSTED_MS) return server;
  const found = await health({ address, token });
  if (found.state == "up") await storage.session.set({ server: { ...found, address, token, at: Date.now() } });
  return found;
}

/** Nothing is believed of it until it has proved itself anew. */
export const doubt = () => storage.session.remove("server");
