// A clock that stands still while work is done and jumps to the next timer when none is left: what is timed is exact
// on any machine, and takes no time.
const tick = setImmediate; // the real one, by which all promises have been seen to

let now = 0;
/** @type {{at: number, act: () => void}[]} */ const timers = [];

globalThis.setTimeout = /** @type {any} */ (
  (act, ms = 0, ...given) => {
    timers.push({ at: now + Math.max(0, ms), act: () => act(...given) });
  }
);
performance.now = () => now;

/** What a promise gives, and how many milliseconds that took. @template T @param {Promise<T>} promise @returns {Promise<[T, number]>} */
export async function timed(promise) {
  const began = now;
  let settled = false;
  const mark = () => (settled = true);
  promise.then(mark, mark);
  for (;;) {
    await new Promise((done) => tick(done));
    if (settled) return [await promise, now - began];
    timers.sort((a, b) => a.at - b.at);
    const next = timers.shift();
    if (!next) throw new Error("it waits for nothing");
    now = next.at;
    next.act();
  }
}
