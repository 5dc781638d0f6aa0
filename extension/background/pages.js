// Answers pages: whether they may be checked at all, their notes, their reports to the moderators.
import "../shared/platform.js";
import { overlayWords } from "../shared/i18n.js";
import { listed, settings, siteOf } from "../shared/settings.js";
import { inject } from "./inject.js";
import { isKnown } from "./known.js";
import { again, order } from "./orders.js";
import { annotate, report } from "./server.js";
import { FAILED, addressKept, keep, kept, summarise } from "./summary.js";
import { doubt, met, proved } from "./trust.js";
import { inTurn, leave } from "./turns.js";

const { scripting, tabs } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])$/;
const PATIENCE_MS = 100; // together with the time that `health` gives a server, less than a second ...
const AGAIN_MS = 1000; // ... and so long from one such look at it to the next

/** @typedef {chrome.runtime.MessageSender} Sender */

/** The tab of a page's own top frame, about itself; undefined for any other sender. @param {Sender} sender */
export const tabOf = (sender) => (sender.frameId === 0 && siteOf(sender.url ?? "") ? sender.tab?.id : undefined);

/** Notes for a page. @param {any} message @param {Sender} sender @returns {Promise<Carried>} */
export async function answerPage(message, sender) {
  if (sender.documentLifecycle == "prerender") return whenShown(sender);
  const tabId = tabOf(sender);
  const question = { url: String(message.url).split("#")[0], title: sender.tab?.title ?? "", text: String(message.text) };
  if (tabId === undefined || siteOf(question.url) != siteOf(sender.url ?? "")) return { state: "nothing" };
  const chosen = await settings();
  const forbidden = forbids(chosen, siteOf(question.url));
  // Not in turn, and instead of what is under way: switching off takes everything away at once.
  if (forbidden) leave(tabId, "");
  const reply = forbidden ? { state: forbidden } : await askInTurn(sender, question, chosen, message.part === true);
  if (!reply) return { state: "nothing" }; // the page asked anew meanwhile, or is gone
  if (!message.part) await keep(tabId, summarise(question.url, reply));
  if (!reply.answer?.story) return reply;
  return { ...reply, ...carried(reply.answer), ...manners(await settings()) }; // the reader may have chosen anew
}

/** A page that Chrome makes ready beforehand is asked about when its tab shows it, if it ever does. @param {Sender} sender @returns {Promise<Reply>} */
async function whenShown({ tab, documentId = "" }) {
  const tabId = Number(tab?.id);
  const target = { tabId, documentIds: [documentId] };
  const isAhead = () => scripting.executeScript({ target, injectImmediately: true, func: () => /** @type {any} */ (document).prerendering }).then(([{ result }]) => result, () => undefined); // not there any more
  const shown = await new Promise((done) => {
    const heed = async (/** @type {number} */ id) => {
      const ahead = id != tabId || (await isAhead());
      if (ahead) return; // it was the page before it that changed
      tabs.onUpdated.removeListener(heed);
      done(ahead === false);
    };
    tabs.onUpdated.addListener(heed); // only meanwhile; should this worker die before, the page asks again
  });
  if (shown) again(tabId);
  return { state: "nothing" };
}

/** What the marks look like; undefined where none is seen, for a page that shows no note is not to find us by their style. @param {Answer} answer @param {Settings} chosen */
const lookOf = ({ annotations }, { show, colours, print }) => (annotations.some(({ stance }) => show[stance]) ? { colours, print } : undefined);

/** An answer as two texts: the notes, and a Rest. @param {Answer} answer */
function carried({ missing, annotations, ...answer }) {
  const notes = annotations.map(({ evidence, ...note }) => note);
  /** @type {Rest} */ const rest = { missing, evidence: annotations.map(({ evidence }) => evidence) };
  return { answer: JSON.stringify({ ...answer, annotations: notes }), rest: JSON.stringify(rest) };
}

/** What a page has to know of the reader's choice. @param {Settings} chosen */
export function manners({ show, colours, language, print }) {
  return { settings: { show, colours, language, print }, words: overlayWords(language) };
}

/** Why a site's pages may not be checked; undefined where they may. @param {Settings} chosen @param {string} site @returns {"off" | "unlisted" | undefined} */
function forbids({ off, check, only }, site) {
  if (off.includes(site)) return "off";
  return check == "list" && !listed(only, site) ? "unlisted" : undefined;
}

/** The reply, with all in the page that draws it. @param {Sender} sender @param {Question} question @param {Settings} chosen @param {boolean} part @returns {Promise<Reply | undefined>} */
async function askInTurn(sender, question, chosen, part) {
  const tabId = Number(sender.tab?.id);
  const turn = part ? ~tabId : tabId; // late text does not wait until the whole text was answered
  const page = { url: addressKept(question.url), document: sender.documentId };
  const heed = (/** @type {number} */ id, /** @type {{url?: string}} */ { url }) => void (id == tabId && url && leave(turn, addressKept(url)));
  tabs.onUpdated.addListener(heed); // only meanwhile, for every change of every tab would wake us
  try {
    return await inTurn(turn, page, async (signal) => {
      const asked = ask(question, chosen, signal);
      let [answered, told] = [false, Promise.resolve()];
      if (!part) noticeSilence(asked, chosen, async (reply) => void (answered || (await (told = tellSilence(tabId, summarise(question.url, reply))))));
      const reply = await asked;
      answered = true;
      await told; // or the silence would be kept in the answer's place
      if (FAILED.includes(reply.state)) await doubt();
      const { answer } = reply;
      if (answer?.story && !part && !signal.aborted) await inject(tabId, sender.documentId, async () => lookOf(answer, await settings()));
      return reply;
    });
  } finally {
    tabs.onUpdated.removeListener(heed);
  }
}

/** @param {Question} question @param {Settings} chosen @param {AbortSignal} signal @returns {Promise<Reply>} */
async function ask(question, chosen, signal) {
  if (!question.text || isServer(chosen.address, question.url)) return { state: "nothing" };
  const known = chosen.check != "known" || (await isKnown(chosen, question.url));
  if (known !== true) return known || { state: "unlisted" };
  const server = await proved(chosen);
  if (server.state != "up") return { state: server.state, detail: server.detail };
  return annotate(chosen, question, signal);
}

/** What is to be seen while the server says nothing: that a page is asked about only where no answer is known yet. @param {number} tabId @param {Summary} summary */
async function tellSilence(tabId, summary) {
  if (summary.state == "asked" && (await kept(tabId))?.url == summary.url) return;
  await keep(tabId, { ...summary, silent: true });
}

/**
 * An answer that takes long may never come. The badge says so soon; the question stands, for a server that was only
 * busy answers it.
 * @param {Promise<Reply>} asked @param {Settings} chosen @param {(reply: Reply) => Promise<void>} tell
 */
async function noticeSilence(asked, chosen, tell) {
  const answered = asked.then(() => true, () => true);
  const within = (/** @type {number} */ ms) => Promise.race([answered, new Promise((done) => setTimeout(done, ms, false))]);
  for (let patience = PATIENCE_MS; !(await within(patience)); patience = AGAIN_MS) {
    if (patience == PATIENCE_MS) await tell({ state: "asked" });
    const { state, detail } = await met(chosen);
    if (state == "up" || (await within(0))) continue;
    return tell({ state, detail });
  }
}

/** The server's own pages show their notes themselves. @param {string} address @param {string} url */
function isServer(address, url) {
  const [a, b] = [new URL(address), new URL(url)];
  return a.host == b.host || (a.port == b.port && LOOPBACK.test(a.hostname) && LOOPBACK.test(b.hostname));
}

/** What the page of a tab knows, for the panel. @param {{tabId: number}} message @returns {Promise<PageTold | undefined>} */
export async function tellPage({ tabId }) {
  const told = await order({ tabId, order: { type: "tell" } });
  if (told) return told;
  const summary = await kept(tabId);
  return summary && { ...summary, title: "", story: null, notes: [], missing: [] };
}

/** Passes on what a reader thinks is wrong with the note of that index. @param {{index: number, words: string}} message @param {number} tabId @returns {Promise<Reported>} */
export async function passOn({ index, words }, tabId) {
  const page = await tellPage({ tabId });
  const note = page?.notes[index];
  if (!page || !note) return { ok: false };
  const chosen = await settings();
  const server = await proved(chosen);
  if (server.state != "up") return { ok: false };
  return report(chosen, { note: note.id, fact: note.fact.id, url: page.url, words: String(words).slice(0, 1000) });
}
