// The options page. Every choice is kept at once, except the server's address, which is tried first.
import "../shared/platform.js";
import { find, make } from "../shared/dom.js";
import { LANGUAGES, dress, messages } from "../shared/i18n.js";
import { change, onChange, settings } from "../shared/settings.js";
import { palettes, stances } from "../shared/stances.js";
import { wireFile } from "./file.js";
import { drawKeys, wireKeys } from "./keys.js";
import { drawServer, wireServer } from "./server.js";
import { drawSites } from "./sites.js";

const SAID_MS = 3000; // how long "Saved." stands

let voice = await dress();
let saying = 0;

/** @param {Partial<Settings>} patch */
async function keep(patch) {
  await change(patch);
  clearTimeout(saying);
  find("#saved").textContent = voice.say("options_saved");
  saying = setTimeout(() => (find("#saved").textContent = ""), SAID_MS);
}

/** @param {Settings} now */
function drawChoices(now) {
  for (const radio of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll("[name=check]"))) radio.checked = radio.value == now.check;
  find("#print").checked = now.print;
  find("#show").replaceChildren(
    ...stances.map((stance) => {
      const set = async (/** @type {any} */ { target }) => keep({ show: { ...(await settings()).show, [stance]: target.checked } });
      const box = make("input", { type: "checkbox", value: stance, checked: now.show[stance], change: set });
      return make("label", { class: `choice ${stance}` }, box, make("span", { class: "stance" }, voice.say(`note_${stance}`)));
    }),
  );
  find("#colours").replaceChildren(
    ...palettes.map((name) => {
      const radio = make("input", { type: "radio", name: "colours", value: name, checked: now.colours == name, change: () => keep({ colours: name }) });
      return make("label", { class: "choice" }, radio, make("span", {}, voice.say(`options_colours_${name}`)), sample(name));
    }),
  );
  const browsers = voice.say("options_language_browser", { language: messages("").language_name });
  const offered = [["", browsers], ...Object.entries(LANGUAGES).map(([tag, { language_name }]) => [tag, language_name])];
  find("#language").replaceChildren(...offered.map(([value, name]) => make("option", { value, selected: value == now.language }, name)));
}

/** @param {string} palette */
const sample = (palette) =>
  make("span", { class: `sample palette-${palette}` }, ...stances.map((stance) => make("span", { class: `stance ${stance}` }, voice.say(`note_${stance}`))));

/** Draws everything anew and leaves the focus where it was. */
async function draw() {
  const focused = find(":focus");
  const place = focused && `${focused.id ? "#" + CSS.escape(focused.id) : ""}${focused.name ? `[name="${focused.name}"]` : ""}[value="${CSS.escape(focused.value ?? "")}"]`;
  await Promise.all([drawSites(voice), drawKeys(voice)]);
  drawChoices(await settings());
  if (focused && !focused.isConnected) find(place)?.focus();
  find("main").ariaBusy = "false";
}

for (const radio of document.querySelectorAll("[name=check]"))
  radio.addEventListener("change", ({ target }) => keep({ check: /** @type {any} */ (target).value }));
find("#print").addEventListener("change", (/** @type {any} */ { target }) => keep({ print: target.checked }));
find("#language").addEventListener("change", (/** @type {any} */ { target }) => keep({ language: target.value }));
wireServer(() => voice);
wireFile(() => voice);
wireKeys();
onChange(async (names) => {
  if (names.includes("language")) voice = await dress();
  if (["address", "token", "language"].some((name) => names.includes(/** @type {keyof Settings} */ (name)))) await drawServer(voice);
  await draw();
});
await drawServer(voice);
await draw();
