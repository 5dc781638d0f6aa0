// The first run's made-up article and what made-up outlets say about it: an answer of the shape that a server gives,
// for the very scripts that draw notes on real pages. Nothing is sent for it.

const DAY = "2031-03-02";
const NEXT_DAY = "2031-03-03";
const COURIER = "The Delta Courier";
const POST = "Norda Post";

/** @typedef {"passengers" | "quote" | "cable" | "trains"} Name */
/** @type {{name: Name, stance: Stance, says: {outlet: string, published: string, value: string}[]}[]} */
const NOTES = [
  { name: "passengers", stance: "conflicts", says: [{ outlet: COURIER, published: DAY, value: "91" }] },
  { name: "quote", stance: "rewords", says: [{ outlet: POST, published: DAY, value: "" }] },
  {
    name: "cable",
    stance: "corroborates",
    says: [
      { outlet: COURIER, published: DAY, value: "" },
      { outlet: POST, published: DAY, value: "" },
    ],
  },
  { name: "trains", stance: "updates", says: [{ outlet: COURIER, published: NEXT_DAY, value: "30" }] },
];

/** @param {Voice} voice @param {string} text the page as it was read @returns {Answer} */
export function answer(voice, text) {
  const articles = [COURIER, POST].map((outlet) => article(outlet, DAY));
  const story = { id: "example", title: voice.say("welcome_example_title"), matched_by: "text", articles };
  return { story, annotations: NOTES.map((note) => annotation(voice, text, note)), missing: [] };
}

/** No address: there is nothing to open. @param {string} outlet @param {string} published @returns {ArticleRef} */
const article = (outlet, published) => ({ id: outlet + published, outlet, published, url: "" });

/** @param {Voice} voice @param {string} text @param {typeof NOTES[number]} note @returns {Annotation} */
function annotation({ language, say }, text, { name, stance, says }) {
  const exact = say(`welcome_example_${name}`);
  const start = [...text.slice(0, text.indexOf(exact))].length; // offsets count code points
  const end = start + [...exact].length;
  const theirs = say(`welcome_example_${name}_theirs`);
  const value = say(`welcome_example_${name}_note`, { outlet: says[0].outlet });
  return {
    id: `example-${name}`,
    target: { selector: [{ type: "TextPositionSelector", start, end }, { type: "TextQuoteSelector", exact }] },
    body: [{ value, language }],
    stance,
    fact: { id: `example-${name}`, label: say(`welcome_example_${name}_fact`), status: "confirmed" },
    outlets: says.length,
    origins: 1,
    evidence: says.map(({ outlet, published, value }) => ({
      stance,
      article: article(outlet, published),
      exact: theirs,
      start: 0,
      end: [...theirs].length,
      value,
      origin: name == "cable" ? say("welcome_example_railway") : outlet,
      explanation: "",
    })),
  };
}
