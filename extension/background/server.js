// The only file that fetches. It trusts nothing it is sent: answers are bounded, timed, and checked to come from
// a Second Source server before any page text goes out.

const API = 1;
const HEALTH_MS = 3000;
const ANSWER_MS = 20000; // a long page on a slow laptop
const LONGEST = 4e6; // characters of an answer; the largest honest one is far below
const ADDRESS = 8000; // characters; a longer address names no article, and the server would refuse it
const TEXT = 3e5; // UTF-16 units; stays under the server's 1 MB in any script

/** @typedef {{state: "up" | "down" | "wrong", version?: string, detail?: string}} ServerState */

/** @param {string} address @returns {Promise<ServerState>} */
export async function health(address) {
  let response;
  try {
    response = await request(address + "/api/v1/health", { signal: AbortSignal.timeout(HEALTH_MS) });
  } catch {
    return { state: "down" };
  }
  const found = /** @type {Health | null} */ (await json(response));
  if (!response.ok || found?.name != "second-source") return { state: "wrong", detail: "another program" };
  if (found.api != API) return { state: "wrong", detail: "another version" };
  return { state: "up", version: String(found.version).slice(0, 40) };
}

/** Notes for a page's text. The address must have passed `health`. @param {string} address @param {Question} question @returns {Promise<Reply>} */
export async function annotate(address, { url, title, text }) {
  let response;
  try {
    response = await request(address + "/api/v1/annotations", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ url: url.length > ADDRESS ? undefined : url, title: clean(title).slice(0, 500), text: clean(text.slice(0, TEXT)) }),
      signal: AbortSignal.timeout(ANSWER_MS),
    });
  } catch {
    return { state: "down" };
  }
  const found = /** @type {any} */ (await json(response));
  if (!response.ok) return { state: "refused", detail: String(found?.detail ?? found?.title ?? response.status).slice(0, 300) };
  if (!Array.isArray(found?.annotations)) return { state: "wrong", detail: "another version" };
  return { state: found.story ? "notes" : "unknown", answer: found };
}

/** @param {string} url @param {RequestInit} options */
const request = (url, options) =>
  fetch(url, { credentials: "omit", cache: "no-store", redirect: "error", referrerPolicy: "no-referrer", ...options });

/** The body as JSON, or null when it is none or too long. @param {Response} response */
async function json(response) {
  try {
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of /** @type {any} */ (response.body)) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > LONGEST) return null;
    }
    return JSON.parse(text + decoder.decode());
  } catch {
    return null;
  }
}

/** JSON and databases refuse NUL and half characters. One for one, so that places in the text stay. @param {string} text */
const clean = (text) => text.toWellFormed().replaceAll("\0", "\ufffd");
