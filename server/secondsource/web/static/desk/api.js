// Asks the server. What is sent is answered with one of: kept (ok), refused (with a sentence), gone (no answer).

/** @typedef {{ id: string, etag: string }} Decision */
/** @typedef {{ etag?: string, status?: string } | null} State */
/** @typedef {{ decision?: Decision, now?: State, token?: string, [name: string]: unknown }} Told */
/** @typedef {{ ok: true, told: Told } | { ok: false, gone: boolean, status: number, detail: string, current: State, wait: number }} Answer */
/** @typedef {{ method?: string, etag?: string, key?: string }} Signed */

const GONE = "The server does not answer. Is it still running?";
const ENDED = "Your session has ended. Load the page again to sign in.";
const BUSY = new Set([429, 503]); // too much was asked, or the base writes something long: both pass
const NOTHING_SAID = "The server refused this and did not say why.";

const csrf = () => document.querySelector("meta[name=csrf-token]")?.getAttribute("content") ?? "";

/** By which the server knows a request again. randomUUID is for secure contexts alone, and a desk may stand on plain http. */
export const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** @param {string} path @param {unknown} body @param {Signed} signed @returns {Promise<Answer>} */
export async function send(path, body, { method = "POST", etag, key } = {}) {
  /** @type {Record<string, string>} */ const headers = { "Content-Type": "application/json", "X-CSRF-Token": csrf() };
  if (etag) headers["If-Match"] = etag;
  if (key) headers["Idempotency-Key"] = key;
  try {
    const response = await fetch(path, { method, headers, body: JSON.stringify(body) });
    const told = response.status == 204 ? {} : await response.json();
    if (response.ok) return { ok: true, told };
    const detail = response.status == 401 ? ENDED : (told.detail ?? NOTHING_SAID);
    const wait = BUSY.has(response.status) ? Number(response.headers.get("Retry-After")) : 0;
    return { ok: false, gone: false, status: response.status, detail, current: told.current ?? null, wait };
  } catch {
    return { ok: false, gone: true, status: 0, detail: GONE, current: null, wait: 0 };
  }
}

/** How something stands now; null when the server does not say. @param {string} kind @param {string} id @returns {Promise<State>} */
export async function stateOf(kind, id) {
  try {
    const response = await fetch(`/api/v1/admin/${kind}s/${encodeURIComponent(id)}`);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** A page of the desk as the server has it now; null when it does not give it. @param {string} address @returns {Promise<Document | null>} */
export async function pageAt(address) {
  try {
    const response = await fetch(address);
    return response.ok && !response.redirected ? new DOMParser().parseFromString(await response.text(), "text/html") : null;
  } catch {
    return null;
  }
}

export const DECISIONS = "/api/v1/admin/decisions";

/** @param {string} id */
export const undoing = (id) => `${DECISIONS}/${encodeURIComponent(id)}/undo`;
