// The tab that popup and panel speak of: what the background knows about it, and what a reader can do about its state.
import "./platform.js";
import { find } from "./dom.js";
import { change, settings } from "./settings.js";

const { permissions, runtime, tabs } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;
const EVERYWHERE = { origins: ["http://*/*", "https://*/*"] };

/** @typedef {{tabId: number, url: string}} Tab */
/** @typedef {{address: string, site: string, on: boolean, granted: boolean, server: import("../background/server.js").ServerState, page?: Summary}} Status */

/** @returns {Promise<Tab>} */
export async function currentTab() {
  const [tab] = await tabs.query({ active: true, currentWindow: true });
  return { tabId: tab?.id ?? -1, url: tab?.url ?? "" };
}

/** @param {Tab} tab @returns {Promise<Status>} */
export const statusOf = (tab) => runtime.sendMessage({ type: "status", ...tab });

/** @param {Tab} tab @param {Order} order */
export const send = ({ tabId }, order) => runtime.sendMessage({ type: "order", tabId, order });

/** Has the page ask the server afresh. @param {Tab} tab */
const askAfresh = ({ tabId }) => runtime.sendMessage({ type: "again", tabId });

/** What to say about the page: the server's present state goes before what was kept. @param {Status} status @returns {State | "forbidden"} */
export function stateOf({ granted, on, site, server, page }) {
  if (!granted) return "forbidden";
  if (!site) return "nothing";
  if (!on) return "off";
  if (page?.state == "unlisted") return "unlisted";
  if (server.state != "up") return server.state;
  return page?.state == "down" || page?.state == "wrong" ? "asked" : (page?.state ?? "nothing"); // a server that is back is asked anew
}

/** Why a page's state is what it is, where somebody said. @param {Status} status */
export const detailOf = ({ server, page }) => (server.state == "up" ? page?.detail : server.detail);

/** Shows the buttons that help in a state. @param {Status} status @param {boolean} notes whether there are any */
export async function drawActions(status, notes) {
  const state = stateOf(status);
  find("#grant").hidden = state != "forbidden";
  find("#again").hidden = notes || ["forbidden", "off", "unlisted", "asked"].includes(state) || !status.site;
  find("#add").hidden = state != "unlisted" || (await settings()).check != "list";
}

/** Lets them act. @param {() => Tab} tab @param {() => Promise<void>} refresh */
export function wireActions(tab, refresh) {
  find("#grant").addEventListener("click", () => permissions.request(EVERYWHERE).then(() => askAfresh(tab())).then(refresh));
  find("#again").addEventListener("click", () => askAfresh(tab()).then(refresh));
  find("#add").addEventListener("click", async () => {
    const { only } = await settings();
    await change({ only: [...new Set([...only, new URL(tab().url).host])].sort() });
    await askAfresh(tab());
    await refresh();
  });
}
