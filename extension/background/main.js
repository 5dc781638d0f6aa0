// Answers the page and the popup. The browser may end this at any time: nothing is kept in variables but the
// turns of questions being answered.
import "../shared/platform.js";
import { settings, setSite, siteOf } from "../shared/settings.js";
import { inject } from "./inject.js";
import { annotate, health } from "./server.js";
import { addressKept, forget, keep, kept, summarise } from "./summary.js";
import { inTurn } from "./turns.js";

const { commands, permissions, runtime, storage, tabs } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;
const TRUSTED_MS = 60000; // how long a server that has proved itself is believed without asking again

const OFF = /** @type {Reply} */ ({ state: "off" });

/** @typedef {chrome.runtime.MessageSender} Sender */

/** Only a page's own top frame may ask, and only about itself. @param {any} message @param {Sender} sender @returns {Promise<Reply>} */
async function answerPage(message, sender) {
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId !== 0 || !siteOf(sender.url ?? "")) return { state: "nothing" };
  const question = { url: String(message.url), title: String(message.title), text: String(message.text) };
  if (siteOf(question.url) != siteOf(sender.url ?? "")) return { state: "nothing" };
  const reply = (await isOff(question.url)) ? OFF : await inTurn(tabId, () => ask(question));
  if (!reply) return { state: "nothing" }; // the page asked anew meanwhile
  await keep(tabId, summarise(question.url, reply));
  if (reply.answer?.annotations.length && !message.ready) await inject(tabId, sender.frameId);
  return reply;
}

/** Asked before a turn is waited for, so that switching off takes everything away at once. @param {string} url */
async function isOff(url) {
  const { off } = await settings();
  return off.includes(siteOf(url));
}

/** @param {Question} question @returns {Promise<Reply>} */
async function ask(question) {
  const { address } = await settings();
  if (!question.text || isServer(address, question.url)) return { state: "nothing" };
  const server = await proved(address);
  if (server.state != "up") return { state: server.state, detail: server.detail };
  const reply = await annotate(address, question);
  if (reply.state == "down" || reply.state == "wrong") await storage.session.remove("server");
  return reply;
}

/** The server's own pages show their notes themselves. @param {string} address @param {string} url */
function isServer(address, url) {
  const loopback = /^(127\.0\.0\.1|localhost|\[::1\])$/;
  const [a, b] = [new URL(address), new URL(url)];
  return a.host == b.host || (a.port == b.port && loopback.test(a.hostname) && loopback.test(b.hostname));
}

/** @param {string} address @returns {Promise<import("./server.js").ServerState>} */
async function proved(address) {
  const { server } = /** @type {any} */ (await storage.session.get("server"));
  if (server?.address == address && Date.now() - server.at < TRUSTED_MS) return server;
  const found = await health(address);
  if (found.state == "up") await storage.session.set({ server: { ...found, address, at: Date.now() } });
  return found;
}

/** Everything the popup shows. The server's state is looked up afresh. @param {{tabId: number, url: string}} message */
async function status({ tabId, url }) {
  const { address, off } = await settings();
  const site = siteOf(url);
  const granted = await permissions.contains({ origins: ["http://*/*", "https://*/*"] });
  const summary = await kept(tabId);
  const fresh = summary?.url == addressKept(url) ? summary : undefined;
  return { address, site, on: !off.includes(site), granted, server: await health(address), page: fresh };
}

/** @param {{tabId: number, url: string, on: boolean}} message */
async function switchSite({ url, on }) {
  const site = siteOf(url);
  if (!site) return;
  await setSite(site, on);
  for (const tab of await tabs.query({ url: ["http://*/*", "https://*/*"] })) {
    if (siteOf(tab.url ?? "") != site || tab.id === undefined) continue;
    await order({ tabId: tab.id, order: "again" });
  }
}

/** A tab without our script is not an error. @param {{tabId: number, order: Order}} message */
const order = ({ tabId, order }) => tabs.sendMessage(tabId, order).catch(() => undefined);

/** What the extension's own pages may ask. @type {Record<string, (message: any) => Promise<unknown>>} */
const OWN = { status, switchSite, order, health: ({ address }) => health(address) };

runtime.onMessage.addListener((message, sender, respond) => {
  if (sender.id != runtime.id || typeof message?.type != "string") return false;
  const own = sender.url?.startsWith(runtime.getURL("")) && Object.hasOwn(OWN, message.type);
  if (!own && message.type != "annotate") return false;
  (own ? OWN[message.type](message) : answerPage(message, sender)).then(respond, (error) =>
    respond({ state: "refused", detail: String(error).slice(0, 300) }),
  );
  return true;
});

commands.onCommand.addListener(async (command, tab) => {
  if (tab?.id !== undefined) await order({ tabId: tab.id, order: /** @type {Order} */ (command) });
});

tabs.onRemoved.addListener(forget);
