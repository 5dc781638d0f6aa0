globalThis.secondSource = /** @type {any} */ ({
  platform: {
    browser: chrome,
    annotate: chrome.runtime.sendMessage,
    tell: chrome.runtime.sendMessage,
    listen: (/** @type {any} */ obey) => chrome.runtime.onMessage.addListener((order, _, answer) => answer(obey(order))),
  },
});
