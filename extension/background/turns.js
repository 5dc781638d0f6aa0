// One question of a tab at a time, and a rest after each: a page whose text never stands still, or that means
// harm, must not keep the server busy. While one question is answered only the newest other one waits.

const REST = 4; // times as long as the answer took: a tab takes a fifth of the server's time at most ...
const LONGEST_REST = 10000; // ... but never waits longer than this, in ms

/** @type {Map<number, Promise<unknown>>} */ const busy = new Map();
/** @type {Map<number, unknown>} */ const newest = new Map();

/**
 * What `ask` gives when its turn has come; undefined when a newer question of the same tab took its place.
 * @template T @param {number} tab @param {() => Promise<T>} ask @returns {Promise<T | undefined>}
 */
export async function inTurn(tab, ask) {
  newest.set(tab, ask);
  await busy.get(tab);
  if (newest.get(tab) != ask) return undefined;
  newest.delete(tab);
  const began = performance.now();
  const answer = ask();
  const turn = answer
    .catch(() => undefined)
    .then(() => new Promise((rested) => setTimeout(rested, Math.min(REST * (performance.now() - began), LONGEST_REST))))
    .then(() => void (busy.get(tab) == turn && busy.delete(tab)));
  busy.set(tab, turn);
  return answer;
}
