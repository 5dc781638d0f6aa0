// The page as the reader sees it (content/collect.js), and the notes on it.

/**
 * The visible text of the article, with its headline. White space is collapsed as rendered, blocks are parted by a
 * blank line. Left out: navigation, asides, forms, editable text, comments, what nobody sees (by opacity, clip-path,
 * filter and text-indent; DIM looks at colour, size and visibility of an element's own words; characters without a
 * shape, as soft hyphens), teasers (blocks of nothing but links), what is set high (the sign of a footnote would
 * become part of the figure before it), all that is no HTML (nor what Chrome draws of an XML document, beside its
 * source). What is called a sidebar, a form or a header is read if it holds a headline, an article, or eight
 * paragraphs in a row: the whole page may stand in it. The article is the deepest element that holds three quarters of
 * the page's prose, or the `article` or `main` around it; fewer than 99 characters of prose is no article, and the
 * text is empty.
 */
interface PageText {
  text: string;
  /** Where the headline, if it is not in the article, and the article stand in all that was read; [from, to, prose] of each. */
  spans: [number, number, number][];
  /** Of all that was read. */
  pieces: Piece[];
}

/**
 * One text node's share of what was read. `at` and `end` are UTF-16 positions in it; the share is the node's data without
 * what has no shape and with white space collapsed, less the white space at its start that the text before made superfluous.
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
 * Reads a node and gives the number of characters of prose in it; a block of a few words that are no link counts next to
 * nothing, and one that has less than that is left out. A float of three characters or fewer is a drop cap and parts no
 * words. Below `low` everything is cut off; `back` is the colour behind the words, where style tells it: not over
 * a picture, nor under what is placed, which may lie over anything; "text" where a background colours the words
 * themselves. A form's `matches` may be its control of that name, so it is taken from another element.
 */
type Walk = (node: any, floor?: any, back?: any, pre?: any, link?: any) => number;

/** A place in a text, in UTF-16 positions. */
interface Stretch {
  start: number;
  end: number;
}

/** A note and its place in a text. */
interface Known extends Stretch {
  note: Annotation;
  /** Its words, as they were sent. */
  exact: string;
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
  /** The text that it began in when it was made. */
  node: Text;
  /** The document or shadow root that it begins in. */
  root: any;
  /** What the range held when it was made; anything else means that the page has changed under it. */
  words: string;
  /** Another stretch of the same text. */
  part(start: number, end: number): Range | null;
  /** The whole sentence, which the card must not cover. */
  sentence(): Range;
}

/** What suits a range of background luminance, from light paper to dark. */
type Tone = "light" | "dim" | "dusk" | "dark";

/** How a stance is shown: its colour as text, its line (the part of text-decoration after "underline"). */
interface StanceLook {
  ink: string;
  line: string;
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

type Icon = "previous" | "next" | "close" | "pin";

interface WordDiff {
  text: string;
  changed: boolean;
}
