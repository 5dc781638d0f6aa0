// Who may say what to the background, and what happens then. The browser may end it at any time: nothing is kept in
// variables but the turns of questions being answered and the ports of open panels.
import "../shared/platform.js";
import { change, onChange, setSite, settings, siteOf } from "../shared/settings.js";
import { plainAddress } from "./address.js";
import { changeStyle } from "./inject.js";
import { again, begin, everyPage, lookAgain, order } from "./orders.js";
import { answerPage, manners, passOn, tabOf, tellPage } from "./pages.js";
import { tell, toggle, welcome } from "./panels.js";
import { ALARM, lookForServer, lookOnce } from "./recovery.js";
import { health } from "./server.js";
import { FAILED, addressKept, forget, keepChange, kept } from "./summary.js";
import { doubt, met, proved } from "./trust.js";
import { leave } from "./turns.js";

const { alarms, commands, permissions, runtime, storage, tabs } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;
/** Chrome's; in Firefox content scripts can read settings, pages neither there nor here. */
storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });

const PATIENT_MS = 5000; // for a server that is looked for: it may be at the end of a slow line
const isUp = async () => (await proved(await settings(), PATIENT_MS)).state == "up";

/** @param {any} message @param {chrome.runtime.MessageSender} sender */
async function annotate(message, sender) {
  const reply = await answerPage(message, sender);
  if (FAILED.includes(reply.state)) lookForServer(isUp);
  return reply;
}

/** Everything the popup shows. The server's state is looked up afresh. @param {{tabId: number, url: string}} message */
async function status({ tabId, url }) {
  const { address, token, off } = await settings();
  const site = siteOf(url);
  const [granted, server, summary] = await Promise.all([
    permissions.contains({ origins: ["http://*/*", "https://*/*"] }),
    met({ address, token }),
    kept(tabId),
  ]);
  await (server.state == "up" ? lookOnce(isUp) : doubt());
  // Of the same page though it tidied its address, as many do.
  const page = summary && plainAddress(summary.url) == plainAddress(addressKept(url)) ? summary : undefined;
  if (!page && site) lookAgain(tabId); // not waited for: storage tells who shows this when there is an answer
  return { address, site, on: !off.includes(site), granted, server, page };
}

/** @param {{url: string, on: boolean}} message */
async function switchSite({ url, on }) {
  if (siteOf(url)) await setSite(siteOf(url), on);
}

/** What the extension's own pages may ask. @type {Record<string, (message: any) => Promise<unknown>>} */
const OWN = { status, switchSite, order, again: ({ tabId }) => again(tabId), page: tellPage, health };

/** What a page's content script may say of that page. @type {Record<string, (message: any, tabId: number) => Promise<unknown> | void>} */
const PAGES = {
  changed: ({ url, cut }, tabId) => {
    tell(tabId, { type: "changed" });
    return keepChange(tabId, String(url), cut === true);
  },
  reading: ({ id }, tabId) => tell(tabId, { type: "reading", id: String(id) }),
  report: passOn,
};

/** @param {any} message @param {chrome.runtime.MessageSender} sender @returns {Promise<unknown> | void} */
function obey(message, sender) {
  if (sender.id != runtime.id || typeof message?.type != "string") return;
  if (sender.url?.startsWith(runtime.getURL(""))) return Object.hasOwn(OWN, message.type) ? OWN[message.type](message) : undefined;
  if (message.type == "annotate") return annotate(message, sender);
  const tabId = tabOf(sender);
  if (tabId !== undefined && Object.hasOwn(PAGES, message.type)) return PAGES[message.type](message, tabId);
}

runtime.onMessage.addListener((message, sender, respond) => {
  const answer = obey(message, sender);
  if (!answer) return false;
  answer.then(respond, (error) => respond({ state: "refused", ok: false, detail: String(error).slice(0, 300) }));
  return true;
});

runtime.onConnect.addListener((port) => {
  if (port.name == "panel" && port.sender?.id == runtime.id && port.sender.url?.startsWith(runtime.getURL(""))) welcome(port);
  else port.disconnect();
});

onChange(async (names, changes) => {
  const changed = (/** @type {(keyof Settings)[]} */ ...some) => some.some((name) => names.includes(name));
  if (changed("address", "token")) await doubt();
  // Not waited for: a page that never loads would hold up all others.
  if (changed("address", "token", "check", "only")) everyPage(again);
  else if (changed("off")) {
    const [was, is] = [changes.off.oldValue ?? [], changes.off.newValue ?? []];
    everyPage(again, (site) => was.includes(site) != is.includes(site));
  }
  if (changed("show", "colours", "language", "print")) {
    const chosen = await settings();
    /** @type {Order} */ const now = { type: "settings", ...manners(chosen) };
    await everyPage(async (tabId) => {
      await changeStyle(tabId, chosen);
      await order({ tabId, order: now });
    });
  }
});

permissions.onAdded.addListener(() => void everyPage(again));

alarms.onAlarm.addListener(({ name }) => void (name == ALARM && lookOnce(isUp)));
tabs.onRemoved.addListener((tabId) => (leave(tabId), leave(~tabId), forget(tabId)));

commands.onCommand.addListener((command, tab) => {
  if (command == "panel") toggle(tab);
  else if (tab?.id !== undefined) order({ tabId: tab.id, order: /** @type {Order} */ (command) });
});

/** The page of the first run, once. */
runtime.onInstalled.addListener(async () => {
  if ((await settings()).welcomed) return;
  await tabs.create({ url: runtime.getURL("extension/welcome/welcome.html") });
  await change({ welcomed: true });
});

/** Pages that are open when the extension is installed, renewed or switched on get their notes: then, and when the browser starts, nothing is kept. */
async function beginLife() {
  const { alive } = await storage.session.get("alive");
  if (alive) return;
  await storage.session.set({ alive: true });
  await everyPage(begin);
}
beginLife();
