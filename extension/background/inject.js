// The scripts that draw notes, in the order they need each other. They reach a page only when it has notes,
// so that other pages carry two small scripts and nothing for a page to find.
import "../shared/platform.js";

const { scripting } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;

export const CONTENT_FILES = [
  "shared/say",
  "content/stances",
  "content/locate",
  "content/parts",
  "content/cut",
  "content/diff",
  "content/link",
  "content/tone",
  "content/highlight",
  "content/place",
  "content/style",
  "content/icons",
  "content/evidence",
  "content/cite",
  "content/report",
  "content/face",
  "content/list",
  "content/card",
  "content/hover",
  "content/show",
].map((name) => `extension/${name}.js`);

/** Loads them into the document that asked and no later one of its tab, unless they are there: a question may be asked
 * anew before they came. Rejects when it is gone. @param {number} tabId @param {string} [documentId] */
export async function inject(tabId, documentId) {
  const target = documentId ? { tabId, documentIds: [documentId] } : { tabId, frameIds: [0] };
  const [there] = await scripting.executeScript({ target, func: () => Boolean(secondSource.show) });
  if (!there?.result) await scripting.executeScript({ target, files: CONTENT_FILES.map((file) => "/" + file) });
}
