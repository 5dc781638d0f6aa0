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
  title: string;
  text: string;
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
  /** Notes for this text. `ready` says that the drawing scripts are loaded already. */
  annotate(question: Question & { type: "annotate"; ready: boolean }): Promise<Reply>;
  tell(told: Told): Promise<any>;
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
  difference?: ["same" | "ours" | "theirs", string][];
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
  pieces: Piece[];
  /** The documents and open shadow roots that were read; each has to be watched on its own. */
  roots: Node[];
}

/**
 * One text node's share of the text. `at` and `end` are UTF-16 positions in it; the share is the node's data with
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
 * Reads a node into the text and gives the number of characters of prose in it. Below `floor` everything is cut off.
 * A form's `matches` may be its control of that name, so it is taken from another element.
 */
type Walk = (node: any, floor?: any, pre?: any, link?: boolean) => number;

/** A note with its place in the page. */
interface Placed {
  note: Annotation;
  range: Range;
  /** What the range held when it was made; anything else means that the page has changed under it. */
  words: string;
  /** UTF-16 positions in the text. */
  start: number;
  end: number;
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
  locate(page: PageText, notes: Annotation[]): Placed[];
  /** Does as it is told, and says what it is asked; start.js takes "again" itself. */
  obey?(order: Order): unknown;
  /** Reads the page, asks if it is another, draws what comes. */
  look(): Promise<void>;
  /** Whether the reader has left for another address while this text still stands: no question yet. */
  left?(text: string): boolean;
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
  tone(range: Range): Tone;
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

declare var secondSource: SecondSource;
