// One key a judgement, on the queue and on a fact's page. The page changes at once; the server is told after, in
// order; what it refuses comes back into its place with the reason.
import { DECISIONS, pageAt, stateOf, undoing } from "./api.js";
import { forget, lastTaken, remember } from "./history.js";
import { answered, enqueue, pending } from "./line.js";
import { complain, hush, say } from "./toast.js";

/** @typedef {{ item: HTMLElement, next: Element | null, was: string, decision?: import("./api.js").Decision }} Judged */

const SAID = /** @type {Record<string, string>} */ ({
  confirm_relation: "Confirmed",
  reject_relation: "Rejected",
  leave_relation: "Left as it is",
  close_report: "Closed",
});
const STATUS = /** @type {Record<string, string>} */ ({
  confirm_relation: "confirmed",
  reject_relation: "rejected",
  leave_relation: "left",
});

const FEW = 20; // items ahead when more are fetched: a page came in 0.4 to 0.9 s on a busy machine, and nobody judges 20 in that

const list = /** @type {HTMLElement | null} */ (document.getElementById("items"));
const progress = document.getElementById("progress");
/** @type {Judged[]} */ const judged = [];
let asking = false;

const items = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".item")]);
/** @returns {HTMLElement | null} */
const current = () => document.querySelector(".item[aria-current]");

/** @param {Element | null | undefined} item @param {boolean} [focus] */
function select(item, focus = true) {
  if (!(item instanceof HTMLElement)) return;
  current()?.removeAttribute("aria-current");
  item.setAttribute("aria-current", "true");
  if (!focus) return;
  item.focus({ preventScroll: true });
  item.scrollIntoView({ block: "nearest" });
}

/** @param {number} by */
export function move(by) {
  const all = items();
  const at = all.findIndex((item) => item == current());
  select(all[Math.max(0, Math.min(all.length - 1, at + by))]);
  refill();
}

/** The item's fact; from a fact's page, back to where it was opened. When all is kept: what is refused meanwhile is shown instead. */
export async function open() {
  const item = current();
  const notes = () => document.querySelectorAll(".item .note").length;
  const before = notes();
  await answered();
  if (item != current() || notes() > before) return;
  const link = item?.querySelector("a.open");
  if (!link && document.querySelector(".claims")) return history.back();
  if (!item || !(link instanceof HTMLAnchorElement)) return;
  history.replaceState(null, "", `#${item.id}`); // where going back leads
  location.assign(link.href);
}

export const sayWhy = () => current()?.querySelector("input")?.focus();

/** Out of the field for the reason, to be judged: true if that is where somebody was. @param {Element} field */
export function said(field) {
  const item = field.closest(".why-field") && field.closest(".item");
  if (item instanceof HTMLElement) item.focus({ preventScroll: true });
  return Boolean(item);
}

/** @param {string} wanted the action for a relation; a report can only be closed */
export function judge(wanted) {
  const item = current();
  if (!item) return;
  const report = item.dataset.kind == "report";
  if (report && wanted != "confirm_relation" && wanted != "close_report") return say("A report is closed with c.");
  if (!item.querySelector(".judge")) return;
  const action = report ? "close_report" : wanted;
  const reason = item.querySelector("input")?.value.trim() ?? "";
  const done = /** @type {Judged} */ ({ item, next: null, was: "" });
  judged.push(done);
  say(`${SAID[action]}: ${item.dataset.name}`, undo);
  takeOut(done, action);
  enqueue(
    () => ({ path: DECISIONS, body: { action, target: item.dataset.target, reason, change: {} }, etag: item.dataset.etag ?? "" }),
    (answer) => {
      if (!answer.ok) return refused(done, answer);
      done.decision = answer.told.decision;
      stands(item, answer.told.now);
      if (done.decision) remember({ ...done.decision, name: item.dataset.name ?? "" });
    },
  ).then(refill);
  refill();
}

/** Take the last judgement back. */
export function undo() {
  const done = judged.pop();
  if (!done) return undoEarlier();
  putBack(done);
  say(`Taken back: ${done.item.dataset.name}`);
  enqueue(
    () => done.decision ? { path: undoing(done.decision.id), body: { reason: "" }, etag: done.decision.etag } : null, // refused: nothing was kept
    async (answer) => {
      if (done.decision) forget(done.decision.id);
      if (!answer.ok) return notUndone(done.item, answer);
      stands(done.item, answer.told.now);
    },
  );
}

/** Of a page before this one. */
function undoEarlier() {
  const taken = lastTaken();
  if (!taken) return say("There is nothing to take back.");
  forget(taken.id);
  enqueue(
    () => ({ path: undoing(taken.id), body: { reason: "" }, etag: taken.etag }),
    (answer) => (answer.ok ? location.reload() : say(answer.detail)),
  );
}

/** @param {Judged} done @param {string} action */
function takeOut(done, action) {
  const { item } = done;
  const all = items();
  const neighbour = all[all.indexOf(item) + 1] ?? all[all.indexOf(item) - 1];
  item.querySelector(".note")?.remove();
  if (list) {
    done.next = item.nextElementSibling;
    item.removeAttribute("aria-current");
    item.remove();
    count(item, -1);
    blank();
  } else {
    item.classList.add("said");
    done.was = item.querySelector(".state")?.textContent?.trim() ?? "";
    state(item, STATUS[action]);
  }
  select(neighbour);
}

/** @param {Judged} done */
function putBack({ item, next, was }) {
  if (list && !item.isConnected) {
    list.insertBefore(item, stillHere(next));
    count(item, +1);
    blank();
  }
  item.classList.remove("said");
  if (!list) state(item, was);
  select(item);
}

/** What comes after a place now: of what was judged since, what came after that. @param {Element | null} next @returns {Element | null} */
function stillHere(next) {
  return !next || next.isConnected ? next : stillHere(judged.find(({ item }) => item == next)?.next ?? null);
}

/** @param {Judged} done @param {{ status: number, detail: string, current: import("./api.js").State }} answer */
function refused(done, { status, detail, current: now }) {
  const at = judged.indexOf(done);
  if (at >= 0 && at == judged.length - 1) hush(); // that it was judged
  if (at >= 0) judged.splice(at, 1);
  putBack(done);
  stands(done.item, now);
  note(done.item, status == 412 && now?.status ? `Somebody else was here first: it is ${now.status} now. Judge again to overrule.` : detail);
}

/** What was to be taken back stands no more, or not by itself: show how it is now. @param {HTMLElement} item @param {{ detail: string }} answer */
async function notUndone(item, { detail }) {
  const now = await stateOf(item.dataset.kind ?? "", item.dataset.target ?? "");
  stands(item, now);
  note(item, now?.status && now.status != "proposed" ? `This was decided anew meanwhile: it is ${now.status} now.` : detail);
}

/** @param {HTMLElement} item @param {string} words */
const note = (item, words) => complain(item, words, item.querySelector(".body") ?? item);

/** The server's word of an item: its tag, and on a fact's page its badge. @param {HTMLElement} item @param {import("./api.js").State | undefined} now */
function stands(item, now) {
  if (now?.etag) item.dataset.etag = now.etag;
  if (now?.status && !list) state(item, now.status == "proposed" ? "" : now.status);
}

/** @param {HTMLElement} item @param {string | undefined} word */
function state(item, word) {
  const badge = document.createElement("span");
  badge.className = `badge ${word}`;
  badge.textContent = word ?? "";
  item.querySelector(".state")?.replaceChildren(...(word ? [badge] : []));
}

/** One more or one less that waits, of all and of what waits for the item's reason. @param {HTMLElement} item @param {number} by */
function count(item, by) {
  if (!progress) return;
  const ofReason = document.querySelector(`.filters [data-of="${item.dataset.why}"]`);
  if (ofReason) ofReason.textContent = String(Number(ofReason.textContent) + by);
  const waits = Number(progress.dataset.left) + by;
  const left = Math.max(waits, items().length); // what came in meanwhile is on a later page
  const of = Number(progress.dataset.of) + left - waits;
  Object.assign(progress.dataset, { left, of });
  const [words, bar] = progress.children;
  words.textContent = `${left} of ${of} left`;
  if (bar instanceof HTMLProgressElement) Object.assign(bar, { max: of, value: of - left });
}

/** Say so when nothing is left, in place of how it is judged. */
function blank() {
  const [sign, hint] = ["blank", "hint"].map((id) => document.getElementById(id));
  if (sign) sign.hidden = Boolean(document.querySelector(".item")) || Number(progress?.dataset.left) > 0;
  if (sign && hint) hint.hidden = !sign.hidden;
}

/** Before this page of the queue is through, what the link at its foot leads to; the page anew where more waits than that. */
async function refill() {
  const all = items();
  if (!list || asking || all.length - 1 - all.findIndex((item) => item == current()) >= FEW) return;
  const link = document.querySelector(".more a");
  asking = true;
  const page = link instanceof HTMLAnchorElement && (await pageAt(link.href));
  asking = false;
  if (page) take(page);
  if (!document.querySelector(".item") && Number(progress?.dataset.left) > 0 && !pending()) location.reload();
}

/** The next page of the queue: its items, but for those that are here or judged, and its link. @param {Document} page */
function take(page) {
  const known = new Set([...items(), ...judged.map(({ item }) => item)].map(({ id }) => id));
  const next = /** @type {HTMLElement[]} */ ([...page.querySelectorAll(".item")]).filter(({ id }) => !known.has(id));
  next.forEach(prepare);
  list?.append(...next);
  for (const done of judged) done.next ??= next[0] ?? null; // what was the last is so no more
  document.querySelector(".more")?.replaceWith(...page.querySelectorAll(".more"));
  if (!current()) select(next[0]);
}

/** Show an item's buttons, and take what is clicked. @param {HTMLElement} item */
function prepare(item) {
  const bar = item.querySelector(".judge");
  if (bar instanceof HTMLElement) bar.hidden = false;
  item.addEventListener("click", () => item != current() && select(item, false));
  item.addEventListener("focusin", () => item != current() && item.contains(document.activeElement) && select(item, false)); // unless the focus has gone on since
  for (const button of item.querySelectorAll("[data-judge]"))
    button.addEventListener("click", () => (select(item), judge(/** @type {HTMLElement} */ (button).dataset.judge ?? "")));
}

/** Make the items ready and open the first. */
export function begin() {
  const all = items();
  if (!all.length) return;
  document.body.classList.add("judging");
  all.forEach(prepare);
  const asked = all.find((item) => `#${item.id}` == location.hash);
  select(asked ?? all[0], Boolean(asked));
}
