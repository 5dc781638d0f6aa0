// What passes between the page, the background, the panel and the popup, and what is kept.

/** How a page came to have notes or not; the popup puts each in words. */
type State =
  | "notes" // the story is known; the list of annotations may still be empty
  | "unknown" // the server knows no story like this
  | "asked" // the server has not answered yet
  | "nothing" // no article text was found on the page
  | "off" // the reader switched this site off
  | "unlisted" // it is none of the pages that the reader lets be checked; nothing was sent
  | "locked" // the server wants a pairing token, and has none from us or another
  | "down" // nobody answers at the server's address
  | "wrong" // somebody answers, but not a Second Source server of this version
  | "refused"; // our server said no; `detail` says why

type Stance = "conflicts" | "rewords" | "updates" | "corroborates";

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

/** A reply as a page gets it: browsers carry an answer there as text for less than as so many objects. What a page does
 * not need to show its notes is a text of its own, a Rest, which is read when a card or the panel wants it. */
type Carried = Omit<Reply, "answer"> & { answer?: Answer | string; rest?: string };

/** The notes' evidence in their order, and what is missing. */
type Rest = Pick<Answer, "missing"> & { evidence: Annotation["evidence"][] };

/** What the background (or, on a server page, its own script) may tell the page to do. */
type Order =
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
  detail?: string;
  story: Answer["story"];
  notes: Annotation[];
  missing: Answer["missing"];
  /** The page is the beginning of an article for subscribers: nothing is missing from it for all that we know. */
  cut?: boolean;
}

/** What a content script tells the background. */
type Told =
  | ({ type: "annotate" } & Omit<Question, "title">) // asks for notes on this text; answered with a Carried
  | { type: "changed"; url?: string; cut?: boolean } // the notes on the page are others now; or its address is, or how much it shows of its article
  | { type: "reading"; id: string } // a note's card was opened
  | { type: "report"; index: number; words: string }; // "something wrong?"; answered with a Reported

/** Whether a report reached the moderators; if not, `detail` says why. */
interface Reported {
  ok: boolean;
  detail?: string;
}

/** Through the port "panel", after the panel has said { tabId }: what happened on that page. */
type Heard = { type: "changed" } | { type: "reading"; id: string } | { type: "close" }; // the reader wants the panel gone

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
