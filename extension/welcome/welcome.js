// The first run: a live example, drawn by the same scripts as on any page, and what is sent where, as it is set now.
import "../shared/platform.js";
import { CONTENT_FILES } from "../background/inject.js";
import { find, make } from "../shared/dom.js";
import { dress, overlayWords } from "../shared/i18n.js";
import { isPlain, onChange, settings } from "../shared/settings.js";
import "../shared/stances.js";
import { bare } from "../shared/words.js";
import { answer } from "./example.js";

const { commands, runtime } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;

let voice = await dress();
let now = await settings();

async function draw() {
  document.title = voice.say("welcome_title");
  const where = bare(now.address);
  for (const cell of document.querySelectorAll(".server")) cell.textContent = voice.say("welcome_sent_text_where", { where });
  find("#plain").textContent = isPlain(now.address) ? voice.say("server_plain", { where }) : "";
  find("#when").textContent = voice.say(`welcome_sent_text_${now.check}`);
  const keys = Object.fromEntries((await commands.getAll()).map(({ name, shortcut }) => [name, shortcut]));
  find("#next-keys").textContent = voice.say(keys.next && keys.previous ? "welcome_next_keys" : "welcome_next_unset", keys);
  find("main").ariaBusy = "false";
}

onChange(async () => {
  [voice, now] = [await dress(), await settings()];
  await draw();
  secondSource.obey?.({ type: "settings", settings: now, words: overlayWords(now.language) });
});
await draw();

/** Nothing goes anywhere, reports of the example neither. @param {Told} told @returns {Promise<Reply | Reported>} */
secondSource.platform.tell = async (told) => {
  if (told.type != "annotate") return { ok: false, detail: voice.say("welcome_no_report") };
  return { state: "notes", answer: answer(voice, told.text), words: overlayWords(now.language), settings: now };
};
runtime.onMessage.addListener((order) => {
  if (order == "next" || order == "previous") secondSource.obey?.(order);
});
for (const file of ["extension/content/collect.js", ...CONTENT_FILES, "extension/content/start.js"]) {
  const script = make("script", { src: runtime.getURL(file) });
  script.async = false; // in this order, as on a page
  document.head.append(script);
}
