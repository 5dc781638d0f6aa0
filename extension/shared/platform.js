{
  const tell = async (told = {}) => chrome.runtime.sendMessage(told);
  const platform = { browser: chrome, tell, gone: () => !chrome.runtime?.id };
  Object.assign(globalThis, { secondSource: { platform } });
}
