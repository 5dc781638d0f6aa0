// The only file that touches the browser's interfaces. No element of a page can pose as `chrome`.
globalThis.secondSource = /** @type {any} */ ({
  platform: {
    kind: "extension",
    browser: chrome,
    annotate: chrome.runtime.sendMessage,
    listen: (/** @type {any} */ obey) => chrome.runtime.onMessage.addListener((order) => obey(order)),
  },
});
