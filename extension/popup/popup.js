// The popup: what was found on this page, the switch for this site, the way to the panel, and the server's state,
// asked for each time.
import "../shared/platform.js";
import { find, make } from "../shared/dom.js";
import { dress } from "../shared/i18n.js";
import { stances } from "../shared/stances.js";
import { currentTab, detailOf, drawActions, send, stateOf, statusOf, wireActions } from "../shared/tab.js";
import { pageWords, serverWords } from "../shared/words.js";

const { runtime, sidePanel, storage, windows } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;
const { sidebarAction } = /** @type {any} */ (secondSource.platform).browser; // Firefox's side panel

/** @param {import("../shared/tab.js").Status} status */
async function draw(status) {
  const { address, site, on, granted, server, page } = status;
  const state = stateOf(status);
  const counts = state == "notes" ? page?.counts : undefined;
  const number = Object.values(counts ?? {}).reduce((a, b) => a + b, 0);
  const [headline, explain] = pageWords(voice, state, number, detailOf(status), page?.cut);
  find("#headline").textContent = headline;
  find("#explain").textContent = explain;
  find("#story").textContent = (state == "notes" && page?.story) || "";
  find("#story").hidden = !find("#story").textContent;
  drawCounts(number ? counts : undefined);
  drawMissing(state == "notes" ? (page?.missing ?? []) : [], page?.cut);
  find("#next").hidden = !number;
  find("#panel").hidden = !granted || !(sidebarAction || sidePanel); // Firefox for Android has neither
  await drawActions(status, number > 0);
  find("#site").hidden = !site;
  find("#site span").textContent = voice.say("popup_site", { site });
  find("#site input").checked = on;
  find(".lamp").className = `lamp ${granted ? server.state : ""}`;
  find("#server").textContent = granted ? serverWords(voice, server, address) : voice.say("server_unasked");
  find("main").ariaBusy = "false";
}

/** @param {Record<Stance, number> | undefined} counts */
function drawCounts(counts) {
  find("#counts").hidden = !counts;
  const rows = stances.map((stance) => {
    const count = counts?.[stance] ?? 0;
    const name = make("dt", { class: count ? "stance" : "" }, voice.say(`note_${stance}`));
    return make("div", { class: count ? stance : "none" }, name, make("dd", {}, String(count)));
  });
  find("#counts").replaceChildren(...rows);
}

/** @param {string[]} missing @param {boolean} [cut] */
function drawMissing(missing, cut) {
  find("#missing").hidden = !missing.length;
  find("#missing summary").textContent = voice.say(cut ? "popup_elsewhere" : "popup_missing", { count: missing.length });
  find("#missing ul").replaceChildren(...missing.map((label) => make("li", { lang: "en", dir: "auto" }, label)));
}

const voice = await dress();
const tab = await currentTab();
const window = await windows.getCurrent(); // found beforehand: a browser opens a panel only at the very click
const refresh = async () => draw(await statusOf(tab));
/** The page needs a moment to look and ask; storage says when the answer is there. */
storage.session.onChanged.addListener((changes) => void ("tab" + tab.tabId in changes && refresh()));

wireActions(() => tab, refresh);
find("#site input").addEventListener("change", async (/** @type {any} */ { target }) => {
  await runtime.sendMessage({ type: "switchSite", ...tab, on: target.checked });
  await refresh();
});
find("#next").addEventListener("click", () => send(tab, "next").then(close));
find("#panel").addEventListener("click", () => {
  const opened = sidebarAction ? sidebarAction.open() : sidePanel.open({ windowId: /** @type {number} */ (window.id) });
  opened.then(close);
});
await refresh();
