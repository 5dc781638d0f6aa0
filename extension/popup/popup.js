// The popup: what was found on this page, the switch for this site, and the server's state, asked for each time.
import "../shared/platform.js";
import "../content/stances.js";
import { pageWords, serverWords } from "../shared/words.js";

const { permissions, runtime, storage, tabs } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;
const EVERYWHERE = { origins: ["http://*/*", "https://*/*"] };

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);

/** @typedef {{address: string, site: string, on: boolean, granted: boolean, server: import("../background/server.js").ServerState, page?: Summary}} Status */

/** The tab looked at. */
async function currentTab() {
  const [tab] = await tabs.query({ active: true, currentWindow: true });
  return { tabId: tab?.id ?? -1, url: tab?.url ?? "" };
}

/** What to say about the page: the server's present state goes before what was kept. @param {Status} status @returns {State} */
function stateOf({ on, site, server, page }) {
  if (!site) return "nothing";
  if (!on) return "off";
  if (server.state != "up") return server.state;
  return !page || page.state == "down" || page.state == "wrong" ? "nothing" : page.state;
}

/** @param {Status} status */
function draw(status) {
  const { address, site, on, granted, server, page } = status;
  const state = stateOf(status);
  const counts = state == "notes" ? page?.counts : undefined;
  const number = Object.values(counts ?? {}).reduce((a, b) => a + b, 0);
  const [headline, explain] = granted
    ? pageWords(state, number, state == server.state ? server.detail : page?.detail)
    : ["Not allowed on pages yet", "Your browser asks before an extension may read news pages."];
  find("#headline").textContent = headline;
  find("#explain").textContent = explain;
  find("#story").textContent = (state == "notes" && page?.story) || "";
  find("#story").hidden = !find("#story").textContent;
  drawCounts(number ? counts : undefined);
  drawMissing(state == "notes" ? (page?.missing ?? []) : []);
  find("#next").hidden = !number;
  find("#again").hidden = !granted || !site || !on || (state == "notes" && number > 0);
  find("#grant").hidden = granted;
  find("#site").hidden = !site;
  find("#site strong").textContent = site;
  find("#site input").checked = on;
  find(".lamp").className = `lamp ${granted ? server.state : ""}`;
  find("#server").textContent = granted ? serverWords(server, address) : "The server can be asked once this is allowed";
}

/** @param {Record<Stance, number> | undefined} counts */
function drawCounts(counts) {
  find("#counts").hidden = !counts;
  const rows = secondSource.stances.map((stance) => {
    const { label, ink, line } = secondSource.looks[stance];
    const count = counts?.[stance] ?? 0;
    const row = document.createElement("div");
    const [term, value] = [document.createElement("dt"), document.createElement("dd")];
    term.textContent = label;
    value.textContent = String(count);
    if (count) Object.assign(term.style, { color: ink, textDecoration: `underline ${line}` });
    else row.className = "none";
    row.append(term, value);
    return row;
  });
  find("#counts").replaceChildren(...rows);
}

/** @param {string[]} missing */
function drawMissing(missing) {
  find("#missing").hidden = !missing.length;
  find("#missing summary").textContent = `${missing.length} reported elsewhere, not in this article`;
  const items = missing.map((label) => Object.assign(document.createElement("li"), { textContent: label }));
  find("#missing ul").replaceChildren(...items);
}

const tab = await currentTab();
const refresh = async () => draw(await runtime.sendMessage({ type: "status", ...tab }));
/** @param {Order} order */
const send = (order) => runtime.sendMessage({ type: "order", tabId: tab.tabId, order });
/** The page needs a moment to look and ask; storage says when the answer is there. */
storage.session.onChanged.addListener((changes) => void ("tab" + tab.tabId in changes && refresh()));

find("#site input").addEventListener("change", async (/** @type {any} */ { target }) => {
  await runtime.sendMessage({ type: "switchSite", ...tab, on: target.checked });
  await refresh();
});
find("#next").addEventListener("click", async () => {
  await send("next");
  window.close();
});
find("#again").addEventListener("click", async () => {
  await send("again");
  await refresh();
});
find("#grant").addEventListener("click", async () => {
  await permissions.request(EVERYWHERE);
  await refresh();
});
await refresh();
