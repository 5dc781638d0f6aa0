"""The options page keeps every choice at once, tells what it cannot take, and takes settings from elsewhere."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.e2e.conftest import TOKEN
from tests.e2e.driving import Reader
from tests.serving import Server
from tests.waiting import until

READY = "return document.querySelector('main')?.ariaBusy == 'false'"
CHOICES = """
const checked = (selector) => [...document.querySelectorAll(selector)].filter((e) => e.checked).map((e) => e.value);
return {
  check: checked("[name=check]"), show: checked("#show input"), colours: checked("[name=colours]"),
  print: document.querySelector("#print").checked, language: document.querySelector("#language").value,
};
"""
CHOOSE = "document.querySelector(args[0]).click()"
TYPE_SITE = """
const form = document.querySelector(`#${args[0]} form`);
form.querySelector("input").value = args[1];
form.requestSubmit();
"""
SAVE = """
document.querySelector("#address").value = args[0];
document.querySelector("#server").requestSubmit();
"""
IMPORT = """
const chosen = new DataTransfer();
chosen.items.add(new File([args[0]], "settings.json", { type: "application/json" }));
const input = document.querySelector("#file");
input.files = chosen.files;
input.dispatchEvent(new Event("change"));
"""
EXPORT = """
const { createObjectURL } = URL;
const { click } = HTMLAnchorElement.prototype;
let file;
URL.createObjectURL = (blob) => ((file = blob), createObjectURL(blob));
let name = "";
HTMLAnchorElement.prototype.click = function () { name = this.download };
document.querySelector("#with-token").checked = args[0];
document.querySelector("#export").click();
while (!name) await new Promise((done) => setTimeout(done, 10));
URL.createObjectURL = createObjectURL;
HTMLAnchorElement.prototype.click = click;
return { name, text: await file.text() };
"""


@pytest.fixture
def options(reader: Reader) -> Reader:
    """The options page in the reading tab, as somebody finds it who never chose anything but the server."""
    reopen(reader)
    return reader


def reopen(reader: Reader) -> None:
    reader.go("about:blank")
    reader.go(reader.base + "extension/options/options.html")
    until(lambda: reader.run(READY), "the options page to be drawn")


def stored(reader: Reader) -> dict[str, Any]:
    found: dict[str, Any] = reader.in_extension("return await chrome.storage.local.get()")
    return found


def says(reader: Reader, selector: str) -> str:
    found: str = reader.run("return document.querySelector(args[0]).innerText", selector)
    return found


def test_every_choice_is_kept_at_once_and_found_again(options: Reader) -> None:
    for selector in (
        "[name=check][value=list]",
        "#show [value=corroborates]",
        "[name=colours][value=strong]",
        "#print",
    ):
        options.run_as_page(CHOOSE, selector)
        until(lambda: says(options, "#saved") == "Saved.", "the choice to be kept")
        options.run_as_page("document.querySelector('#saved').textContent = ''")
    reopen(options)
    assert options.run_as_page(CHOICES) == {
        "check": ["list"],
        "show": ["conflicts", "rewords", "updates"],
        "colours": ["strong"],
        "print": True,
        "language": "",
    }


def test_a_server_that_is_not_this_machine_is_asked_only_about_stories_it_knows(options: Reader) -> None:
    assert options.run_as_page(CHOICES)["check"] == ["every"]
    options.choose(address="https://facts.example")
    until(lambda: options.run_as_page(CHOICES)["check"] == ["known"], "the default to follow the address")


def test_a_plain_address_of_another_machine_is_warned_of(options: Reader) -> None:
    options.run_as_page(SAVE, "http://facts.example:8765")
    until(lambda: stored(options)["address"] == "http://facts.example:8765", "the address to be kept")
    warned = "The way to facts.example:8765 is not encrypted"
    until(lambda: warned in says(options, "#plain"), "the page to warn")
    options.run_as_page(SAVE, "https://facts.example")
    until(lambda: stored(options)["address"] == "https://facts.example", "the other address to be kept")
    until(lambda: says(options, "#plain") == "", "the warning to go")
    options.go(options.base + "extension/welcome/welcome.html")
    until(lambda: options.run(READY), "the page to be drawn")
    assert says(options, "#plain") == ""
    options.choose(address="http://facts.example:8765", language="de")
    until(lambda: "nicht verschlüsselt" in says(options, "#plain"), "the first-run page to warn too")


@pytest.mark.parametrize("name", ["only", "off"])
def test_sites_go_on_a_list_and_off_it(options: Reader, name: str) -> None:
    options.run_as_page(CHOOSE, "[name=check][value=list]")
    until(lambda: options.run_as_page("return !document.querySelector('#only').hidden"), "my list to be shown")
    options.run_as_page(TYPE_SITE, name, " https://WWW.News.example:8080/a/story?x#y ")
    until(lambda: stored(options).get(name) == ["www.news.example:8080"], "the site to be on the list")
    until(lambda: "www.news.example:8080" in says(options, f"#{name}"), "the site to be shown")
    options.run_as_page(CHOOSE, f"#{name} li button")
    until(lambda: stored(options)[name] == [], "the site to be off the list")
    until(lambda: options.run_as_page(f"return !document.querySelector('#{name} li')"), "the site to go")


def test_what_is_no_site_is_refused_in_words(options: Reader) -> None:
    options.run_as_page(TYPE_SITE, "off", "not a site")
    until(lambda: "This is not a site" in says(options, "#off"), "the page to say so")
    assert "off" not in stored(options)


def test_what_is_no_address_is_refused_in_words(options: Reader) -> None:
    before = stored(options)["address"]
    options.run_as_page(SAVE, "ftp://elsewhere")
    until(lambda: "This is not an address" in says(options, "#outcome"), "the page to say so")
    assert stored(options)["address"] == before


def test_a_server_that_wants_a_token_is_given_it_here(options: Reader, guarded: Server) -> None:
    hidden = "return document.querySelector('#pairing').hidden"
    assert options.run(hidden)
    options.run_as_page(SAVE, guarded.address)
    until(lambda: says(options, "#outcome").endswith("wants a pairing token. Saved."), "the page to say so")
    until(lambda: not options.run(hidden), "the token to be asked for")
    options.run_as_page("document.querySelector('#token').value = args[0]", "not plain: ü")
    options.run_as_page(SAVE, guarded.address)
    until(lambda: "only plain letters" in says(options, "#outcome"), "the page to refuse it")
    options.run_as_page("document.querySelector('#token').value = args[0]", f" {TOKEN} ")
    options.run_as_page(SAVE, guarded.address)
    until(lambda: f"answers at 127.0.0.1:{guarded.port}" in says(options, "#outcome"), "the server to answer")
    until(lambda: stored(options).get("token") == TOKEN, "the token to be kept")


def test_another_language_is_spoken_at_once(options: Reader) -> None:
    options.run_as_page(
        "const s = document.querySelector('#language'); s.value = 'de'; s.dispatchEvent(new Event('change'))"
    )
    until(lambda: "Tasten" in says(options, "#h-keys"), "the page to speak German")
    assert options.run_as_page("return [document.documentElement.lang, document.title]") == [
        "de",
        "Second Source: Einstellungen",
    ]
    until(lambda: "Widerspruch" in says(options, "#show"), "the choices to speak it too")


def test_settings_go_out_to_a_file_and_come_back_from_it(options: Reader, server: Server) -> None:
    options.choose(off=["a.example"], print=True, token="secret")
    until(lambda: "a.example" in says(options, "#off"), "the settings to be drawn")
    file = options.run_as_page(EXPORT, False)
    assert file["name"] == "second-source-settings.json"
    assert "token" not in json.loads(file["text"])
    assert json.loads(options.run_as_page(EXPORT, True)["text"])["token"] == "secret"
    options.in_extension("await chrome.storage.local.remove(['off', 'print'])")
    options.run_as_page(IMPORT, file["text"])
    until(lambda: says(options, "#file-outcome") == "Imported.", "the file to be taken")
    assert stored(options)["off"] == ["a.example"]
    until(lambda: options.run_as_page(CHOICES)["print"], "what was taken to be drawn")
    assert stored(options)["token"] == "secret"
    options.run_as_page(IMPORT, json.dumps({"address": f"http://localhost:{server.port}"}))
    until(lambda: "localhost" in stored(options)["address"], "another address to be taken")
    assert stored(options)["token"] == "", "another server got this one's token"


def test_a_file_that_cannot_be_is_refused_whole_and_in_words(options: Reader) -> None:
    refused = {
        "<html>": "holds no settings",
        '{"print": true, "speed": 11}': "does not exist: speed",
        '{"print": true, "colours": "loud"}': "“colours” cannot be",
    }
    for file, said in refused.items():
        options.run_as_page(IMPORT, file)
        until(lambda said=said: said in says(options, "#file-outcome"), f"the page to say: {said}")
        assert "print" not in stored(options)


def test_keys_are_shown_as_the_browser_has_them_with_the_way_to_change_them(options: Reader) -> None:
    commands = options.in_extension("return await chrome.commands.getAll()")
    rows = options.run_as_page("return document.querySelectorAll('#keys li').length")
    assert rows == len(commands) + 1  # Esc
    for command in commands:
        assert (command["shortcut"] or "none") in says(options, "#keys")
    if options.name == "chromium":
        assert says(options, "#keys-open") == "Change the keys in the browser"


PRESS = """
const press = (code, key, held = {}) =>
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { code, key, bubbles: true, ...held }));
const button = document.querySelector("#keys [data-command=next]");
button.focus();
button.click();
for (const one of args[0]) press(...one);
"""
SHORTCUT = "return (await chrome.commands.getAll()).find(({ name }) => name == 'next').shortcut"


def test_firefox_changes_keys_here(options: Reader) -> None:
    if options.name != "firefox":
        pytest.skip("Chrome lets extensions change no keys")
    first = options.in_extension(SHORTCUT)
    assert first != "Alt+Shift+L"
    options.run_as_page(
        PRESS, [["AltLeft", "Alt", {"altKey": True}], ["KeyL", "L", {"altKey": True, "shiftKey": True}]]
    )
    until(lambda: options.in_extension(SHORTCUT) == "Alt+Shift+L", "the key to be changed")
    options.run_as_page(PRESS, [["KeyQ", "q"]])
    until(lambda: "does not take Q" in says(options, "#keys-outcome"), "the page to refuse a bare letter")
    options.run_as_page(PRESS, [["Escape", "Escape"]])
    assert options.in_extension(SHORTCUT) == "Alt+Shift+L"
    options.run_as_page(CHOOSE, "#keys [data-command=next] + button")
    until(lambda: options.in_extension(SHORTCUT) == first, "the key to be as it was")
