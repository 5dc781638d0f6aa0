// The panel beside the article, of whichever tab is in front: its notes, what it lacks, and the story in a picture. It
// asks the page for all that it shows, and asks again whenever the page, the tab or the settings change.
import "../shared/platform.js";
import { find } from "../shared/dom.js";
import { dress } from "../shared/i18n.js";
import { onChange } from "../shared/settings.js";
import { currentTab, detailOf, drawActions, send, stateOf, statusOf, wireActions } from "../shared/tab.js";
import { pageWords } from "../shared/words.js";
import { drawMissing, drawNotes, markReading } from "./list.js";
import { drawPicture } from "./picture.js";
import { wireTabs } from "./tabs.js";

const { runtime, storage, tabs } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;

const RECONNECT_MS = 500;

let voice = await dress();
let tab = await currentTab();
let asked = 0;
let follow = () => {}; // tells the background which page is in front, while it listens

/** Asks and draws; an answer that a later question overtook is dropped. */
async function refresh() {
  const mine = ++asked;
  tab = await currentTab();
  follow(); // before it is asked, or what happens meanwhile is missed
  const [status, told] = await Promise.all([statusOf(tab), runtime.sendMessage({ type: "page", tabId: tab.tabId })]);
  if (mine == asked) await draw(status, told);
}

/** @param {import("../shared/tab.js").Status} status @param {PageTold | undefined} told */
async function draw(status, told) {
  const kept = stateOf(status);
  const known = kept == "notes" && told?.state == "notes" ? told : undefined;
  const state = kept == "notes" && !known ? "nothing" : kept;
  const [headline, explain] = pageWords(voice, state, known?.notes.length ?? 0, detailOf(status), known?.cut);
  find("#headline").textContent = headline;
  find("#explain").textContent = explain;
  find("#story").textContent = known?.story?.title ?? "";
  find("#story").hidden = !known?.story?.title;
  await drawActions(status, Boolean(known?.notes.length));
  find("#views").hidden = !known || !(known.notes.length || known.missing.length);
  drawNotes(voice, known?.notes ?? [], go);
  drawMissing(voice, known?.missing ?? [], known?.cut);
  if (known) drawPicture(voice, known, go);
  document.title = voice.say("panel_title");
  find("main").ariaBusy = "false";
}

/** @param {number} index */
function go(index) {
  send(tab, { type: "goto", index });
}

/** Listens to the page in front; the background may die and comes back when it is spoken to. */
function connect() {
  const port = runtime.connect({ name: "panel" });
  follow = () => port.postMessage({ tabId: tab.tabId });
  port.onMessage.addListener((/** @type {Heard} */ heard) => {
    if (heard.type == "changed") refresh();
    if (heard.type == "reading") markReading(heard.id);
    if (heard.type == "close") close();
  });
  port.onDisconnect.addListener(() => {
    void runtime.lastError; // looked at, or the browser complains
    follow = () => {};
    setTimeout(() => {
      connect();
      refresh(); // something may have happened meanwhile
    }, RECONNECT_MS);
  });
}

connect();
tabs.onActivated.addListener(refresh);
tabs.onUpdated.addListener((tabId, { status }) => void (tabId == tab.tabId && status && refresh()));
storage.session.onChanged.addListener((changes) => void ("tab" + tab.tabId in changes && refresh()));
onChange(async (names) => {
  if (names.includes("language")) voice = await dress();
  await refresh();
});
wireActions(() => tab, refresh);
wireTabs(find("[role=tablist]"));
await refresh();
