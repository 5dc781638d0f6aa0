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
  /** The documents and shadow roots that the notes begin in. */
  type rootsOf = (placed: Placed[]) => any[];
  type windowOf = (root: any) => Window & typeof globalThis;
  type set = (name: string, view: Window & typeof globalThis, ranges: Range[], priority: number, signal: AbortSignal) => void;
  /** What is underlined: each place belongs to the strongest stance there, and notes of one stance that lie over each
   * other have one line. */
  type lines = (placed: Placed[]) => { stance: Stance; root: any; range: Range }[];
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
  type fold = (text: string, pre: boolean) => string;
  /** The place in the node's own data of the character at `position` of what was read. */
  type inData = (piece: Piece, position: number) => number;
  type fresh = (piece: Piece) => boolean;
  /** The sentences that the words stand in. */
  type sentence = (text: string, start: number, end: number) => [number, number];
  /** Where a character of the text stands in all that was read. */
  type read = (position: number) => number;
  /** Null for words that have gone, or that no one range can hold. */
  type found = (start: number, end: number) => Pick<Placed, "range" | "node" | "words"> | null;
  type rangeOf = (start: number, end: number) => Range | null;
  /** An element and all that it stands in, frames and their documents too. */
  type above = (el: any) => any[];
  /** The boxes of words, in the window's own coordinates; none for what its frame, or a box that scrolls, does not show. */
  type boxes = (range: Range) => DOMRect[];
  /** How high the card would like to be. It is not let grow for that: its reader would lose the place. */
  type height = (card: HTMLElement) => number;
  type best = (lines: DOMRect[], wide: number, width: number, height: number) => { left?: number; top: number; room: number };
  /** Nobody may be there to hear it. */
  type tell = (told: Told) => Promise<any>;
  type unpacked = (carried?: Carried) => Reply | undefined;
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
