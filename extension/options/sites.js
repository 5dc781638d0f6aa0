// The two lists of sites: those that may be checked when only a list may, and those that are switched off.
import { find, make } from "../shared/dom.js";
import { change, setSite, settings, siteOf } from "../shared/settings.js";

/** What each list says of itself, and how a site gets on it and off it. */
const LISTS = {
  only: {
    none: /** @type {const} */ ("options_only_none"),
    undo: /** @type {const} */ ("options_remove"),
    undoSite: /** @type {const} */ ("options_remove_site"),
    /** @param {string} site @param {boolean} on */
    put: async (site, on) => {
      const { only } = await settings();
      await change({ only: on ? [...new Set([...only, site])].sort() : only.filter((other) => other != site) });
    },
  },
  off: {
    none: /** @type {const} */ ("options_off_none"),
    undo: /** @type {const} */ ("options_on"),
    undoSite: /** @type {const} */ ("options_on_site"),
    /** @param {string} site @param {boolean} on */
    put: (site, on) => setSite(site, !on),
  },
};

/** @param {Voice} voice */
export async function drawSites(voice) {
  const found = await settings();
  for (const name of /** @type {const} */ (["only", "off"])) drawList(voice, name, found[name]);
  find("#only").hidden = found.check != "list";
}

/** @param {Voice} voice @param {"only" | "off"} name @param {string[]} sites */
function drawList(voice, name, sites) {
  const { none, undo, undoSite, put } = LISTS[name];
  const items = sites.map((site) => {
    const label = voice.say(undoSite, { site });
    return make("li", {}, make("bdi", {}, site), make("button", { "aria-label": label, click: () => put(site, false) }, voice.say(undo)));
  });
  const list = sites.length ? make("ul", { class: "plain" }, ...items) : make("p", { class: "soft" }, voice.say(none));
  find(`#${name}`).replaceChildren(list, form(voice, name));
}

/** @param {Voice} voice @param {"only" | "off"} name */
function form(voice, name) {
  const label = voice.say("options_site");
  const input = make("input", { type: "text", inputmode: "url", spellcheck: "false", autocomplete: "off", "aria-label": label, placeholder: label, "aria-describedby": `${name}-outcome` });
  const outcome = make("p", { id: `${name}-outcome`, role: "status" });
  const add = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const site = typed(input.value);
    if (site) await LISTS[name].put(site, true);
    else outcome.textContent = voice.say("options_site_bad");
  };
  return make("form", { submit: add, novalidate: true }, make("div", { class: "row" }, input, make("button", {}, voice.say("options_add"))), outcome);
}

const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)(:\d+)?$/i; // Chrome takes "a b" for the host a%20b

/** A site out of what a person types, an address included; empty where it is none. @param {string} text */
function typed(text) {
  const site = siteOf(/^https?:\/\//i.test(text.trim()) ? text.trim() : `http://${text.trim()}`);
  return HOST.test(site) ? site : "";
}
