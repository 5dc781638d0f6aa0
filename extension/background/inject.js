// The scripts that draw notes, in the order they need each other. They reach a page only when it has notes,
// so that other pages carry two small scripts and nothing for a page to find.
import "../shared/platform.js";

const { scripting } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;

export const CONTENT_FILES = [
  "stances",
  "words",
  "locate",
  "diff",
  "link",
  "tone",
  "highlight",
  "place",
  "style",
  "evidence",
  "list",
  "card",
  "hover",
  "show",
].map((name) => `extension/content/${name}.js`);

/** @param {number} tabId @param {number} frameId */
export const inject = (tabId, frameId) =>
  scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: CONTENT_FILES.map((file) => "/" + file) });
