// The open panels, each listening to one tab. When this worker dies the panels connect anew.
import "../shared/platform.js";

const { sidePanel, sidebarAction } = /** @type {any} */ (/** @type {ExtensionPlatform} */ (secondSource.platform).browser);

/** @type {Map<chrome.runtime.Port, number>} */ const panels = new Map();

/** @param {chrome.runtime.Port} port */
export function welcome(port) {
  panels.set(port, -1);
  port.onMessage.addListener((/** @type {any} */ said) => void (Number.isInteger(said?.tabId) && panels.set(port, said.tabId)));
  port.onDisconnect.addListener(() => panels.delete(port));
}

/** Opens the panel in a tab's window, or closes it. At once, for browsers open it only while the key is pressed. @param {chrome.tabs.Tab} [tab] */
export function toggle(tab) {
  if (sidebarAction) sidebarAction.toggle();
  else if ([...panels.values()].includes(tab?.id ?? -1)) tell(Number(tab?.id), { type: "close" });
  else if (tab) sidePanel.open({ windowId: tab.windowId });
}

/** Tells the panels that show a tab what happened there. @param {number} tabId @param {Heard} heard */
export function tell(tabId, heard) {
  for (const [port, shown] of panels) if (shown == tabId) port.postMessage(heard);
}
