globalThis.secondSource = /** @type {any} */ ({
  platform: {
    browser: chrome,
    annotate: chrome.runtime.sendMessage,
    tell: async (/** @type {any} */ told) => chrome.runtime.sendMessage(told),
    listen: (/** @type {any} */ obey) => chrome.runtime.onMessage.addListener((order, _, answer) => answer(obey(order))),
  },
});
