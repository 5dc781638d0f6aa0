"""The README is true: every command, target, setting, file and folder that it names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")

BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
CODE = "\n".join([*BLOCK.findall(README), *re.findall(r"`([^`\n]+)`", BLOCK.sub("", README))])

TARGETS = sorted(set(re.findall(r"^make ([a-z]+)", CODE, re.MULTILINE)))
COMMANDS = sorted(set(re.findall(r"^(?:\S*[/\\])?secondsource ([a-z]+)", CODE, re.MULTILINE)))
LINKS = sorted(set(re.findall(r"\]\((?!http)([^)#]+)\)", README)))
FOLDERS = sorted(set(re.findall(r"^(?:server|extension|seeds|tests)/[\w/]*$", CODE, re.MULTILINE)))
PARTS = sorted(set(re.findall(r"^…/(\w+)$", CODE, re.MULTILINE)))
ADDRESSES = sorted(set(re.findall(r"http://127\.0\.0\.1:8765(/[\w/]*)", README)))


def test_there_is_something_of_each_sort_to_look_for() -> None:
    assert all((TARGETS, COMMANDS, LINKS, FOLDERS, PARTS, ADDRESSES))


@pytest.mark.parametrize("target", TARGETS)
def test_every_make_target_named_is_there(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_named_is_there(command: str) -> None:
    from secondsource.cli import main

    assert command in main.commands


@pytest.mark.parametrize("link", LINKS)
def test_every_file_linked_is_there(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_folder_named_is_there(folder: str) -> None:
    assert (ROOT / folder).exists()


@pytest.mark.parametrize("part", PARTS)
def test_every_part_of_the_server_named_is_there(part: str) -> None:
    assert (ROOT / "server" / "secondsource" / part).is_dir()


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_named_is_there(address: str, client: FlaskClient) -> None:
    adapter = client.application.url_map.bind("127.0.0.1")
    assert any(adapter.test(address, method) for method in ("GET", "POST"))


def test_make_help_lists_every_target() -> None:
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert phony is not None
    for target in phony.group(1).split():
        assert re.search(rf"^{target}:.*## ", MAKEFILE, re.MULTILINE), target


def test_every_setting_is_in_the_readmes_table() -> None:
    from secondsource import config

    names = {value for value in vars(config).values() if isinstance(value, str) and value.startswith("SECONDSOURCE_")}
    assert names
    assert names == set(re.findall(r"^\| `(SECONDSOURCE_\w+)`", README, re.MULTILINE))
