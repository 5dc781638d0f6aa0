// The browser's keys for our commands. Firefox lets us change them here; in Chrome only its own page can.
import "../shared/platform.js";
import { find, make } from "../shared/dom.js";

const { commands, tabs } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;
const { update, reset } = /** @type {any} */ (commands); // Firefox
const CHROMES_PAGE = "chrome://extensions/shortcuts";
const MAC = /^Mac/.test(navigator.platform);

/** @type {Record<string, MessageKey>} */
const NAMES = { next: "command_next", previous: "command_previous", panel: "command_panel", _execute_action: "command_popup", _execute_sidebar_action: "command_panel" };

/** @param {Voice} voice */
export async function drawKeys(voice) {
  const items = (await commands.getAll()).map(({ name = "", description, shortcut }) => {
    const command = NAMES[name] ? voice.say(NAMES[name]) : (description ?? name);
    return make("li", {}, make("span", {}, command), keys(shortcut, voice), update ? buttons(voice, name, command) : null);
  });
  const escape = make("li", {}, make("span", {}, voice.say("options_keys_escape")), make("kbd", {}, "Esc"));
  find("#keys").replaceChildren(...items, escape);
  find("#keys-open").hidden = Boolean(update);
  if (!update) find("#keys-outcome").textContent = voice.say("options_keys_where");
}

export const wireKeys = () => find("#keys-open").addEventListener("click", () => tabs.create({ url: CHROMES_PAGE }));

/** @param {string | undefined} shortcut @param {Voice} voice */
const keys = (shortcut, voice) => (shortcut ? make("kbd", { dir: "ltr" }, shortcut) : make("span", { class: "soft" }, voice.say("options_keys_none")));

/** @param {Voice} voice @param {string} name @param {string} command */
function buttons(voice, name, command) {
  const record = make("button", { "data-command": name, "aria-label": voice.say("options_keys_change_for", { command }) }, voice.say("options_keys_change"));
  record.addEventListener("click", () => listen(voice, name, record));
  const undo = () => reset(name).then(() => drawKeys(voice));
  const back = make("button", { "aria-label": voice.say("options_keys_reset_for", { command }), click: undo }, voice.say("options_keys_reset"));
  return make("div", { class: "row" }, record, back);
}

/** Takes the next keys that are pressed, until the focus goes or Esc is pressed. @param {Voice} voice @param {string} name @param {HTMLElement} button */
function listen(voice, name, button) {
  const ended = new AbortController();
  const { signal } = ended;
  button.textContent = voice.say("options_keys_press");
  signal.addEventListener("abort", () => (button.textContent = voice.say("options_keys_change")));
  button.addEventListener("blur", () => ended.abort(), { signal });
  const take = async (/** @type {KeyboardEvent} */ event) => {
    if (event.key == "Tab" || /^(Control|Alt|Shift|Meta)$/.test(event.key)) return;
    event.preventDefault();
    ended.abort();
    if (event.key != "Escape") await set(voice, name, pressed(event));
  };
  button.addEventListener("keydown", take, { signal });
}

/** @param {Voice} voice @param {string} name @param {string} shortcut */
async function set(voice, name, shortcut) {
  try {
    await update({ name, shortcut });
    find("#keys-outcome").textContent = voice.say("options_saved");
    await drawKeys(voice);
    find(`#keys [data-command="${name}"]`)?.focus();
  } catch {
    find("#keys-outcome").textContent = voice.say("options_keys_bad", { keys: shortcut });
  }
}

/** The keys as manifest.json writes them: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/commands @param {KeyboardEvent} event */
function pressed({ altKey, ctrlKey, metaKey, shiftKey, code }) {
  const key = code.replace(/^(Key|Digit|Arrow)/, "");
  const held = [ctrlKey && (MAC ? "MacCtrl" : "Ctrl"), metaKey && "Command", altKey && "Alt", shiftKey && "Shift"];
  return [...held.filter(Boolean), key].join("+");
}
