"""What the record tells of every sort of decision: what it set, and what just that was before."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from tests.conftest import CHEESE, Folders, Ingest, address
from tests.moderator import Moderator

from secondsource.api.admin.gate import PACE
from secondsource.api.admin.pace import Pace
from secondsource.factbase.models import Action
from secondsource.moderating.actions import ACTIONS
from secondsource.moderating.before_after import STATUS
from secondsource.reading.passages import passage_content


@pytest.fixture
def ann(client: FlaskClient, token: str) -> Moderator:
    return Moderator(client, token)


def there(client: FlaskClient, ann: Moderator) -> dict[str, Any]:
    """Something of each noun by its id, another fact and story, and where the claim's words are in its passage."""
    pair = ann.get("/conflicts")["items"][0]
    side = next(one for one in (pair["a"], pair["b"]) if one["value"] == "52")
    facts = {one["id"] for one in ann.get("/facts?limit=200")["items"] if one["story"] == pair["story"]}
    report = {"note": "a" * 20, "fact": pair["fact"]["id"], "url": address("Isle Post"), "words": "Not so."}
    assert client.post("/api/v1/reports", json=report).status_code == 201
    start = side["passage"].index(side["exact"])
    return {
        "relation": pair["id"],
        "claim": side["content"],
        "fact": pair["fact"]["id"],
        "other fact": min(facts - {pair["fact"]["id"]}),
        "passage": passage_content(side["passage"]),
        "article": side["article"]["id"],
        "outlet": side["article"]["outlet"],
        "story": pair["story"],
        "other story": next(one["id"] for one in ann.get("/stories")["items"] if one["id"] != pair["story"]),
        "report": ann.get("/reports")["items"][0]["id"],
        "span": {"start": start, "end": start + len(side["exact"])},
    }


def told(there: dict[str, Any]) -> dict[Action, list[tuple[dict[str, Any], dict[str, Any]]]]:
    """Of each action what is set, once or twice on end, and what that was before."""
    so, then = {"note": "So.", "source": "There"}, {"note": "Not so.", "source": "Elsewhere"}
    status = {name: {"status": name} for name in ("proposed", "confirmed", "disputed", "hidden", "open", "closed")}
    return {
        Action.CONFIRM_RELATION: [({}, status["proposed"]), ({}, status["confirmed"])],
        Action.REJECT_RELATION: [({}, status["proposed"])],
        Action.LEAVE_RELATION: [({}, status["proposed"])],
        Action.CORRECT_CLAIM: [
            ({"value": "53", "start": 0, "end": there["span"]["end"]}, there["span"] | {"value": "52"}),
            ({"subject": "Her", "value": "51"}, {"subject": "Maud Tregenza", "value": "53"}),
        ],
        Action.WITHDRAW_CLAIM: [({}, {"status": "standing"})],
        Action.MERGE_FACTS: [({"with": [there["other fact"]]}, {"with": []})],
        Action.SPLIT_FACT: [({"apart": [there["claim"]]}, {"apart": []})],
        Action.LABEL_FACT: [
            ({"label": "Her age"}, {"label": "Age of Maud Tregenza"}),
            ({"label": "Age", "wording": "She is 52."}, {"label": "Her age", "wording": None}),
            ({"wording": "She is 54."}, {"wording": "She is 52."}),
        ],
        Action.DISPUTE_FACT: [({"note": "So?"}, status["proposed"] | {"note": None}), ({}, status["disputed"])],
        Action.SETTLE_FACT: [
            (so, status["proposed"] | {"note": None, "source": None}),
            (then, {"status": "settled"} | so),
        ],
        Action.HIDE_FACT: [({}, status["proposed"]), ({}, status["hidden"])],
        Action.MARK_FURNITURE: [({"furniture": True}, {"furniture": False})],
        Action.ASSIGN_ARTICLE: [({"story": there["other story"]}, {"story": there["story"]})],
        Action.SET_ORIGIN: [
            ({"origin": "A wire"}, {"origin": there["outlet"]}),
            ({"origin": "B wire"}, {"origin": "A wire"}),
        ],
        Action.MERGE_STORIES: [({"into": there["other story"]}, {"into": None})],
        Action.SPLIT_STORY: [
            ({"articles": [there["article"]], "title": "Apart"}, {"articles": [], "title": None}),
        ],
        Action.CLOSE_REPORT: [({}, status["open"]), ({}, status["closed"])],
    }


def place(needs: str, target: str) -> str:
    return f"/{'stories' if needs == 'story' else f'{needs}s'}/{target}"


@pytest.mark.usefixtures("ferry")
def test_every_decision_tells_what_it_set_and_what_just_that_was_before(
    client: FlaskClient, ann: Moderator, folders: Folders, ingest: Ingest
) -> None:
    ingest(folders.story("Cheese", CHEESE))
    client.application.extensions[PACE] = Pace(burst=10_000)
    here = there(client, ann)
    table = told(here)
    assert table.keys() == ACTIONS.keys()
    for action, steps in table.items():
        rule, taken = ACTIONS[action], []
        for change, before in steps:
            named = [(rule.needs, here[rule.needs]), *rule.others(change)]
            tags = ", ".join(ann.get(place(*one))["etag"] for one in named)
            sent = {"action": action, "target": named[0][1], "reason": "Checked.", "change": change}
            made = ann.post("/decisions", 201, tags, **sent)["decision"]
            assert (action, made["before"]) == (action, before)
            assert made["after"] == change | ({"status": STATUS[action]} if action in STATUS else {})
            assert made["after"].keys() == made["before"].keys()
            taken.append(made)
        if action is Action.WITHDRAW_CLAIM:
            ann.get(f"/claims/{here['claim']}", 404)  # which is why no other is taken on what was withdrawn
        for made in reversed(taken):
            undo = ann.undo(made)["decision"]
            assert (undo["before"], undo["after"]) == ({"status": "standing"}, {"status": "undone"})
