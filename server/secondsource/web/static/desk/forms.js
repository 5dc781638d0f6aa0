// Forms that the admin API takes. A field's name is its place in the body: change.note, change.apart[]; empty
// optional fields are left out. On success the page is loaded again, for the server knows what it looks like now; or
// the one above it, when a merge took it away.
import { newKey, send } from "./api.js";
import { remember } from "./history.js";
import { show } from "./preview.js";
import { complain, sayNext } from "./toast.js";

/** @param {HTMLFormElement} form */
function bodyOf(form) {
  /** @type {Record<string, any>} */ const body = {};
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)) continue;
    const box = field instanceof HTMLInputElement && field.type == "checkbox";
    if (!field.name || (box && field.name.endsWith("[]") && !field.checked)) continue;
    const value = box && !field.name.endsWith("[]") ? field.checked : field.dataset.number != null && field.value ? Number(field.value) : field.value;
    if (value !== "" || field.dataset.keep != null) put(body, field.name, value);
  }
  return body;
}

/** @param {Record<string, any>} body @param {string} name @param {unknown} value */
function put(body, name, value) {
  const path = name.replace("[]", "").split(".");
  const last = /** @type {string} */ (path.pop());
  const place = path.reduce((at, part) => (at[part] ??= {}), body);
  if (name.endsWith("[]")) (place[last] ??= []).push(value);
  else place[last] = value;
}

/** The same key as before when an answer was lost, unless something else is sent now. @param {HTMLFormElement} form @param {unknown} body */
function keyOf({ dataset }, body) {
  const sent = JSON.stringify(body);
  if (dataset.sent != sent) Object.assign(dataset, { sent, key: newKey() });
  return /** @type {string} */ (dataset.key);
}

/** @param {HTMLFormElement} form */
async function submit(form) {
  const { path = "", etag = "", method, preview } = form.dataset;
  const body = bodyOf(form);
  if (body.action) body.change ??= {};
  busy(form, true);
  const others = preview ? await show(preview, body, (words) => complain(form, words)) : [];
  if (!others) return busy(form, false);
  const answer = await send(path, body, { method, etag: [etag, ...others].join(", "), key: keyOf(form, body) });
  busy(form, false);
  if (answer.ok || !answer.gone) delete form.dataset.sent;
  if (!answer.ok) return complain(form, answer.status == 412 ? "This was changed since the page was loaded. Load it again and look anew." : answer.detail);
  const { decision, token } = answer.told;
  try {
    if (decision) remember({ ...decision, name: form.dataset.name ?? "" });
    if (decision) sayNext(`Kept: ${form.dataset.name ?? "taken back"}`);
  } catch (error) {
    reportError(error); // the tab's storage is full; what was decided is kept all the same
  }
  if (token) return showToken(form, token);
  const above = document.querySelector(".crumbs a");
  if (answer.told.now === null && above instanceof HTMLAnchorElement) location.assign(above.href); // what it was on is gone
  else location.reload();
}

/** @param {HTMLFormElement} form @param {boolean} on */
function busy(form, on) {
  for (const button of form.querySelectorAll("button")) button.disabled = on;
}

/** A token is shown this once. @param {HTMLFormElement} form @param {string} token */
function showToken(form, token) {
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("token"));
  const shown = /** @type {HTMLOutputElement} */ (dialog.querySelector("output"));
  shown.textContent = token;
  dialog.querySelector("[data-copy]")?.addEventListener("click", () => navigator.clipboard?.writeText(token));
  dialog.addEventListener("close", () => location.reload(), { once: true });
  form.reset();
  dialog.showModal();
}

export function begin() {
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form.send"))) {
    form.hidden = false;
    form.closest("details")?.removeAttribute("hidden"); // of a fold with nothing else in it
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      submit(form);
    });
  }
  for (const dialog of document.querySelectorAll("dialog"))
    dialog.addEventListener("click", (event) => event.target == dialog && dialog.id != "token" && dialog.close()); // a token is not shown again
}
