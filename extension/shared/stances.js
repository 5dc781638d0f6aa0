// The stances' colours and lines for the extension's own pages, as custom properties of a class for each: the overlay's
// palette is the only place that knows them.
import "./platform.js";
import "../content/stances.js";

export const { stances } = secondSource;

const sheet = new CSSStyleSheet();
const { looks } = secondSource;
sheet.replaceSync(stances.map((stance) => `.${stance} { --stance: ${looks[stance].ink}; --line: ${looks[stance].line}; }`).join("\n"));
document.adoptedStyleSheets.push(sheet);
