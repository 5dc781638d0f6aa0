// How the server writes a page's address before it hashes it: what does not say which page it is, is left out. The
// rules are those of the server's factbase/addresses.py; both are tested with tests/unit/factbase/addresses.json. Pure.

const TRACKING = /^(utm_|(fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|cmpid)(=|$))/i;
const DEFAULT_PORTS = ["", "80", "443"];

/** Host, path and query of a page's address, as the server hashes them; null when it is none of a web page. @param {string} url */
export function plainAddress(url) {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null;
  const host = parsed.hostname.replace(/^\[|\.$|\]$/g, "").replace(/^www\./, "");
  const port = DEFAULT_PORTS.includes(parsed.port) ? "" : ":" + parsed.port;
  const query = parsed.search.slice(1).split("&").filter((part) => part && !TRACKING.test(part)).sort().join("&");
  return host + port + withoutFinalSlashes(parsed.pathname) + (query && "?" + query);
}

/** In linear time, for a page may give itself an address of a million slashes. @param {string} path */
function withoutFinalSlashes(path) {
  let end = path.length;
  while (path[end - 1] == "/") end--;
  return path.slice(0, end);
}
