// The only file that names `chrome`; no element of a page can pose as it.
globalThis.secondSource = /** @type {any} */ ({
  platform: {
    kind: "extension",
    browser: chrome,
    annotate: chrome.runtime.sendMessage,
    tell: chrome.runtime.sendMessage,
    listen: (/** @type {any} */ obey) =>
      chrome.runtime.onMessage.addListener((order, _sender, respond) => {
        const told = obey(order);
        if (told !== undefined) respond(told);
      }),
  },
});
