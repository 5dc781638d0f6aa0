"""Stories, facts and articles to read, health, and the document that describes them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from openapi_spec_validator import validate
from tests.conftest import FERRY, Folders, Ingest, address

from secondsource import __version__


def get(client: FlaskClient, path: str) -> Any:
    response = client.get("/api/v1" + path)
    assert response.status_code == 200, response.text
    return response.json


def test_health_says_who_we_are(client: FlaskClient) -> None:
    assert get(client, "/health") == {
        "name": "second-source", "api": 1, "version": __version__, "status": "ok"
    }  # fmt: skip


@pytest.mark.usefixtures("ferry")
def test_a_story_has_its_articles(client: FlaskClient) -> None:
    (story,) = get(client, "/stories")["items"]
    assert story == get(client, f"/stories/{story['id']}")
    assert {article["outlet"] for article in story["articles"]} == set(FERRY)


@pytest.mark.usefixtures("ferry")
def test_an_article_has_its_text_and_versions(client: FlaskClient) -> None:
    listed = get(client, "/articles?outlet=Isle Post")["items"]
    assert [article["url"] for article in listed] == [address("Isle Post")]
    article = get(client, f"/articles/{listed[0]['id']}")
    assert article["text"] == FERRY["Isle Post"]
    assert [version["current"] for version in article["versions"]] == [True]
    assert article["published"] == "2031-03-04"
    assert article["origin"] == "Isle Post"


@pytest.mark.parametrize("published", ["2031-03-04", "2031-03-04T18:00:00-05:00", "2031-03-04T18:00:00+00:00"])
def test_a_date_is_given_back_as_it_was_stated(
    client: FlaskClient, folders: Folders, ingest: Ingest, published: str
) -> None:
    ingest(folders.story("Ferry", FERRY, published=published))
    assert {article["published"] for article in get(client, "/articles")["items"]} == {published}


@pytest.mark.usefixtures("ferry")
def test_a_fact_has_the_claims_of_all_its_outlets(client: FlaskClient) -> None:
    (story,) = get(client, "/stories")["items"]
    facts = get(client, f"/facts?story={story['id']}&limit=200")["items"]
    (fact,) = [fact for fact in facts if {"52", "54"} <= {claim["value"] for claim in fact["claims"]}]
    assert fact == get(client, f"/facts/{fact['id']}")
    assert {claim["article"]["outlet"] for claim in fact["claims"]} == set(FERRY)
    assert get(client, "/facts?story=nothing")["items"] == []


def test_the_document_is_valid_openapi_and_names_every_route(client: FlaskClient) -> None:
    document = get(client, "/openapi.json")
    validate(document)
    described = {
        (method.upper(), path) for path, item in document["paths"].items() for method in item if method != "parameters"
    }
    for rule in client.application.url_map.iter_rules():
        if str(rule).startswith("/api/v1") and rule.endpoint != "api-docs.openapi_json":
            path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(rule))
            for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
                assert (method, path) in described


def test_errors_and_tokens_are_in_the_document(client: FlaskClient) -> None:
    document = get(client, "/openapi.json")
    operation = document["paths"]["/api/v1/admin/decisions"]["post"]
    assert operation["security"] == [{"token": []}, {"desk": []}]
    assert {"If-Match", "Idempotency-Key"} == {parameter["name"] for parameter in operation["parameters"]}
    assert document["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    assert document["paths"]["/api/v1/annotations"]["post"]["security"] == [{}, {"reader": []}]
    assert "security" not in document["paths"]["/api/v1/stories"]["get"]
    for response in document["components"]["responses"].values():
        assert set(response.get("content", {"application/problem+json": 0})) == {"application/problem+json"}
