// One question of a tab at a time, and a rest after those that cost much: a page whose text never stands still, or that
// means harm, must not keep the server busy. While one question is answered only the newest other one waits. A question of
// another page ends the one that is being answered: nobody waits for that any more.

const REST = 4; // times as long as its answers took: a page takes a fifth of the server's time at most ...
const CREDIT = 4000; // ... once it has had a second of it; so long may it owe its rest, in ms ...
const LONGEST_REST = 10000; // ... of which it never takes more than this at once ...
const OTHER_PAGE = 1000; // ... and the tab's next page not more than this

/** @typedef {{url: string, document?: string}} Page  a reload gives the same address another document */
/** @typedef {{page: Page, stop: AbortController, ended: Promise<unknown>, rested: Promise<unknown>}} Turn */
/** @type {Map<number, Turn>} */ const turns = new Map();
/** When a tab will have rested from all its answers. @type {Map<number, number>} */ const owed = new Map();
/** @type {Map<number, {page: Page}>} */ const newest = new Map();

/** @param {number} ms */
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * What `ask` gives when its turn has come; undefined when a newer question of the same tab took its place, or the tab
 * went elsewhere. `ask` must end soon after its signal aborts.
 * @template T @param {number} tab @param {Page} page @param {(signal: AbortSignal) => Promise<T>} ask @returns {Promise<T | undefined>}
 */
export async function inTurn(tab, page, ask) {
  const mine = { page };
  newest.set(tab, mine);
  const before = turns.get(tab);
  if (before && !isSame(before.page, page)) {
    before.stop.abort();
    await before.ended;
    await Promise.race([before.rested, sleep(OTHER_PAGE)]);
    if (before.page.document != page.document) owed.delete(tab); // what its last page cost, the reader's next has paid for
  } else await before?.rested;
  if (newest.get(tab) != mine) return undefined;
  newest.delete(tab);
  const stop = new AbortController();
  const began = performance.now();
  const answer = ask(stop.signal);
  const ended = answer.catch(() => undefined);
  const rested = ended.then(() => rest(tab, began));
  const turn = { page, stop, ended, rested };
  turns.set(tab, turn);
  rested.then(() => void (turns.get(tab) == turn && turns.delete(tab)));
  const found = await answer;
  return stop.signal.aborted ? undefined : found;
}

/** Rests from an answer that was begun then. @param {number} tab @param {number} began */
function rest(tab, began) {
  const now = performance.now();
  const until = Math.max(owed.get(tab) ?? 0, began) + (1 + REST) * (now - began);
  owed.set(tab, until);
  return sleep(Math.min(until - now - CREDIT, LONGEST_REST));
}

/** @param {Page} a @param {Page} b */
const isSame = (a, b) => a.url == b.url && a.document == b.document;

/** Ends a tab's questions that are not about this address; without one, all. @param {number} tab @param {string} [url] */
export function leave(tab, url) {
  const turn = turns.get(tab);
  if (turn?.page.url != url) turn?.stop.abort();
  if (newest.get(tab)?.page.url != url) newest.delete(tab);
  if (url === undefined) owed.delete(tab); // the tab is closed
}
