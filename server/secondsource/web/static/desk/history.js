// What this tab decided, so that u takes it back even after the page was loaded again.

/** @typedef {{ id: string, etag: string, name: string }} Taken */
const KEY = "decided";
const MOST = 50;

/** @returns {Taken[]} */
const kept = () => JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
/** @param {Taken[]} taken */
const keep = (taken) => sessionStorage.setItem(KEY, JSON.stringify(taken.slice(-MOST)));

/** @param {Taken} taken */
export const remember = (taken) => keep([...kept().filter(({ id }) => id != taken.id), taken]);

/** @param {string} id */
export const forget = (id) => keep(kept().filter((taken) => taken.id != id));

/** The last one, or undefined. */
export const lastTaken = () => kept().at(-1);
