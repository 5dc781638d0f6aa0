"""Chromium, driven through Playwright, and through raw CDP where Playwright does not reach."""

from __future__ import annotations

import atexit
import base64
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, ConsoleMessage, Page, Playwright, sync_playwright
from tests.e2e.driving.reader import HOST, LOOKS, ON_PAPER, Popup, Reader
from tests.e2e.driving.tracing import CHROMIUM_CATEGORIES, Trace, from_chromium, timed
from tests.e2e.site import HOST as SITE
from tests.serving import ROOT
from tests.waiting import SECONDS, until

POPUP = "extension/popup/popup.html"
PANEL = "extension/panel/panel.html"
KEY_CODES = {"Tab": 9, "Enter": 13}
# Chromium's own remark when nobody listens where our background asks. It looks for a server that is gone again and
# again, and may be about to when the test that took it away is over.
NOBODY_THERE = "Failed to load resource: net::ERR_CONNECTION_"


def body(script: str) -> str:
    """A script's body as an expression that takes a list of arguments."""
    return f"async (args) => {{ {script} }}"


@cache
def playwright() -> Playwright:
    """Playwright, which runs once in a process however many browsers there are."""
    started = sync_playwright().start()
    atexit.register(started.stop)
    return started


class Chromium(Reader):
    """The system's Chromium with the extension loaded as "Load unpacked" does."""

    name = "chromium"

    def __init__(self, profile: Path, site_port: int, scale: int = 1) -> None:
        found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
        assert found, "Chromium is not installed: see `make test`"
        self._context = playwright().chromium.launch_persistent_context(
            profile,
            executable_path=found,
            headless=True,
            timeout=SECONDS * 1000,
            device_scale_factor=scale,
            viewport={"width": 1100, "height": 800},
            ignore_default_args=["--disable-extensions"],
            args=[
                "--disable-gpu",  # there is none; to draw as if takes a quarter of a test's time
                f"--host-resolver-rules=MAP {SITE} 127.0.0.1",
                f"--ip-address-space-overrides=127.0.0.1:{site_port}=public",
            ],
        )
        self._context.set_default_timeout(SECONDS * 1000)
        assert self._context.browser is not None
        self._browser = self._context.browser.new_browser_cdp_session()
        self._errors: list[str] = []
        self._media: dict[str, Any] = {"color_scheme": "light"}
        self._read_in(self._context.pages[0])
        self._context.on("serviceworker", lambda worker: worker.on("console", self._hear))
        self.install()

    def install(self, root: Path = ROOT) -> None:
        self._id = self._browser.send("Extensions.loadUnpacked", {"path": str(root)})["id"]
        self.base = f"chrome-extension://{self._id}/"
        self._ask_in_a_tab()
        self.see_the_welcome_off()
        self._page.bring_to_front()
        self.errors()  # nobody may be at the address that is set when nothing was chosen

    def _ask_in_a_tab(self) -> None:
        self._asking = self._context.new_page()
        self._asking.goto(self.base + "extension/options/options.html")

    @contextmanager
    def switched_off(self) -> Iterator[None]:
        self._switch(False)
        try:
            yield
        finally:
            self._switch(True)
            self._ask_in_a_tab()
            self._page.bring_to_front()

    def _switch(self, on: bool) -> None:
        page = self._context.new_page()
        page.goto("chrome://extensions")
        page.evaluate("([id, on]) => chrome.management.setEnabled(id, on)", [self._id, on])
        page.close()
        self._page.bring_to_front()

    def uninstall(self) -> None:
        self._browser.send("Extensions.uninstall", {"id": self._id})
        self._asking.close()

    def go(self, url: str) -> None:
        self._page.goto(url)

    def leave(self) -> None:
        self._page.goto("about:blank")

    def _read_in(self, page: Page) -> None:
        self._page = page
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self._errors.append(str(error)))
        self._cdp = self._context.new_cdp_session(page)

    def loading(self, act: Callable[[], object]) -> None:
        with self._page.expect_navigation():
            act()

    def run(self, script: str, *args: Any) -> Any:
        return self._page.evaluate(body(script), list(args))

    run_as_page = run

    def in_notes(self, script: str, *args: Any) -> Any:
        root = self._shadow_root()
        if root is None:
            return None
        held = self._cdp.send("DOM.resolveNode", {"backendNodeId": root})["object"]["objectId"]
        answer = self._cdp.send(
            "Runtime.callFunctionOn",
            {
                "objectId": held,
                "functionDeclaration": f"async function (args) {{ const root = this; {script} }}",
                "arguments": [{"value": list(args)}],
                "awaitPromise": True,
                "returnByValue": True,
            },
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def in_extension(self, script: str, *args: Any) -> Any:
        return self._asking.evaluate(body(script), list(args))

    def hover(self, x: int, y: int) -> None:
        self._page.mouse.move(x, y - 3)
        self._page.mouse.move(x, y)

    def click(self, x: int, y: int) -> None:
        self._page.mouse.click(x, y)

    def press(self, key: str) -> None:
        self._page.keyboard.press(key)

    @contextmanager
    def popup(self) -> Iterator[Popup]:
        self.in_extension("await chrome.action.openPopup()")
        with self._target(POPUP) as popup:
            yield popup

    @contextmanager
    def side_panel(self) -> Iterator[Popup]:
        with self._target(PANEL) as panel:
            yield panel

    @contextmanager
    def _target(self, path: str) -> Iterator[Popup]:
        target = until(lambda: self._found(path), f"{path} to open")
        try:
            yield _Popup(self._browser, target, self._media["color_scheme"])
        finally:
            if self._found(path):  # it may close itself
                self._browser.send("Target.closeTarget", {"targetId": target})
            until(lambda: self._found(path) is None, f"{path} to close")

    @contextmanager
    def panel(self) -> Iterator[Popup]:
        page = self._context.new_page()
        page.set_viewport_size({"width": 360, "height": 800})
        page.emulate_media(**self._media)
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self._errors.append(str(error)))
        page.goto(self.base + PANEL)
        self._page.bring_to_front()
        try:
            yield _Tab(page)
        finally:
            page.close()

    def errors(self) -> list[str]:
        found, self._errors[:] = list(self._errors), []
        return found

    def picture(self, path: Path) -> None:
        self._page.screenshot(path=path)

    def look(
        self, *, dark: bool = False, width: int = 1100, height: int = 800, forced: bool = False, still: bool = False
    ) -> None:
        self._media = {
            "color_scheme": "dark" if dark else "light",
            "forced_colors": "active" if forced else "none",
            "reduced_motion": "reduce" if still else "no-preference",
        }
        self._page.emulate_media(**self._media)
        self._page.set_viewport_size({"width": width, "height": height})
        looks = [dark, still, forced, width, height]
        until(lambda: self.run(LOOKS) == looks, "the page to be told how it is looked at")

    def traced(self, *acts: Callable[[], object]) -> list[Trace]:
        assert self._context.browser is not None
        self._context.browser.start_tracing(page=self._page, categories=[*CHROMIUM_CATEGORIES])
        spans = [timed(act) for act in acts]
        events = json.loads(self._context.browser.stop_tracing())["traceEvents"]
        return from_chromium(events, self.base, spans)

    def end_background(self) -> None:
        stopped: list[str] = []
        asking = self._context.new_cdp_session(self._asking)
        asking.on(
            "ServiceWorker.workerVersionUpdated",
            lambda event: stopped.extend(
                version["versionId"] for version in event["versions"] if version["runningStatus"] == "stopped"
            ),
        )
        asking.send("ServiceWorker.enable")
        stopped.clear()  # what was said on enabling
        asking.send("ServiceWorker.stopAllWorkers")
        until(lambda: asking.send("ServiceWorker.enable") is not None and stopped, "the background to end")
        asking.detach()

    def allow_on_pages(self, allowed: bool) -> None:
        page = self._context.new_page()
        page.goto("chrome://extensions")
        access = {"extensionId": self._id, "hostAccess": "ON_ALL_SITES" if allowed else "ON_CLICK"}
        page.evaluate("(access) => chrome.developerPrivate.updateExtensionConfiguration(access)", access)
        page.close()
        self._page.bring_to_front()

    @contextmanager
    def on_paper(self) -> Iterator[None]:
        self._page.emulate_media(media="print")
        until(lambda: self.run(ON_PAPER), "the page to be on paper")
        try:
            yield
        finally:
            self._page.emulate_media(media="screen")
            until(lambda: not self.run(ON_PAPER), "the page to be on the screen")

    def close(self) -> None:
        self._context.close()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(NOBODY_THERE):
            self._errors.append(message.text)

    def _shadow_root(self) -> int | None:
        """The closed shadow root's id; the page itself could not get it."""
        document = self._cdp.send("DOM.getDocument", {"depth": 2, "pierce": True})["root"]
        for html in document.get("children", ()):
            for element in html.get("children", ()):
                if element["localName"] == HOST:
                    found: int = element["shadowRoots"][0]["backendNodeId"]
                    return found
        return None

    def _found(self, path: str) -> str | None:
        """The target that shows one of our pages."""
        targets = self._browser.send("Target.getTargets")["targetInfos"]
        return next((found["targetId"] for found in targets if found["url"] == self.base + path), None)


class _Tab:
    """A page of the extension in a tab of its own."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def run(self, script: str, *args: Any) -> Any:
        return self._page.evaluate(body(script), list(args))

    def press(self, key: str) -> None:
        self._page.keyboard.press(key)

    def picture(self, path: Path) -> None:
        self._page.screenshot(path=path)


class _Popup:
    """Playwright knows no popups: speak to the target through the browser's own session."""

    def __init__(self, browser: CDPSession, target: str, colours: str) -> None:
        self._browser = browser
        self._answers: dict[int, Any] = {}
        self._session = browser.send("Target.attachToTarget", {"targetId": target, "flatten": False})["sessionId"]
        browser.on("Target.receivedMessageFromTarget", self._receive)
        self._send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": colours}])

    def run(self, script: str, *args: Any) -> Any:
        expression = f"({body(script)})({json.dumps(args)})"
        answer = self._send(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True, userGesture=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        for kind in ("rawKeyDown", "keyUp"):
            self._send("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=KEY_CODES[key])

    def picture(self, path: Path) -> None:
        # All of it: a popup grows no larger than the screen lets it, and that of a browser without one is small.
        whole = self.run("return document.body.getBoundingClientRect().toJSON()")
        size = {name: ceil(whole[name]) for name in ("width", "height")}
        self._send("Emulation.setDeviceMetricsOverride", **size, deviceScaleFactor=2, mobile=False)
        path.write_bytes(base64.b64decode(self._send("Page.captureScreenshot")["data"]))
        self._send("Emulation.clearDeviceMetricsOverride")

    def _send(self, method: str, **parameters: Any) -> Any:
        number = len(self._answers) + 1
        message = json.dumps({"id": number, "method": method, "params": parameters})
        self._browser.send("Target.sendMessageToTarget", {"sessionId": self._session, "message": message})
        until(lambda: self._browser.send("Browser.getVersion") and number in self._answers, method)
        return self._answers[number]

    def _receive(self, event: dict[str, Any]) -> None:
        message = json.loads(event["message"])
        if event["sessionId"] == self._session and "id" in message:
            self._answers[message["id"]] = message.get("result", message)
