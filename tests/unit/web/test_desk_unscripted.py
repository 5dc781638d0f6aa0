"""The desk's pages as they are without a script: all can be read, and nothing is offered that would do nothing."""

from __future__ import annotations

import lxml.html
import pytest
from flask.testing import FlaskClient
from tests.moderator import Moderator
from tests.unit.web.conftest import told

pytestmark = pytest.mark.usefixtures("ferry")


def pages(ann: Moderator) -> list[str]:
    """One of each sort on which something can be changed."""
    pair = ann.get("/conflicts")["items"][0]
    ann.undo(ann.decide(f"/relations/{pair['id']}", "confirm_relation")["decision"])
    ann.post("/moderators", name="Bea")
    named = f"/admin/facts/{pair['fact']['id']}", f"/admin/stories/{pair['story']}"
    articles = f"/admin/articles/{pair['a']['article']['id']}", f"/admin/articles/{pair['a']['article']['id']}/readers"
    return [*named, *articles, "/admin", "/admin/audit", "/admin/moderators", "/admin/settings", "/admin/add"]


def shown(page: str) -> lxml.html.HtmlElement:
    """What a browser without a script shows of a page."""
    document = lxml.html.document_fromstring(page)
    for hidden in document.xpath("//*[@hidden]"):
        if hidden.getparent() is not None:
            hidden.drop_tree()
    return document


def test_whatever_can_be_unfolded_has_something_in_it(desk: FlaskClient, ann: Moderator) -> None:
    folds = [fold for path in pages(ann) for fold in shown(desk.get(path).text).iter("details")]
    assert folds
    for fold in folds:
        inside = " ".join(" ".join(part.itertext()) for part in fold if part.tag != "summary")
        assert inside.split() or fold.xpath(".//input | .//textarea"), lxml.html.tostring(fold)


def test_no_form_is_shown_that_only_a_script_sends(desk: FlaskClient, ann: Moderator) -> None:
    for path in pages(ann):
        whole = lxml.html.document_fromstring(desk.get(path).text)
        forms = shown(desk.get(path).text).iter("form")
        assert all(form.get("action") or form.get("method") for form in forms), path
        assert len(whole.xpath("//form[contains(@class, 'send')]")) == len(whole.xpath("//form[@data-path]")), path


def test_what_a_claim_was_read_as_and_what_was_there_before_are_told_in_words(
    desk: FlaskClient, ann: Moderator
) -> None:
    fact, story, article, *_ = pages(ann)
    for path in (fact, article):
        noun, target = path.split("/")[2:4]
        action = {"facts": ("hide_fact", {}), "articles": ("set_origin", {"origin": "A wire"})}[noun]
        ann.decide(f"/{noun}/{target}", action[0], **action[1])
    for path in (fact, story, "/admin/audit"):
        page = told(desk, path)
        assert "None" not in page
        assert "[]" not in page
        assert "['" not in page
    assert "the words Maud Tregenza, 52" in told(desk, fact)
    assert "status proposed" in told(desk, "/admin/audit")
