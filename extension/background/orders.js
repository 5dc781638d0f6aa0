// What the background tells pages to do.
import "../shared/platform.js";
import { siteOf } from "../shared/settings.js";

const { tabs } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;

/** The page's answer; a tab without our script is not an error. @param {{tabId: number, order: Order}} message */
export const order = ({ tabId, order }) => tabs.sendMessage(tabId, order, { frameId: 0 }).catch(() => undefined);

/** To every page, or to those of some sites. @param {Order} what @param {(site: string) => boolean} [wanted] */
export async function orderAll(what, wanted = () => true) {
  const all = await tabs.query({ url: ["http://*/*", "https://*/*"] });
  const ids = all.filter(({ id, url }) => id !== undefined && wanted(siteOf(url ?? ""))).map(({ id }) => Number(id));
  await Promise.all(ids.map((tabId) => order({ tabId, order: what })));
}
