"""A browser that is signed in to the desk, and what its pages say."""

from __future__ import annotations

import html
import re

import pytest
from flask.testing import FlaskClient
from tests.moderator import Moderator


@pytest.fixture
def ann(client: FlaskClient, token: str) -> Moderator:
    """An administrator who asks as a program."""
    return Moderator(client, token)


@pytest.fixture
def desk(client: FlaskClient, token: str) -> FlaskClient:
    """An administrator's browser, signed in."""
    assert client.post("/admin/sign-in", data={"token": token, "then": ""}).status_code == 303
    return client


def told(client: FlaskClient, path: str, status: int = 200) -> str:
    """A page's text without tags."""
    answer = client.get(path)
    assert answer.status_code == status, path
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r"</?mark[^>]*>", "", answer.text))).split())
