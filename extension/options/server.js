// The server's address, tried before it is kept, and the pairing token of one that wants it.
import "../shared/platform.js";
import { find, make } from "../shared/dom.js";
import { change, isPlain, settings, tidyAddress } from "../shared/settings.js";
import { bare, serverWords } from "../shared/words.js";

const { runtime } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;

/** @param {string} words @param {string} [lamp] */
const say = (words, lamp) => find("#outcome").replaceChildren(...(lamp ? [make("span", { class: `lamp ${lamp}` })] : []), words);

/** Who is at an address; the field for a token is there for a server that wants one. @param {Voice} voice @param {string} address */
async function ask(voice, address) {
  find("#plain").textContent = isPlain(address) ? voice.say("server_plain", { where: bare(address) }) : "";
  const server = await runtime.sendMessage({ type: "health", address, token: find("#token").value.trim() });
  find("#pairing").hidden = !(server.wantsToken || find("#token").value);
  return server;
}

/** Asks whoever is at the typed address, and says who it was. @param {Voice} voice @returns {Promise<string | null>} the address, if it is one */
async function tryAddress(voice) {
  const address = tidyAddress(find("#address").value);
  if (!address) {
    say(voice.say("options_no_address"), "down");
    return null;
  }
  say(voice.say("options_asking"));
  const server = await ask(voice, address);
  say(serverWords(voice, server, address), server.state);
  return address;
}

/** @param {Voice} voice */
async function save(voice) {
  const address = await tryAddress(voice);
  if (!address) return;
  try {
    await change({ address, token: find("#token").value.trim() });
  } catch {
    say(voice.say("options_token_bad"), "down");
    return;
  }
  find("#address").value = address;
  find("#outcome").append(`. ${voice.say("options_saved")}`);
}

/** What somebody is typing is left alone. @param {HTMLInputElement} field @param {string} kept */
function put(field, kept) {
  if (field.value == field.defaultValue) field.value = kept;
  field.defaultValue = kept;
}

/** @param {Voice} voice */
export async function drawServer(voice) {
  const { address, token } = await settings();
  put(find("#address"), address);
  put(find("#token"), token);
  await ask(voice, address);
}

/** @param {() => Voice} voice */
export function wireServer(voice) {
  find("#test").addEventListener("click", () => tryAddress(voice()));
  find("#server").addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    save(voice());
  });
}
