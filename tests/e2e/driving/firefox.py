"""Firefox, driven through Marionette: pages, the extension's own pages and the browser's window alike."""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.e2e.driving.marionette import Marionette
from tests.e2e.driving.reader import HOST, LOOKS, ON_PAPER, WELCOME, Popup, Reader
from tests.e2e.driving.tracing import FIREFOX_FEATURES, Trace, from_firefox, timed
from tests.e2e.site import HOST as SITE
from tests.serving import ROOT, free_port
from tests.waiting import SECONDS, until

KEYS = {"Control+v": "\ue009v", "Tab": "\ue004", "Enter": "\ue007", "Escape": "\ue00c", "Shift+Tab": "\ue008\ue004"}
PREFERENCES: dict[str, str | int | bool] = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.ipc.keepProcessesAlive.web": 1,  # each test would begin a process: a third of its time
    "dom.ipc.keepProcessesAlive.webIsolated.perOrigin": 1,
    "dom.max_ext_content_script_run_time": 0,  # as Marionette has it for pages' scripts; tests/bench times ours
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.localDomains": SITE,
    "remote.events.async.mouse.enabled": False,  # the page has had a move or a click when we are told that it is done
    "toolkit.telemetry.reportingpolicy.firstRun": False,
}
# The reading tab's document, or null while another one comes.
DOCUMENT = """
const { webProgress, browsingContext } = gBrowser.selectedBrowser;
return webProgress.isLoadingDocument ? null : browsingContext.currentWindowGlobal?.innerWindowId ?? null;
"""
POPUP = "const browser = document.querySelector('.webextension-popup-browser');"
SIDEBAR = (
    "const browser = document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser');"
)
GROWN = """
const { clientHeight, clientWidth, scrollHeight, scrollWidth } = document.documentElement;
const whole = clientHeight >= scrollHeight && clientWidth >= scrollWidth && clientWidth >= 300;
return whole && clientWidth == innerWidth && clientHeight == innerHeight; // no bars to scroll with
"""
FRAMES = "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));"
OPEN_POPUP = """
const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
const extension = [...ExtensionParent.GlobalManager.extensionMap.values()].find(({ id }) => id == args[0]);
await extension.apiManager.global.browserActionFor(extension).openPopup(window, false);
"""
END_BACKGROUND = """
const { extension } = WebExtensionPolicy.getByID(args[0]);
await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
"""
SWITCH = """
const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
const addon = await AddonManager.getAddonByID(args[0]);
await (args[1] ? addon.enable() : addon.disable());
"""
ALLOW = """
const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
const { extension } = WebExtensionPolicy.getByID(args[0]);
const wanted = { permissions: [], origins: ["http://*/*", "https://*/*"] };
await ExtensionPermissions[args[1] ? "add" : "remove"](args[0], wanted, extension);
"""
IN_POPUP = """
const told = ".then((value) => JSON.stringify(value ?? null))";
const body = `(async (args) => { ${args[0]} })(${JSON.stringify(args[1])})${told}`;
return new Promise((done) => {
  browser.messageManager.addMessageListener("told", function told({ data }) {
    browser.messageManager.removeMessageListener("told", told);
    done(data);
  });
  const script = `(async () => {
    const sandbox = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    const gesture = content.windowUtils.setHandlingUserInput(true);
    const told = Cu.evalInSandbox(${JSON.stringify(body)}, sandbox);
    gesture.destruct();
    sendAsyncMessage("told", JSON.parse(await told));
  })()`;
  const address = "data:text/javascript;charset=utf-8," + encodeURIComponent(script);
  browser.messageManager.loadFrameScript(address, false);
});
"""
PICTURE = """
const drawn = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, 2, "white");
const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
[canvas.width, canvas.height] = [drawn.width, drawn.height];
canvas.getContext("2d").drawImage(drawn, 0, 0);
return canvas.toDataURL().slice("data:image/png;base64,".length);
"""
START_PROFILER = "await Services.profiler.StartProfiler(1 << 25, 1, args[0], ['GeckoMain']);"
STOP_PROFILER = """
const profile = JSON.stringify(await Services.profiler.getProfileDataAsync());
await Services.profiler.StopProfiler();
return profile;
"""
ERRORS = """
const found = Services.console.getMessageArray().filter((said) => said instanceof Ci.nsIScriptError)
  .filter(({ sourceName }) => args.some((ours) => sourceName.startsWith(ours)))
  .map(({ errorMessage, sourceName, lineNumber }) => `${errorMessage} (${sourceName}:${lineNumber})`);
Services.console.reset();
return found;
"""


# Firefox's own remarks when a page goes elsewhere, or closes, while it waits for an answer; no code of ours runs then.
LEFT_WAITING = tuple(
    f"Promise {how} {when}"
    for how in ("resolved", "rejected")
    for when in ("while context is inactive", "after context unloaded")
)
# And of a script that runs while its tab or its process goes: with no stop-watch (PREFERENCES) nothing else ends one.
LEFT_RUNNING = "Script terminated by timeout"
# Another remark: we look at the text of a page whose frames still load; nothing that we draw changes its layout.
LOOKED_EARLY = "Layout was forced before the page was fully loaded"


class Firefox(Reader):
    """The system's Firefox with the extension installed for the session, as about:debugging does."""

    name = "firefox"

    def __init__(self, profile: Path, site_port: int, scale: int = 1) -> None:
        found = os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
        assert found, "Firefox is not installed: see `make test`"
        manifest = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
        self._id = manifest["browser_specific_settings"]["gecko"]["id"]
        self._site = f"http://{SITE}:{site_port}"
        self._bases: list[str] = []
        port = free_port()
        profile.mkdir(parents=True, exist_ok=True)
        _write_preferences(
            profile,
            {
                "layout.css.devPixelsPerPx": f"{scale}.0",
                "marionette.port": port,
                "network.lna.address_space.public.override": f"127.0.0.1:{site_port}",
            },
        )
        self._process = subprocess.Popen(
            [found, "-headless", "-no-remote", "-marionette", "-remote-allow-system-access", "-profile", profile],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            until(lambda: _listens(port), "Firefox to listen")
            self._marionette = Marionette(port)
            self._reading = self._marionette.send("WebDriver:GetWindowHandle")
            self.install()
            self.look()
            self.errors()
        except BaseException:
            self._process.kill()
            self._process.wait(timeout=SECONDS)
            raise

    def install(self, root: Path = ROOT) -> None:
        self._marionette.send("Addon:Install", path=str(root), temporary=True)
        own = "return WebExtensionPolicy.getByID(args[0]).getURL('')"
        self.base = self.in_window(own, self._id)  # another with each install; one that is gone may still complain
        self._bases.append(self.base)
        # Marionette takes the next tab that opens for its own new one: let the extension's be open before we ask.
        shown = "return gBrowser.tabs.some(({ linkedBrowser }) => linkedBrowser.currentURI.spec == args[0])"
        until(lambda: self.in_window(shown, self.base + WELCOME), "the first-run page to open")
        self._ask_in_a_tab()
        self.see_the_welcome_off()
        self._marionette.send("WebDriver:SwitchToWindow", handle=self._reading, focus=True)

    def _ask_in_a_tab(self) -> None:
        self._asking = self._marionette.send("WebDriver:NewWindow", type="tab", focus=False)["handle"]
        with self._in(self._asking):
            self._marionette.send("WebDriver:Navigate", url=self.base + "extension/options/options.html")

    @contextmanager
    def switched_off(self) -> Iterator[None]:
        with self._marionette.chrome():
            self._marionette.run(SWITCH, self._id, False)
        try:
            yield
        finally:
            with self._marionette.chrome():
                self._marionette.run(SWITCH, self._id, True)
            self._ask_in_a_tab()

    def uninstall(self) -> None:
        self._marionette.send("Addon:Uninstall", id=self._id)

    def go(self, url: str) -> None:
        self._marionette.send("WebDriver:Navigate", url=url)

    def loading(self, act: Callable[[], object]) -> None:
        before = self.in_window(DOCUMENT)
        act()
        until(lambda: self.in_window(DOCUMENT) not in (None, before), "the page to load")

    def leave(self) -> None:
        self.go("about:blank")

    def run(self, script: str, *args: Any) -> Any:
        return self._marionette.run(script, *args)

    def run_as_page(self, script: str, *args: Any) -> Any:
        return self._marionette.run(script, *args, sandbox=None)

    def in_notes(self, script: str, *args: Any) -> Any:
        found = f"const root = document.querySelector('html > {HOST}')?.openOrClosedShadowRoot;"
        return self.run(f"{found} if (!root) return null; {script}", *args)

    def in_extension(self, script: str, *args: Any) -> Any:
        return self.in_tab(self._asking, script, *args)

    def in_tab(self, handle: str, script: str, *args: Any) -> Any:
        """What a script's body returns in another tab, with that page's own rights."""
        with self._in(handle):
            return self._marionette.run(script, *args, sandbox=None)

    def press_in_tab(self, handle: str, key: str) -> None:
        """Press a key in another tab."""
        with self._in(handle):
            self.press(key)

    def picture_of_tab(self, handle: str, path: Path) -> None:
        """A PNG of what another tab shows."""
        with self._in(handle):
            self.picture(path)

    def hover(self, x: int, y: int) -> None:
        self._point({"type": "pointerMove", "x": x, "y": y - 3}, {"type": "pointerMove", "x": x, "y": y})

    def click(self, x: int, y: int) -> None:
        move = {"type": "pointerMove", "x": x, "y": y}
        self._point(move, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0})

    def press(self, key: str) -> None:
        self._act(_typed(key))

    @contextmanager
    def popup(self) -> Iterator[Popup]:
        self.in_window(OPEN_POPUP, self._id)
        until(self._popup_is_open, "the popup to open")
        try:
            yield _Popup(self._marionette, POPUP)
        finally:
            self.in_window(POPUP + "browser?.closest('panel').hidePopup()")
            until(lambda: not self._popup_is_open(), "the popup to close")

    @contextmanager
    def side_panel(self) -> Iterator[Popup]:
        shown = SIDEBAR + "return browser?.currentURI.spec.endsWith('panel.html')"
        until(lambda: self.in_window(shown), "the sidebar to open")
        try:
            yield _Popup(self._marionette, SIDEBAR)
        finally:
            self.in_window("SidebarController.hide()")
            until(lambda: not self.in_window("return SidebarController.isOpen"), "the sidebar to close")

    @contextmanager
    def panel(self) -> Iterator[Popup]:
        handle = self._marionette.send("WebDriver:NewWindow", type="tab", focus=False)["handle"]
        with self._in(handle):
            self._marionette.send("WebDriver:Navigate", url=self.base + "extension/panel/panel.html")
        try:
            yield _Tab(self, handle)
        finally:
            with self._in(handle):
                self._marionette.send("WebDriver:CloseWindow")

    def errors(self) -> list[str]:
        with self._marionette.chrome():
            found: list[str] = self._marionette.run(ERRORS, self._site, *self._bases, "http://127.0.0.1")
        return [error for error in found if not error.startswith((*LEFT_WAITING, LEFT_RUNNING, LOOKED_EARLY))]

    def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self._marionette.send("WebDriver:TakeScreenshot", full=False)))

    def look(
        self, *, dark: bool = False, width: int = 1100, height: int = 800, forced: bool = False, still: bool = False
    ) -> None:
        with self._marionette.chrome():
            self._marionette.run(
                "for (const [name, value] of Object.entries(args[0])) Services.prefs.setIntPref(name, value);"
                "document.documentElement.style.minWidth = 0;",  # as narrow as a telephone, which has no such limit
                {
                    "layout.css.prefers-color-scheme.content-override": 0 if dark else 1,
                    "browser.theme.toolbar-theme": 0 if dark else 1,  # which popups go by
                    "browser.display.document_color_use": 2 if forced else 0,
                    "ui.prefersReducedMotion": int(still),
                },
            )
        looks = [dark, still, forced]
        until(lambda: self.run(LOOKS)[:3] == looks, "the page to be told how it is looked at")
        frame = self._marionette.run("return [outerWidth - innerWidth, outerHeight - innerHeight, devicePixelRatio]")
        self._marionette.send("WebDriver:SetWindowRect", width=width + frame[0], height=height + frame[1])
        until(lambda: self.run(LOOKS)[3:] == [width, height], "the window to be so large")

    def traced(self, *acts: Callable[[], object]) -> list[Trace]:
        self.in_window(START_PROFILER, list(FIREFOX_FEATURES))
        spans = [timed(act) for act in acts]
        profile = json.loads(self.in_window(STOP_PROFILER))
        return from_firefox(profile, self.base, spans)

    def in_window(self, script: str, *args: Any) -> Any:
        """What a script's body returns in the browser's own window."""
        with self._marionette.chrome():
            return self._marionette.run(script, *args)

    def end_background(self) -> None:
        with self._marionette.chrome():
            self._marionette.run(END_BACKGROUND, self._id)

    def allow_on_pages(self, allowed: bool) -> None:
        with self._marionette.chrome():
            self._marionette.run(ALLOW, self._id, allowed)

    @contextmanager
    def on_paper(self) -> Iterator[None]:
        medium = "gBrowser.selectedBrowser.browsingContext.mediumOverride = args[0];"
        self.in_window(medium, "print")
        until(lambda: self.run(ON_PAPER), "the page to be on paper")
        try:
            yield
        finally:
            self.in_window(medium, "")
            until(lambda: not self.run(ON_PAPER), "the page to be on the screen")

    def close(self) -> None:
        self._marionette.close()
        self._process.terminate()
        self._process.wait(timeout=SECONDS)

    def _popup_is_open(self) -> bool:
        found: bool = self.in_window(
            POPUP
            + "return browser?.currentURI.spec.endsWith('popup.html')"
            + " && !browser.webProgress.isLoadingDocument"
        )
        return found

    @contextmanager
    def _in(self, window: str) -> Iterator[None]:
        """Commands go to another tab meanwhile; the reader goes on seeing the reading tab."""
        self._marionette.send("WebDriver:SwitchToWindow", handle=window, focus=False)
        try:
            yield
        finally:
            self._marionette.send("WebDriver:SwitchToWindow", handle=self._reading, focus=False)

    def _point(self, *actions: dict[str, Any]) -> None:
        self._act({"type": "pointer", "id": "mouse", "actions": list(actions)})

    def _act(self, source: dict[str, Any]) -> None:
        self._marionette.send("WebDriver:PerformActions", actions=[source])


class _Tab:
    """A page of the extension in a tab of its own, behind the reading tab."""

    def __init__(self, firefox: Firefox, handle: str) -> None:
        self._firefox = firefox
        self._handle = handle

    def run(self, script: str, *args: Any) -> Any:
        return self._firefox.in_tab(self._handle, script, *args)

    def press(self, key: str) -> None:
        self._firefox.press_in_tab(self._handle, key)

    def picture(self, path: Path) -> None:
        self._firefox.picture_of_tab(self._handle, path)


class _Popup:
    """The popup's or the sidebar's document, reached from the browser's window; `find` is a script that finds it."""

    def __init__(self, marionette: Marionette, find: str) -> None:
        self._marionette = marionette
        self._find = find

    def run(self, script: str, *args: Any) -> Any:
        with self._marionette.chrome():
            return self._marionette.run(self._find + IN_POPUP, script, list(args))

    def press(self, key: str) -> None:
        with self._marionette.chrome():
            self._marionette.send("WebDriver:PerformActions", actions=[_typed(key)])

    def picture(self, path: Path) -> None:
        if self._find == POPUP:
            until(lambda: self.run(GROWN), "the popup to have grown to its content")
            self.run(FRAMES)
        with self._marionette.chrome():
            path.write_bytes(base64.b64decode(self._marionette.run(self._find + PICTURE)))


def _typed(key: str) -> dict[str, Any]:
    keys = KEYS.get(key, key)
    down = [{"type": "keyDown", "value": value} for value in keys]
    up = [{"type": "keyUp", "value": value} for value in reversed(keys)]
    return {"type": "key", "id": "keyboard", "actions": down + up}


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _write_preferences(profile: Path, more: dict[str, str | int | bool]) -> None:
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in (PREFERENCES | more).items())
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
