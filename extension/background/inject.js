// The scripts that draw notes, in the order they need each other. They reach a page only when it has notes,
// so that other pages carry two small scripts and nothing for a page to find. The style of marks is given to the browser
// and not to the page: Firefox ends an extension's scripts before they can tidy up, but takes such a style away itself,
// and marks without one are not seen. Nor is our element, which is hidden but for it.
import "../shared/platform.js";
import "../content/stances.js";
import "../content/tone.js";

const { runtime, scripting } = /** @type {ExtensionPlatform} */ (secondSource.platform).browser;

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

const TONES = ["light", "dim", "dusk", "dark"];
const MARKS = new Set(secondSource.stances.flatMap((stance) => TONES.map((tone) => `${stance}-${tone}`)));
/** What tells ours in a page: the id in our closed shadow root, and the names of marks. @type {[string, string[]]} */
export const OURS = [runtime.id, [...MARKS, "open", "over"]];
const SEEN = "html > [hidden=second-source] { display: inline !important; }\n";

/** @typedef {chrome.scripting.InjectionTarget} Target */
/** @typedef {Pick<Settings, "colours" | "print">} Look */

/** As the user's it reaches into Firefox's shadow roots, where a second one would be styled for nothing; Chromium draws the
 * ground behind marks as the page's own. @type {("USER" | "AUTHOR")[]} */
const ORIGINS = "getBrowserInfo" in runtime ? ["USER"] : ["USER", "AUTHOR"]; // only Firefox has it
/** @param {Look} look */
const sheet = ({ colours, print }) => SEEN + secondSource.toneRules(MARKS, colours, print);

/** What is being done to the style of a tab. @type {Map<number, Promise<unknown>>} */ const styling = new Map();

/** One change of a tab's style after another: of two at once both styles would stay. @param {number} tabId @param {() => Promise<unknown>} change */
async function afterOthers(tabId, change) {
  const mine = (styling.get(tabId) ?? Promise.resolve()).catch(() => {}).then(change);
  styling.set(tabId, mine);
  try {
    await mine;
  } finally {
    if (styling.get(tabId) == mine) styling.delete(tabId);
  }
}

/** Another style in the place of the one that was given, so that there is always one. @param {Target} target @param {Look} look @param {Look} [was] */
async function restyle(target, look, was) {
  const [css, old] = [sheet(look), was && sheet(was)];
  if (css == old) return;
  await Promise.all(ORIGINS.map((origin) => scripting.insertCSS({ target, css, origin })));
  if (old) await Promise.all(ORIGINS.map((origin) => scripting.removeCSS({ target, css: old, origin })));
}

/** Gives a page that has a style the one that the reader chose anew. @param {number} tabId @param {Look} look */
export async function changeStyle(tabId, { colours, print }) {
  const target = { tabId, frameIds: [0] };
  const styled = (/** @type {Look} */ look) => {
    const was = globalThis.secondSource?.styled;
    if (was) secondSource.styled = look;
    return was;
  };
  const change = async () => {
    const [there] = await scripting.executeScript({ target, injectImmediately: true, func: styled, args: [{ colours, print }] });
    if (there?.result) await restyle(target, { colours, print }, there.result);
  };
  await afterOthers(tabId, change).catch(() => {}); // gone meanwhile, or no page that may be read
}

/**
 * Run in a page before anything is drawn there: takes away what an extension left that is gone. Firefox ends its scripts
 * before they can, and Chrome's only see that it is gone when something happens in the page. Returns whether our scripts
 * are there, and the style that they have. @param {string} mark @param {string[]} names of highlights @param {Look | null} [look] the style comes before the scripts
 */
export function ready(mark, names, look) {
  const { platform, show, styled } = secondSource;
  secondSource.mark = mark;
  if (look) secondSource.styled = look;
  if (show) return { there: true, was: styled };
  const { dom } = /** @type {any} */ (platform).browser;
  const rootOf = (/** @type {any} */ element) => (dom ? dom.openOrClosedShadowRoot(element) : element.openOrClosedShadowRoot); // Chrome's, Firefox's
  /** @param {any} view */
  const tidy = (view) => {
    for (const name of names) view.CSS.highlights.delete(`second-source-${name}`);
    for (let i = 0; i < view.length; i++) {
      try {
        tidy(view[i]);
      } catch {} // another site's
    }
  };
  tidy(window);
  for (const old of document.querySelectorAll("html > div")) if (rootOf(old)?.getElementById(mark)) old.remove();
  return { there: false };
}

/** Loads them into the document that asked and no later one of its tab, unless they are there: a question may be asked
 * anew before they came; the style too if there is a look by then. Rejects when it is gone. @param {number} tabId @param {string | undefined} documentId @param {() => Promise<Look | undefined>} wanted */
export async function inject(tabId, documentId, wanted) {
  const target = documentId ? { tabId, documentIds: [documentId] } : { tabId, frameIds: [0] };
  let isThere;
  await afterOthers(tabId, async () => {
    const look = await wanted();
    const [{ result } = {}] = await scripting.executeScript({ target, func: ready, args: [...OURS, look ?? null] });
    if (look) await restyle(target, look, result?.was);
    isThere = result?.there;
  });
  if (!isThere) await scripting.executeScript({ target, files: CONTENT_FILES.map((file) => "/" + file) });
}
