// The options page: the server's address, tried before it is kept, and the sites switched off.
import "../shared/platform.js";
import { change, setSite, settings, tidyAddress } from "../shared/settings.js";
import { serverWords } from "../shared/words.js";

const { runtime } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector);

/** @param {string} words @param {string} [lamp] */
function say(words, lamp) {
  const light = Object.assign(document.createElement("span"), { className: `lamp ${lamp}` });
  find("#outcome").replaceChildren(...(lamp ? [light] : []), words);
}

/** Asks whoever is at the typed address, and says which of the three it was. @returns {Promise<string | null>} the address, if it is one */
async function tryAddress() {
  const address = tidyAddress(find("#address").value);
  if (!address) {
    say("This is not an address. Write one like http://127.0.0.1:8765", "down");
    return null;
  }
  say("Asking…");
  const server = await runtime.sendMessage({ type: "health", address });
  say(serverWords(server, address), server.state);
  return address;
}

async function drawSites() {
  const { off } = await settings();
  find("#none").hidden = off.length > 0;
  const items = off.map((site) => {
    const item = document.createElement("li");
    const button = Object.assign(document.createElement("button"), { textContent: "Switch on" });
    button.setAttribute("aria-label", `Switch on ${site}`);
    button.addEventListener("click", () => setSite(site, true).then(drawSites));
    item.append(site, button);
    return item;
  });
  find("#off").replaceChildren(...items);
}

find("#test").addEventListener("click", tryAddress);
find("#server").addEventListener("submit", async (/** @type {Event} */ event) => {
  event.preventDefault();
  const address = await tryAddress();
  if (!address) return;
  await change({ address });
  find("#address").value = address;
  find("#outcome").append(". Saved.");
});

find("#address").value = (await settings()).address;
await drawSites();
