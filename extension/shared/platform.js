{
  self.secondSource = Object({ platform: { browser: chrome, gone: () => !chrome.runtime?.id, tell: async (told = {}) => chrome.runtime.sendMessage(told) } });
}
