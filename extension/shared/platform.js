{
  const tell = async (told = {}) => chrome.runtime.sendMessage(told);
  globalThis.secondSource = /** @type {any} */ ({
    platform: {
      browser: chrome,
      annotate: tell,
      tell,
      gone: () => !chrome.runtime?.id,
      listen: (/** @type {any} */ obey) => chrome.runtime.onMessage.addListener((order, _, answer) => answer(obey(order))),
    },
  });
}
