// The only file that fetches. It trusts nothing it is sent: answers are bounded, timed, and checked to come from
// a Second Source server before any page text, or the pairing token, goes out.

const API = 1;
export const HEALTH_MS = 650; // who takes longer counts as down, which is seen within a second and mends itself
const ANSWER_MS = 20000; // a long page on a slow laptop
const LONGEST = 4e6; // characters of an answer; the largest honest one is far below
const ADDRESS = 8000; // characters; a longer address names no article, and the server would refuse it
const TEXT = 3e5; // UTF-16 units; stays under the server's 1 MB in any script
const AGAIN_MS = [1000, 2000, 4000]; // how long a server that is busy is left alone, unless it says for how long
const LONGEST_WAIT_MS = 10000;

/** @typedef {Pick<Settings, "address" | "token">} Server */
/** @typedef {{state: "up" | "down" | "wrong" | "locked", version?: string, detail?: string, wantsToken?: boolean}} ServerState */

/** Who answers with no JSON, as a portal does that wants us to sign in first. @type {{state: "wrong", detail: string}} */
const STRANGER = { state: "wrong", detail: "another program" };

/** Who is at the address, and whether the token is what it wants. @param {Server} server @param {number} [patience] ms for each answer @returns {Promise<ServerState>} */
export async function health(server, patience = HEALTH_MS) {
  const response = await send(server.address, "health", { signal: AbortSignal.timeout(patience) });
  if (!response || /^50[234]$/.test(String(response.status))) return { state: "down" }; // a proxy says so of a server behind it
  const found = /** @type {Health | null} */ (await json(response));
  if (!response.ok || found?.name != "second-source") return STRANGER;
  if (found.api != API) return { state: "wrong", detail: "another version" };
  const wantsToken = found.wants_token === true;
  const state = wantsToken ? await tryToken(server, patience) : "up";
  if (state == "wrong") return STRANGER;
  if (state != "up") return { state, wantsToken };
  return { state: "up", version: String(found.version).slice(0, 40), wantsToken };
}

/** Whether the token opens a server that wants one: asked with a question whose answer is short. @param {Server} server @param {number} patience @returns {Promise<ServerState["state"]>} */
async function tryToken({ address, token }, patience) {
  if (!token) return "locked";
  const headers = { ...signed(token), "If-None-Match": "*" };
  const response = await send(address, "addresses", { headers, signal: AbortSignal.timeout(patience) });
  if (response?.status == 304) return "up";
  const found = response && (await json(response));
  if (!response || found === undefined) return "down";
  if (response.status == 401) return "locked";
  return found ? "up" : "wrong";
}

/** Notes for a page's text. The address must have passed `health`. @param {Server} server @param {Question} question @param {AbortSignal} signal @returns {Promise<Reply>} */
export async function annotate(server, { url, title, text }, signal) {
  const page = { url: url.length > ADDRESS ? undefined : url, title: clean(title).slice(0, 500), text: clean(text.slice(0, TEXT)) };
  const { found, failure } = await post(server, "annotations", page, signal);
  if (failure) return failure;
  if (!Array.isArray(found?.annotations)) return { state: "wrong", detail: "another version" };
  return { state: found.story ? "notes" : "unknown", answer: found };
}

/** Tells the moderators that a note is wrong. @param {Server} server @param {{note: string, fact: string, url: string, words: string}} report @returns {Promise<Reported>} */
export async function report(server, { note, fact, url, words }) {
  const sent = { note, fact, url: url.slice(0, ADDRESS), words: clean(words) };
  const { found, failure } = await post(server, "reports", sent, AbortSignal.timeout(ANSWER_MS));
  return { ok: typeof found?.id == "string", detail: failure?.state == "refused" ? failure.detail : undefined };
}

/** The hashed addresses that the server knows; null where its list is still the one of that tag. @param {Server} server @param {string} etag @returns {Promise<Reply | null | {etag: string, salt: string, prefixes: string[]}>} */
export async function addresses({ address, token }, etag) {
  const headers = { ...signed(token), ...(etag && { "If-None-Match": etag }) };
  const response = await send(address, "addresses", { headers, signal: AbortSignal.timeout(ANSWER_MS) });
  if (!response) return { state: "down" };
  if (response.status == 304) return null;
  const found = /** @type {any} */ (await json(response));
  if (!response.ok) return refused(response, found);
  if (typeof found?.salt != "string" || !Array.isArray(found.prefixes)) return { state: "wrong", detail: "another version" };
  return { etag: response.headers.get("ETag") ?? "", salt: found.salt, prefixes: found.prefixes.map(String) };
}

/** Sends JSON; a server that is busy is asked again. @param {Server} server @param {string} noun @param {object} body @param {AbortSignal} signal @returns {Promise<{found?: any, failure?: Reply}>} */
async function post({ address, token }, noun, body, signal) {
  const headers = { "Content-Type": "application/json", ...signed(token) };
  for (const wait of [...AGAIN_MS, 0]) {
    const timed = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]);
    const response = await send(address, noun, { method: "POST", headers, body: JSON.stringify(body), signal: timed });
    if (!response) return { failure: { state: "down" } };
    const found = await json(response);
    if (found === undefined || /^50[24]$/.test(String(response.status))) return { failure: { state: "down" } };
    if (response.ok) return found ? { found } : { failure: STRANGER };
    if (!/^(429|503)$/.test(String(response.status)) || !wait) return { failure: refused(response, found) };
    await rest(response, wait, signal);
    if (signal.aborted) return { failure: { state: "down" } };
  }
  return {};
}

/** Waits as long as the server asks for, within bounds. @param {Response} response @param {number} wait @param {AbortSignal} signal */
function rest(response, wait, signal) {
  const asked = Number(response.headers.get("Retry-After")) * 1000 || wait;
  return new Promise((done) => {
    setTimeout(done, Math.min(asked, LONGEST_WAIT_MS));
    signal.addEventListener("abort", done, { once: true });
  });
}

/** @param {Response} response @param {any} found @returns {Reply} */
function refused({ status }, found) {
  const detail = String(found?.detail ?? found?.title ?? status).slice(0, 300);
  return { state: status == 401 ? "locked" : "refused", detail };
}

/** @param {string} token */
const signed = (token) => (token ? { Authorization: `Bearer ${token}` } : undefined);

/** The answer, or null when there is none. @param {string} address @param {string} noun @param {RequestInit} options */
const send = (address, noun, options) =>
  fetch(`${address}/api/v1/${noun}`, {
    credentials: "omit",
    cache: "no-store",
    redirect: "error",
    referrerPolicy: "no-referrer",
    ...options,
  }).catch(() => null);

/** The body as JSON, null when it is none or too long, undefined when it broke off. @param {Response} response */
async function json(response) {
  try {
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of /** @type {any} */ (response.body)) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > LONGEST) return null;
    }
    return JSON.parse(text + decoder.decode());
  } catch (error) {
    return error instanceof SyntaxError ? null : undefined;
  }
}

/** JSON and databases refuse NUL and half characters. One for one, so that places in the text stay. @param {string} text */
const clean = (text) => text.toWellFormed().replaceAll("\0", "\ufffd");
