// What the background tells pages to do. It calls their scripts: nothing in a page listens.
import "../shared/platform.js";
import { siteOf } from "../shared/settings.js";
import { OURS, ready } from "./inject.js";

const { runtime, scripting, tabs } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;

/** What the page says to it; undefined where it has none of our scripts, or no notes. @param {{tabId: number, order: Order}} message */
export async function order({ tabId, order }) {
  const { url = "" } = await tabs.get(tabId).catch(() => ({ url: "" }));
  if (!siteOf(url)) return tabs.sendMessage(tabId, order).catch(() => undefined); // the first run's example, if any page
  const obey = (/** @type {Order} */ order) => globalThis.secondSource?.obey?.(order);
  const told = await scripting.executeScript({ target: topOf(tabId), injectImmediately: true, func: obey, args: [order] }).catch(() => []);
  return /** @type {any} */ (told[0]?.result ?? undefined);
}

/** Has a page ask afresh. @param {number} tabId */
export const again = (tabId) => begin(tabId, true);

/** Gives a page our scripts. One that was open before the extension, or before it was allowed there, has none yet, or those of an earlier version. @param {number} tabId @param {boolean} [afresh] one that has them asks again */
export async function begin(tabId, afresh = false) {
  const target = topOf(tabId);
  const files = (runtime.getManifest().content_scripts ?? []).flatMap(({ js = [] }) => js.map((file) => "/" + file.replace(/^\//, "")));
  const ask = (/** @type {boolean} */ afresh) => {
    const lives = globalThis.secondSource && !secondSource.platform.gone?.();
    if (lives && afresh) secondSource.again();
    return lives;
  };
  try {
    const [there] = await scripting.executeScript({ target, func: ask, args: [afresh] }); // a page that is still loading gets them anyway
    if (there?.result && afresh) return;
    if (!there?.result) await scripting.executeScript({ target, files: files.slice(0, 1) });
    await scripting.executeScript({ target, func: ready, args: OURS });
    if (!there?.result) await scripting.executeScript({ target, files });
  } catch {} // no page that may be read
}

/** Has a page look whether it is another than it asked about: to have given itself another address is no change of its text. @param {number} tabId */
export const lookAgain = (tabId) =>
  scripting.executeScript({ target: topOf(tabId), injectImmediately: true, func: () => void globalThis.secondSource?.look() }).catch(() => {}); // no page that may be read

/** Each page, or those of some sites. @param {(tabId: number) => Promise<unknown>} act @param {(site: string) => boolean} [wanted] */
export async function everyPage(act, wanted = () => true) {
  const all = await tabs.query({ url: ["http://*/*", "https://*/*"], discarded: false });
  await Promise.all(all.filter(({ id, url }) => id !== undefined && wanted(siteOf(url ?? ""))).map(({ id }) => act(Number(id))));
}

/** @param {number} tabId */
const topOf = (tabId) => ({ tabId, frameIds: [0] });
