// The only file that touches the browser's own interfaces. Runs as a classic script on pages and as a
// side-effect import in modules. `chrome` has promises in both browsers and, unlike `browser`, no page
// element with that id can stand in front of it.
globalThis.secondSource = /** @type {any} */ ({
  platform: {
    kind: "extension",
    browser: chrome,
    annotate: (/** @type {Question} */ question, /** @type {boolean} */ ready) =>
      chrome.runtime.sendMessage({ type: "annotate", ready, ...question }),
    listen: (/** @type {(order: Order) => void} */ obey) =>
      chrome.runtime.onMessage.addListener((order, sender) => {
        if (sender.id === chrome.runtime.id) obey(order);
      }),
  },
});
