// The languages that the extension speaks, and how its own pages are put in one. What the server says stays as the
// server words it. A language is one file of locales/: flat messages, {names} to fill in, plural forms by their
// category (`_one`, `_other`), its direction, and its own name. They are modules and not JSON: Chrome 156 never starts
// a service worker again that imports JSON.
import "./platform.js";
import "./say.js";
import { settings } from "./settings.js";
import en from "../locales/en.js";
import de from "../locales/de.js";

const { i18n } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;

/** @type {Record<Exclude<Settings["language"], "">, Record<string, string>>} */
export const LANGUAGES = { en, de };

/** The messages of a chosen language; of the browser's where none is chosen; English where that is not spoken. @param {Settings["language"]} chosen */
export function messages(chosen) {
  const [browsers] = i18n.getUILanguage().toLowerCase().split("-");
  return LANGUAGES[chosen || /** @type {"en"} */ (browsers)] ?? en;
}

/** What the page overlay says, and no more, to go along with the notes. @param {Settings["language"]} chosen */
export const overlayWords = (chosen) =>
  Object.fromEntries(Object.entries(messages(chosen)).filter(([key]) => /^(language_tag$|direction$|note_|card_)/.test(key)));

/** Puts this page in the reader's language: each element's data-say becomes its text, data-label its name. */
export async function dress() {
  const voice = secondSource.speak(messages((await settings()).language));
  const { documentElement } = document;
  documentElement.lang = voice.language;
  documentElement.dir = voice.direction;
  for (const element of /** @type {NodeListOf<any>} */ (document.querySelectorAll("[data-say]"))) element.textContent = voice.say(element.dataset.say);
  for (const element of /** @type {NodeListOf<any>} */ (document.querySelectorAll("[data-label]")))
    element.setAttribute("aria-label", voice.say(element.dataset.label));
  return voice;
}
