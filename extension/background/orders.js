// What the background tells pages to do.
import "../shared/platform.js";
import { siteOf } from "../shared/settings.js";

const { runtime, scripting, tabs } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;

/** The page's answer; a tab without our script is not an error. @param {{tabId: number, order: Order}} message */
export const order = ({ tabId, order }) => tabs.sendMessage(tabId, order, { frameId: 0 }).catch(() => (order == "again" ? begin(tabId) : undefined));

/** A page that was open before the extension, or before it was allowed there, has none of our scripts yet, or those of an earlier version. @param {number} tabId */
async function begin(tabId) {
  const target = { tabId, frameIds: [0] };
  const files = (runtime.getManifest().content_scripts ?? []).flatMap(({ js = [] }) => js.map((file) => "/" + file.replace(/^\//, "")));
  try {
    const [there] = await scripting.executeScript({ target, func: () => Boolean(/** @type {any} */ (globalThis.secondSource)?.platform.browser?.runtime?.id) }); // a page that is still loading gets them anyway
    if (!there?.result) await scripting.executeScript({ target, files });
  } catch {} // no page that may be read
}

/** To every page, or to those of some sites. @param {Order} what @param {(site: string) => boolean} [wanted] */
export async function orderAll(what, wanted = () => true) {
  const all = await tabs.query({ url: ["http://*/*", "https://*/*"] });
  const ids = all.filter(({ id, url }) => id !== undefined && wanted(siteOf(url ?? ""))).map(({ id }) => Number(id));
  await Promise.all(ids.map((tabId) => order({ tabId, order: what })));
}
