// A server that is down is looked for until it is back; then the pages that waited for it ask again. For two minutes,
// in which most servers that were restarted are back, every few seconds, which keeps this worker alive; after them, and
// when the worker dies all the same, the browser's own alarm goes on.
import "../shared/platform.js";
import { again } from "./orders.js";
import { waiting } from "./summary.js";

const { alarms } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;
export const ALARM = "server";
const SOON_MS = [500, 1000, 2000, ...Array(30).fill(4000)];
const LATER_MINUTES = 0.5; // the shortest that browsers allow

let looking = false;

/** Looks for the server until it is back or nobody waits. @param {() => Promise<boolean>} isUp */
export async function lookForServer(isUp) {
  if (looking) return;
  looking = true;
  await alarms.create(ALARM, { periodInMinutes: LATER_MINUTES });
  for (const wait of SOON_MS) {
    await new Promise((done) => setTimeout(done, wait));
    if (await lookOnce(isUp)) break;
  }
  looking = false;
}

/** Looks once; says whether the search is over. @param {() => Promise<boolean>} isUp */
export async function lookOnce(isUp) {
  const tabs = await waiting();
  if (tabs.length && !(await isUp())) return false;
  await alarms.clear(ALARM);
  for (const tab of tabs) again(tab); // not waited for: a page that never loads would hold up all others
  return true;
}
