"""The list of known addresses: hashed, salted, and only sent when it is another one."""

from __future__ import annotations

import hashlib

import pytest
from flask.testing import FlaskClient
from tests.conftest import CHEESE, FERRY, Folders, Ingest, address

ADDRESSES = "/api/v1/addresses"


def prefix(salt: str, plain: str) -> str:
    return hashlib.sha256(f"{salt}\n{plain}".encode()).hexdigest()[:10]


@pytest.mark.usefixtures("ferry")
def test_it_holds_the_hash_of_every_articles_address_and_no_address(client: FlaskClient) -> None:
    response = client.get(ADDRESSES)
    found = response.json
    plain = {address(outlet).removeprefix("https://www.") for outlet in FERRY}
    assert set(found["prefixes"]) == {prefix(found["salt"], one) for one in plain}
    assert found["prefixes"] == sorted(found["prefixes"])
    assert "example" not in response.text


@pytest.mark.usefixtures("ferry")
def test_who_has_the_list_already_gets_none(client: FlaskClient, folders: Folders, ingest: Ingest) -> None:
    first = client.get(ADDRESSES)
    etag = first.headers["ETag"]
    again = client.get(ADDRESSES, headers={"If-None-Match": etag})
    assert again.status_code == 304
    assert again.data == b""
    assert again.headers["ETag"] == etag
    assert client.get(ADDRESSES, headers={"If-None-Match": f"W/{etag}"}).status_code == 304, "through a packing proxy"
    ingest(folders.story("Cheese", CHEESE))
    after = client.get(ADDRESSES, headers={"If-None-Match": etag})
    assert after.status_code == 200
    assert after.json["salt"] != first.json["salt"]
    assert len(after.json["prefixes"]) == len(FERRY) + len(CHEESE)
    assert not set(after.json["prefixes"]) & set(first.json["prefixes"])


def test_an_empty_base_knows_none(client: FlaskClient) -> None:
    assert client.get(ADDRESSES).json["prefixes"] == []
