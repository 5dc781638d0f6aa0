// The shapes that pass between the page, the background, the popup and the server.
//
// The scripts in content/ and shared/platform.js are classic scripts that share one object,
// `globalThis.secondSource`. Whoever loads them first sets it to `{ platform }`:
//   in the extension   shared/platform.js, the only file that names `chrome`; it sets, so that no element can pose as it
//   on a server page   the server's own script, with kind "web"
// then, in this order: content/collect.js, the files of CONTENT_FILES (background/inject.js), content/start.js.
// In the extension the middle ones arrive only when there are notes to show; start.js does not care.

/** How a page came to have notes or not; the popup puts each in words. */
type State =
  | "notes" // the story is known; the list of annotations may still be empty
  | "unknown" // the server knows no story like this
  | "nothing" // no article text was found on the page
  | "off" // the reader switched this site off
  | "unlisted" // it is none of the pages that the reader lets be checked; nothing was sent
  | "locked" // the server wants a pairing token, and has none from us or another
  | "down" // nobody answers at the server's address
  | "wrong" // somebody answers, but not a Second Source server of this version
  | "refused"; // our server said no; `detail` says why

/** What the reader chose (shared/settings.js). */
interface Settings {
  /** The server's origin and path, without a final slash. */
  address: string;
  /** The pairing token that the server may want; empty for none. */
  token: string;
  /** Sites switched off, as `siteOf` names them. */
  off: string[];
  /** Which pages may be checked: every page, those on `only`, or those whose address the server knows. */
  check: "every" | "list" | "known";
  /** The reader's list; a site stands for those below it. */
  only: string[];
  show: Record<Stance, boolean>;
  colours: "standard" | "strong" | "calm";
  /** Empty for the browser's. */
  language: "" | "en" | "de";
  /** Notes as footnotes in print. */
  print: boolean;
  /** The first-run page has been opened. */
  welcomed: boolean;
}

/** What of them a page needs, sent with every reply and again when it changes. */
type PageSettings = Pick<Settings, "show" | "colours" | "language" | "print">;

type Stance = "conflicts" | "rewords" | "updates" | "corroborates";

/** What start.js sends. Offsets in the answer are Unicode code points into `text`. */
interface Question {
  url: string;
  /** The tab's, which the background knows. */
  title: string;
  text: string;
  /** The text is only what came late of a page whose story is known, with what stands around it; all of it follows. */
  part?: boolean;
}

interface Reply {
  state: State;
  answer?: Answer;
  detail?: string;
  settings?: PageSettings;
  /** The overlay's messages in the reader's language (extension/locales), only when there are notes to show. */
  words?: Record<string, string>;
}

/** What the background (or, on a server page, its own script) may tell the page to do. */
type Order =
  | "again" // take the notes away, look at the page and ask afresh: the answer to a site switched off is no notes
  | "next" // go to the next note
  | "previous"
  | { type: "tell" } // answered with a PageTold
  | { type: "goto"; index: number } // scroll to a note and open its card
  | { type: "settings"; settings: PageSettings; words: Record<string, string> }; // the reader chose anew: obey at once

/** What a page's content script knows, for the panel. A note's index in `notes` is the card's. */
interface PageTold {
  url: string;
  title: string;
  state: State;
  /** The page shows only part of its article: what it lacks may stand in the rest. */
  cut?: boolean;
  detail?: string;
  story: Answer["story"];
  notes: Annotation[];
  missing: Answer["missing"];
  /** The page is the beginning of an article for subscribers: nothing is missing from it for all that we know. */
  cut?: boolean;
}

/** What a content script tells the background besides asking for notes. */
type Told =
  | { type: "changed"; cut?: boolean } // the notes on the page are others now; or the page shows more or less of its article
  | { type: "reading"; index: number } // a card was opened
  | { type: "report"; index: number; words: string }; // "something wrong?"; answered with a Reported

/** Whether a report reached the moderators; if not, `detail` says why. */
interface Reported {
  ok: boolean;
  detail?: string;
}

/** Through the port "panel", after the panel has said { tabId }: what happened on that page. */
type Heard = { type: "changed" } | { type: "reading"; index: number } | { type: "close" }; // the reader wants the panel gone

/** All that content scripts need from the world outside the page. A server page brings its own. */
interface Platform {
  /** Notes for this text. */
  annotate(question: Omit<Question, "title"> & { type: "annotate" }): Promise<any>;
  tell(told: Told): Promise<any>;
  /** The extension was updated, reloaded or switched off: nothing that it left in a page can reach it any more. */
  gone?(): boolean;
  /** What `obey` gives back is the answer to the order. */
  listen(obey: (order: Order) => unknown): void;
}

/** The browser's own interfaces, for the background, popup and options only. */
interface ExtensionPlatform extends Platform {
  browser: typeof chrome;
}

// ---- the server's answer: POST /api/v1/annotations

interface ArticleRef {
  id: string;
  outlet: string;
  url: string;
  published?: string | null;
}

interface Evidence {
  stance: Stance;
  article: ArticleRef;
  exact: string;
  start: number;
  end: number;
  value: string;
  origin: string;
  explanation: string;
  grade?: string | null;
  difference?: Difference;
}

interface FactName {
  id: string;
  label: string;
  /** Found by the program; or what a moderator said of it. */
  status: "proposed" | "confirmed" | "disputed" | "settled";
  /** The fact in a moderator's words. */
  wording?: string;
  /** What settled it or is in dispute; and where that can be read, an address or a title. */
  note?: string;
  source?: string;
}

interface Annotation {
  id: string;
  target: { source?: string; selector: Selector[] };
  body: { value: string; language?: string }[];
  stance: Stance;
  fact: FactName;
  outlets: number;
  origins: number;
  evidence: Evidence[];
}

interface Selector {
  type: string;
  start?: number;
  end?: number;
  exact?: string;
}

interface Answer {
  story: { id: string; title: string; matched_by: string; articles: ArticleRef[] } | null;
  annotations: Annotation[];
  missing: { fact: { id: string; label: string }; evidence: (Omit<Evidence, "stance"> & { stance: null })[] }[];
}

interface Health {
  name: string;
  api: number;
  version: string;
  status: string;
  wants_token?: boolean;
}

// ---- the page as the reader sees it (content/collect.js)

/**
 * The visible text of the article, with its headline. White space is collapsed as rendered, blocks are parted by
 * a blank line. Left out: navigation, asides, forms, editable and hidden text, comments, teasers (blocks of
 * nothing but links). The article is the deepest element that holds three quarters of the page's prose, or the
 * `article` or `main` around it; fewer than 99 characters of prose is no article, and the text is empty.
 */
interface PageText {
  text: string;
  /** Where the headline, if it is not in the article, and the article stand in all that was read; [prose, from, to] of each. */
  spans: [number, number, number][];
  /** Of all that was read. */
  pieces: Piece[];
  /** The documents and open shadow roots that were read; each has to be watched on its own. */
  roots: Node[];
}

/**
 * One text node's share of what was read. `at` and `end` are UTF-16 positions in it; the share is the node's data with
 * white space collapsed, less the white space at its start that the text before made superfluous.
 */
interface Piece {
  node: Text;
  /** node.data as it was read: a later difference means the piece is stale. */
  data: string;
  at: number;
  end: number;
  /** Line breaks are kept (white-space: pre and its kin). */
  pre: boolean;
}

/**
 * Reads a node and gives the number of characters of prose in it; a few words that are no link count next to nothing,
 * and a block that has less than that is left out. Below `floor` everything is cut off. A form's `matches` may be its
 * control of that name, so it is taken from another element.
 */
type Walk = (node: any, floor?: any, pre?: any, link?: boolean) => number;

/** A note and its place in a text, in UTF-16 positions. */
interface Known {
  note: Annotation;
  start: number;
  end: number;
}

/** What differs between two texts: from `start` to `end` of the later one, which is longer by `grown`. */
interface Change {
  start: number;
  end: number;
  grown: number;
}

/** A note with its place in the page. */
interface Placed extends Known {
  range: Range;
  /** What the range held when it was made; anything else means that the page has changed under it. */
  words: string;
  /** Another stretch of the same text. */
  part(start: number, end: number): Range | null;
  /** The whole sentence, which the card must not cover. */
  sentence(): Range;
}

/** The one card, and the hidden list of notes for keyboard and screen reader. */
interface Card {
  /** `hover` goes when the pointer leaves, `click` stays, `keys` stays and takes the focus; `item` of the list asked. */
  open(wanted: Placed, how: "hover" | "click" | "keys", item?: Element, pinned?: boolean): void;
  /** The pointer has left the words; a card opened by hover goes unless the pointer reaches it in time. */
  leave(): void;
  step(by: number): void;
  /** The note in a card that stays open, and how it does. */
  showing(): { note: string; pinned: boolean; focused: boolean } | undefined;
}

/** What a face of the card can do, and where it is among the notes that are seen. */
interface Acts {
  /** Among all notes, as the panel counts. */
  index: number;
  position: [number, number];
  pinned: boolean;
  /** Whether the card has the focus. */
  focus: boolean;
  step(by: number): void;
  close(): unknown;
  pin(): void;
}

/** What suits a range of background luminance, from light paper to dark. */
type Tone = "light" | "dim" | "dusk" | "dark";

interface WordDiff {
  text: string;
  changed: boolean;
}

interface SecondSource {
  platform: Platform;
  collect(): PageText;
  /** What was last collected. */
  page: PageText;
  /** The notes whose words stand where the server says; the text asked about begins at `base`. */
  understand(text: string, notes: Annotation[], base?: number): Known[];
  locate(page: PageText, known: Known[]): Placed[];
  /** Whether nothing in an element is seen (`gone`), and whether its own words are not (`faint`). */
  unseen(element: Element | null, looked: Map<Element, { gone: boolean; faint: boolean }>): { gone: boolean; faint: boolean };
  /** Whether the page is but the beginning of an article for subscribers. */
  cut(page: PageText): boolean;
  change(was: string, is: string): Change;
  /** The notes whose words did not change, where they stand now. */
  carry(known: Known[], change: Change): Known[];
  /** From where to where a text has to be read to understand a change. */
  portion(text: string, change: Change): [number, number];
  /** Does as it is told, and says what it is asked; start.js takes "again" itself. */
  obey?(order: Order): unknown;
  /** Reads the page, asks if it is another, draws what comes. */
  look(): unknown;
  /** Asks about new text alone, draws what comes; waits while an old text may still stand under a new address. */
  glance?(): Promise<void>;
  /** How many milliseconds of its rest a page may owe when it has changed so, and yet be looked at. */
  credit?(changes: any): number;
  /** What an open card does when the page has changed. */
  stirred?: () => unknown;
  /** Draws the notes of a reply in place of the last one's; without a reply sees that those drawn still hold. */
  show?(reply?: Reply): void;
  /** The windows (this one and those of frames) that the notes stand in. */
  windowsOf(placed: Placed[]): (Window & typeof globalThis)[];
  highlight(placed: Placed[], settings: Pick<PageSettings, "colours" | "print">, signal: AbortSignal): void;
  /** Tints the words that the open card speaks of, or that are pointed at; without a range takes the tint away. */
  tint(name: "open" | "over", range?: Range): void;
  hover(placed: Placed[], card: Card, signal: AbortSignal): void;
  element(tag: string, name?: string, ...children: (Node | string | null)[]): HTMLElement;
  button(name: string, text: string, act: () => unknown): HTMLElement;
  icon(name: Icon): SVGElement;
  iconButton(name: Icon, label: string, act: () => unknown): HTMLElement;
  adopt(root: Document | ShadowRoot, css: string, signal: AbortSignal): void;
  makeList(seen: Placed[], open: Card["open"], print: boolean): HTMLElement;
  /** A card for the notes that are seen, of all that are placed. */
  makeCard(placed: Placed[], seen: Placed[], settings: Pick<PageSettings, "colours" | "print">, signal: AbortSignal): Card;
  face(one: Placed, acts: Acts): HTMLElement[];
  cardContent(one: Placed): HTMLElement;
  cardStyle(looks: Record<Stance, StanceLook>): string;
  /** The note's words, as the page has them. */
  exact(one: Placed): string;
  citation(one: Placed): string;
  copy(text: string): boolean;
  /** The form for the note of that index; `away` is called when it has been put away. */
  reportForm(one: Placed, index: number, away: () => void): { form: HTMLElement; words: HTMLElement };
  isReporting(one: Placed): boolean;
  visible(range: Range): boolean;
  /** Puts the card by the sentence, or, docked, in the window's corner. */
  place(card: HTMLElement, one: Placed, docked: boolean): void;
  /** `known` holds how light it is behind elements, for those that come after. */
  tone(range: Range, known?: Map<Element, number>): Tone;
  /** The style of all marks, on paper too or not. */
  toneRules(palette: string, print: boolean): string;
  /** The strongest first. */
  stances: Stance[];
  palettes: string[];
  colour(stance: Stance, tone: Tone, palette: string): string;
  looksOf(palette: string): Record<Stance, StanceLook>;
  /** Those of the palette in use. */
  looks: Record<Stance, StanceLook>;
  diff(a: string, b: string): [WordDiff[], WordDiff[]];
  passageLink(url: string, exact: string): string | null;
  /** What a moderator said of the fact, in words, and the source: its address if that is one of https, and its name. */
  judged(fact: FactName, voice: Voice): [words: string, href: string | false, source: string];
  voice: Voice;
  speak(words: Record<string, string>): Voice;
}

type Icon = "previous" | "next" | "close" | "pin";

/** How a stance is shown: its colour as text, its line (the part of text-decoration after "underline"). */
interface StanceLook {
  ink: string;
  line: string;
}

/** A language's messages as locales/ has them; `say` takes a plural's key without its category. */
type Messages = (typeof import("../locales/en.js"))["default"];
type MessageKey = Extract<keyof Messages, string> | (keyof Messages extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never);

/** One language, speaking (shared/say.js). */
interface Voice {
  language: string;
  direction: string;
  say(key: MessageKey, values?: Record<string, unknown>): string;
  day(published: string | null | undefined): string;
}

/** What the background keeps per tab, in storage.session, for the badge and the popup. */
interface Summary {
  state: State;
  url: string;
  cut?: boolean;
  /** The server says nothing, but may still answer. */
  silent?: boolean;
  detail?: string;
  story?: string;
  counts: Record<Stance, number>;
  missing: string[];
}

/** Pairs of an op and its text. */
type Difference = ["same" | "ours" | "theirs", string][];

/** The helpers of the content scripts, described here and not there: every byte there is carried by a page. */
declare namespace Fn {
  type wordy = (record: MutationRecord) => unknown;
  type asked = (event: Event) => { one: Placed; button: HTMLElement } | undefined;
  /** Where the pointer was seen last: notes drawn anew go on from there. */
  type latest = { target: EventTarget; x: number; y: number; pressed: boolean } | undefined;
  type offers = (element: Element) => boolean;
  /** Until the signal aborts, what happens on the page moves the card: by scrolling in the next frame, by changes soon. */
  type heed = (views: Window[], signal: AbortSignal, follow: () => void) => void;
  /** Says whether it was open. */
  type close = () => boolean;
  type step = (by: number) => void;
  type fill = (wanted: Placed, focus: boolean) => void;
  type pressed = (event: Event) => void;
  type escaped = (event: KeyboardEvent) => void;
  type key = (word: string) => string;
  /** Lengths of the common subsequences of all tails. */
  type table = (a: string[], b: string[]) => (i: number, j: number) => number;
  /** Which words of each side have no partner. */
  type alone = (a: string[], b: string[]) => boolean[][];
  /** Runs of words, marked or not, that together are the text again. */
  type runs = (text: string, marks: boolean[]) => WordDiff[];
  /** The server's own words stay as it words them. */
  type served = (name: string, text: string, language?: string) => HTMLElement | null;
  /** @template T */
  /** The names of outlets, in as few words as tell who. */
  type names = (group: Evidence[]) => string;
  type quote = (parts: [tag: string, text: string][]) => HTMLElement;
  /** Changes with nothing but space between them are one change. */
  type joined = (difference: Difference) => Difference;
  /** What is ours and what is theirs of two wordings; the server knows better where it is a quotation. */
  type compared = (evidence: Evidence, here: string, side: "ours" | "theirs") => [string, string][];
  type source = (evidence: Evidence) => HTMLElement;
  /** One wording and everyone who has it. */
  type wording = (same: Evidence[], here: string, said: string) => (HTMLElement | null)[];
  type heading = (value: string, who: string, stance?: Stance) => HTMLElement;
  type section = (group: Evidence[], here: string, summary: string, mixed: boolean) => HTMLElement;
  /** The page's own words, what differs from the strongest of the others marked. */
  type ours = (other: Evidence | undefined, here: string) => HTMLElement;
  type head = (one: Placed, acts: Acts) => HTMLElement;
  /** The form takes the buttons' place. */
  type tools = (one: Placed, index: number) => { row: HTMLElement; report: (focus?: boolean) => void };
  type windowOf = (range: Range) => Window & typeof globalThis;
  /** What was set under a name goes with it. */
  type set = (name: string, ranges: Range[], priority: number, signal?: AbortSignal) => void;
  /** Each place belongs to the strongest note there, and of equals to the shorter: no two lines lie over each other. */
  type lines = (placed: Placed[]) => { one: Placed; ranges: Range[] }[];
  type covers = (range: Range, x: number, y: number) => boolean;
  /** The note at a point of the element pointed at: of several the strongest, then the shortest. */
  type at = (placed: Placed[], target: any, x: number, y: number) => Placed | undefined;
  type move = (event: PointerEvent) => void;
  type click = (event: MouseEvent) => void;
  /** In a fragment `-` and `,` and `&` mean something. */
  type encode = (words: string[]) => string;
  /** UTF-16 positions for code point offsets. */
  type units = (text: string) => (offset: number) => number;
  /** How many of the sorted numbers are smaller. */
  type before = (sorted: number[], limit: number) => number;
  /** The place in the node's own data of the character at `position` of what was read. */
  type inData = (piece: Piece, position: number) => number;
  type fresh = (piece: Piece) => boolean;
  /** The sentences that the words stand in. */
  type sentence = (text: string, start: number, end: number) => [number, number];
  /** Where a character of the text stands in all that was read. */
  type read = (position: number) => number;
  /** Null for words that have gone, or that no one range can hold. */
  type rangeOf = (start: number, end: number) => Range | null;
  /** Where a document's frame stands in the window, all frames around it counted. */
  type frame = (view?: Window | null) => { x: number; y: number; clip: DOMRect | null };
  /** The boxes of words, in the window's own coordinates; none for what its frame does not show. */
  type boxes = (range: Range) => DOMRect[];
  /** How high the card would like to be. It is not let grow for that: its reader would lose the place. */
  type height = (card: HTMLElement) => number;
  type best = (lines: DOMRect[], wide: number, width: number, height: number) => { left?: number; top: number; room: number };
  /** Nobody may be there to hear it. */
  type tell = (told: Told) => Promise<any>;
  /** What is drawn says the same at the same places: nothing the reader has open needs to go. */
  type isDrawn = (found: Placed[]) => boolean;
  type redraw = (found: Placed[]) => void;
  /** No note outlives its address. One that a site only puts right while the reader reads on is no other page. */
  type navigated = (event: any) => void;
  /** Luminance and opacity of a computed colour. */
  type measure = (color: string) => [luminance: number, opacity: number];
  /** What is behind an element, as far as style can tell. */
  type behind = (element: Element | null, known: Map<Element, number>) => number;
  type seen = (element: Element, known: Map<Element, number>) => number;
  type rule = (name: string, style: string) => string;
}

declare var secondSource: SecondSource;
