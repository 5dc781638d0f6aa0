{
  const tell = async (told = {}) => chrome.runtime.sendMessage(told);
  const gone = () => !chrome.runtime?.id;
  Object.assign(globalThis, { secondSource: { platform: { browser: chrome, tell, gone } } });
}
