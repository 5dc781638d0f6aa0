// The scripts in content/ and shared/platform.js are classic scripts that share one object,
// `globalThis.secondSource`. Whoever loads them first sets it to `{ platform }`:
//   in the extension   shared/platform.js, the only file that names `chrome`; it sets, so that no element can pose as it
//   on a server page   the server's own script
// then, in this order: content/collect.js, the files of CONTENT_FILES (background/inject.js), content/start.js.
// In the extension the middle ones arrive only when there are notes to show; start.js does not care.

declare var secondSource: SecondSource;

interface SecondSource {
  platform: Platform;
  /** Each document and open shadow root that is read is given to `watch`. */
  collect(watch: (root: Node) => void): PageText;
  /** What `collect` reads with, anew each time. */
  walk: Walk;
  /** What was last collected. */
  page: PageText;
  /** The notes whose words stand where the server says; the text asked about begins at `base`. */
  understand(text: string, notes: Annotation[], base?: number): Known[];
  /** From the server's offsets (code points) to ranges in the page. No note is better than a stale one. */
  locate(page: PageText, known: Known[]): Placed[];
  /** Whether the page is but the beginning of an article for subscribers: what it does not say is then no omission. */
  cut(page: PageText): boolean;
  /** What became of a text: notes on what did not change stay; what is new is asked about first. */
  change(was: string, is: string): Change;
  /** The notes whose words did not change, where they stand now. */
  carry(known: Known[], change: Change): Known[];
  /** From where to where a text has to be read to understand a change. */
  portion(text: string, change: Change): [number, number];
  /** Asks afresh, after so many milliseconds: the answer to a site switched off is no notes. */
  again(wait?: number): void;
  /** Does as it is told, and says what it is asked. */
  obey?(order: Order): unknown;
  /** Reads the page, asks if it is another, draws what comes. */
  look(): unknown;
  /** Asks about new text alone, draws what comes; waits while an old text may still stand under a new address. */
  glance?(): Promise<void>;
  /** How many milliseconds of its rest a page may owe when it has changed so, and yet be looked at. */
  credit?(changes: any): number;
  /** What an open card does when the page has changed. */
  stirred?: () => unknown;
  /** Draws the notes of a reply in place of the last one's; without a reply sees that those drawn still hold. All of
   * it hangs on one signal: an abort, and the page's own is as it was; the browser keeps the style of marks. */
  show?(carried?: Carried): void;
  /** Reads what the notes rest on and what is missing: no note is shown for it, but a card, the panel and comparing want it. */
  complete(): void;
  /** The extension's id, in our closed shadow root: an element that an earlier install of us made is told by it from the
   * page's own. A page that copies it learns nothing: its element goes when ours comes. */
  mark?: string;
  /** The browser has been given the style of this window's marks, in these colours (background/inject.js). */
  styled?: { colours: PageSettings["colours"]; print: boolean };
  /** The windows (this one and those of frames) that the notes stand in. */
  windowsOf(placed: Placed[]): (Window & typeof globalThis)[];
  /** Draws the marks. The page's own nodes are never changed, and an abort leaves nothing. */
  highlight(placed: Placed[], settings: Pick<PageSettings, "colours" | "print">, signal: AbortSignal): void;
  /** Tints the words that the open card speaks of, or that are pointed at; without a note takes the tint away. */
  tint(name: "open" | "over", one?: Placed): void;
  /** From the pointer to the note under it. Events that a script made are not believed. */
  hover(placed: Placed[], card: Card, signal: AbortSignal): void;
  element(tag: string, name?: string, ...children: (Node | string | null)[]): HTMLElement;
  button(name: string, text: string, act: () => unknown): HTMLElement;
  icon(name: Icon): SVGElement;
  iconButton(name: Icon, label: string, act: () => unknown): HTMLElement;
  adopt(root: Document | ShadowRoot, css: string, signal: AbortSignal): void;
  /** The list of all notes: unseen, for keyboard and screen reader; or printed as footnotes. */
  makeList(seen: Placed[], open: Card["open"]): HTMLElement;
  /** Whether it is an element of ours. */
  isOurs(node: Node): boolean;
  /** A card for the notes that are seen, of all that are placed, and the list of them, in one closed shadow root: the page
   * can neither read nor reach them. */
  makeCard(placed: Placed[], seen: Placed[], settings: Pick<PageSettings, "colours" | "print">, signal: AbortSignal): Card;
  /** What the card shows of one note. */
  face(one: Placed, acts: Acts): HTMLElement[];
  /** The page's words, then who else says what, by value. What the server sent is only ever text. */
  cardContent(one: Placed): HTMLElement;
  /** On paper the list is footnotes, or nothing. */
  listStyle(print: boolean): string;
  cardStyle(looks: Record<Stance, StanceLook>): string;
  /** A note as text to paste. */
  citation(one: Placed): string;
  copy(text: string): boolean;
  /** The form for the note of that index; `away` is called when it has been put away. */
  reportForm(one: Placed, index: number, away: () => void): { form: HTMLElement; words: HTMLElement };
  isReporting(one: Placed): boolean;
  /** Whether words stand in the window, `bar` px from its top and bottom, and in all that scrolls there. */
  visible(range: Range, bar?: number): boolean;
  /** Scrolls words to the middle of all that scrolls, at once whatever the page wants: an article may be one paragraph
   * of many windows' height, whose own middle is far from them, and a card closes where its words are not seen. */
  reveal(range: Range): void;
  /** Puts the card below the sentence, above it, or beside it; or, docked, in the window's corner. */
  place(card: HTMLElement, one: Placed, docked: boolean): void;
  /** Which tone suits a place of the page. `known` holds how light it is behind elements, for those that come after. */
  tone(node: Node, known?: Map<Element, number>): Tone;
  /** The style of marks (stance-tone), on paper too or not. */
  toneRules(marks: Set<string>, palette: string, print: boolean): string;
  /** The strongest first. */
  stances: Stance[];
  /** Each stance has its line, and in each palette its colour (tests/npm/tone.test.js). */
  palettes: string[];
  colour(stance: Stance, tone: Tone, palette: string): string;
  looksOf(palette: string): Record<Stance, StanceLook>;
  /** The line of each stance (the part of text-decoration after "underline"). */
  lines: Record<string, string>;
  /** Which words differ: longest common subsequence, case and punctuation aside. Longer texts come back unmarked. */
  diff(a: string, b: string): [WordDiff[], WordDiff[]];
  /** To the very passage at its source, as a text fragment: https://wicg.github.io/scroll-to-text-fragment/ */
  passageLink(url: string, exact: string): string | null;
  /** What a moderator said of the fact, in words, and the source: its address if that is one of https, and its name. */
  judged(fact: FactName, voice: Voice): [words: string, href: string | false, source: string];
  voice: Voice;
  speak(words: Record<string, string>): Voice;
}

/** All that content scripts need from the world outside the page. A server page brings its own. */
interface Platform {
  tell(told: Told): Promise<any>;
  /** The extension was updated, reloaded or switched off: nothing that it left in a page can reach it any more. */
  gone?(): boolean;
}

/** The browser's own interfaces, for the background, popup and options only. */
interface ExtensionPlatform extends Platform {
  browser: typeof chrome;
}

/** One language, speaking (shared/say.js). */
interface Voice {
  language: string;
  direction: string;
  say(key: MessageKey, values?: Record<string, unknown>): string;
  day(published: string | null | undefined): string;
}

/** A language's messages as locales/ has them; `say` takes a plural's key without its category. */
type Messages = (typeof import("../locales/en.js"))["default"];
type MessageKey = Extract<keyof Messages, string> | (keyof Messages extends infer Key ? (Key extends `${infer Base}_other` ? Base : never) : never);
