"""The README is true: every command, setting, file and address that it names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)\b(?=[^.]*)", README)) - {"installs"}))
def test_every_make_target_named_is_there(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize(
    "command", sorted(set(re.findall(r"^(?:\S*[/\\])?secondsource ([a-z]+)", README, re.MULTILINE)))
)
def test_every_command_named_is_there(command: str) -> None:
    from secondsource.cli import main

    assert command in main.commands


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\((?!http)([^)#]+)\)", README))))
def test_every_file_linked_is_there(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize("folder", sorted(set(re.findall(r"`((?:server|extension|seeds|tests)/[\w/]*)`", README))))
def test_every_folder_named_is_there(folder: str) -> None:
    assert (ROOT / folder).exists()


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
