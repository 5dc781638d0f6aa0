// What the reader chose, in storage.local, and nothing else is there. Only this file reads and writes it. A value that
// is not what its field may hold counts as never chosen, so that nobody has to check settings twice.
import "./platform.js";

const { storage } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;

export const DEFAULT_ADDRESS = "http://127.0.0.1:8765";
const MOST_SITES = 5000; // more than anybody switches off by hand; keeps an imported file small
const LONGEST = 2000; // characters of an address or a token
const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/;

/** @type {Record<Stance, boolean>} */
const SHOWN = { conflicts: true, rewords: true, updates: true, corroborates: true };

/** @param {unknown} value */
const isText = (value) => typeof value == "string" && value.length <= LONGEST;
/** @param {unknown} value */
const isFlag = (value) => typeof value == "boolean";
/** @param {...unknown} values @returns {(value: unknown) => boolean} */
const oneOf = (...values) => (value) => values.includes(value);
/** @param {unknown} value */
const areSites = (value) => Array.isArray(value) && value.length <= MOST_SITES && value.every(isSite);
/** @param {any} value */
const isSite = (value) => isText(value) && value && (siteOf("https://" + value) == value || siteOf("http://" + value) == value);
/** @param {any} value */
const isShow = (value) =>
  value && Object.keys(value).length == Object.keys(SHOWN).length && Object.keys(SHOWN).every((stance) => isFlag(value[stance]));

/** Each field's value when nothing was chosen, and what it may hold. @type {{[Field in keyof Settings]: [Settings[Field], (value: any) => boolean]}} */
const FIELDS = {
  address: [DEFAULT_ADDRESS, (value) => isText(value) && tidyAddress(value) == value],
  token: ["", (value) => isText(value) && /^[\x21-\x7e]*$/.test(value)],
  off: [[], areSites],
  check: ["every", oneOf("every", "list", "known")],
  only: [[], areSites],
  show: [SHOWN, isShow],
  colours: ["standard", oneOf("standard", "strong", "calm")],
  language: ["", oneOf("", "en", "de")],
  print: [false, isFlag],
  welcomed: [false, isFlag],
};
const NAMES = /** @type {(keyof Settings)[]} */ (Object.keys(FIELDS));

/** A file that cannot be imported: `key` names the sentence, `field` what it is about. */
export class NotSettingsError extends Error {
  /** @param {"import_not_json" | "import_unknown_field" | "import_bad_value"} key @param {string} [field] */
  constructor(key, field = "") {
    super(`${key} ${field}`.trim());
    this.key = key;
    this.field = field;
  }
}

/** What was chosen, and nothing of what was not. @returns {Promise<Partial<Settings>>} */
async function chosen() {
  const found = await storage.local.get(NAMES);
  return Object.fromEntries(Object.entries(found).filter(([name, value]) => FIELDS[/** @type {keyof Settings} */ (name)][1](value)));
}

/** All settings; which pages may be checked depends, until somebody chooses, on where the server is. @returns {Promise<Settings>} */
export async function settings() {
  const found = await chosen();
  const defaults = /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, structuredClone(FIELDS[name][0])])));
  const check = isLoopback(found.address ?? DEFAULT_ADDRESS) ? "every" : "known";
  return { ...defaults, check, ...found };
}

/** Keep what is in the patch and leave the rest. Throws NotSettingsError for a value that a field may not hold. @param {Partial<Settings>} patch */
export async function change(patch) {
  await storage.local.set(checked(patch));
}

/** Calls back after every change, whoever made it, with the fields' names and what they were and are. @param {(names: (keyof Settings)[], changes: Record<string, {oldValue?: any, newValue?: any}>) => void} heed */
export const onChange = (heed) =>
  storage.local.onChanged.addListener((changes) => heed(NAMES.filter((name) => name in changes), changes));

/** What was chosen, as JSON for a file; the pairing token only when asked for. @param {{token?: boolean}} [wanted] */
export async function exported({ token = false } = {}) {
  const { welcomed, token: secret, ...rest } = await chosen();
  return JSON.stringify(token && secret ? { ...rest, token: secret } : rest, null, 2) + "\n";
}

/** Take over such a file: what it names is set, the rest stays. Throws NotSettingsError and changes nothing. @param {string} json */
export async function imported(json) {
  let found;
  try {
    found = JSON.parse(json);
  } catch {
    found = null;
  }
  if (!found || typeof found != "object" || Array.isArray(found)) throw new NotSettingsError("import_not_json");
  const elsewhere = "address" in found && found.address != (await settings()).address;
  await change(elsewhere ? { token: "", ...found } : found); // another server is not given this one's token
}

/** @param {Partial<Settings>} patch */
function checked(patch) {
  for (const [name, value] of Object.entries(patch)) {
    if (!Object.hasOwn(FIELDS, name)) throw new NotSettingsError("import_unknown_field", name.slice(0, 40));
    if (!FIELDS[/** @type {keyof Settings} */ (name)][1](value)) throw new NotSettingsError("import_bad_value", name);
  }
  return patch;
}

/** Switch a site off or on; two windows doing so at once lose nothing. @param {string} site @param {boolean} on */
export const setSite = (site, on) =>
  navigator.locks.request("settings", async () => {
    const { off } = await settings();
    const others = off.filter((other) => other != site);
    await change({ off: on ? others : [...others, site].sort() });
  });

/** The address as an origin with path and no final slash, or null when it is none. @param {string} typed */
export function tidyAddress(typed) {
  const url = URL.parse(/^[a-z]+:\/\//i.test(typed.trim()) ? typed.trim() : "http://" + typed.trim());
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  return url.origin + url.pathname.replace(/\/+$/, "");
}

/** Whether a server's address is this machine. @param {string} address */
export const isLoopback = (address) => LOOPBACK.test(URL.parse(address)?.hostname ?? "");

/** Whether what goes to a server's address can be read on the way. @param {string} address */
export const isPlain = (address) => address.startsWith("http:") && !isLoopback(address);

/** The site of a page, as the lists name it: host and port. Empty for pages that are not on the web. @param {string} url */
export function siteOf(url) {
  const parsed = URL.parse(url);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.host : "";
}

/** Whether a list names the site or a site above it: example.org stands for www.example.org too. @param {string[]} list @param {string} site */
export const listed = (list, site) => list.some((entry) => site == entry || site.endsWith("." + entry));
