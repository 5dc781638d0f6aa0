from __future__ import annotations

from flask.testing import FlaskClient

from secondsource.exchanging.lines import LINES
from secondsource.web.export_page import list_lines


def test_the_page_tells_every_kind_of_line_with_every_member(client: FlaskClient) -> None:
    page = client.get("/docs/export").text
    for kind, line in LINES.items():
        _, _, after = page.partition(f'<section class="shape" id="{kind}"')
        section, _, _ = after.partition("</section>")
        for field in line.fields.values():
            assert f"<code>{field.data_key or field.name}</code>" in section, (kind, field.name)


def test_a_choice_is_told_by_its_words_and_null_where_it_may_be() -> None:
    told = {(line.kind, field.name): field.type for line in list_lines() for field in line.fields}
    assert told["moderator", "role"].split(" | ")[0] == "reporter"
    assert "settle_fact" in told["decision", "action"].split(" | ")
    assert told["article", "published"] == "day or moment or null"
    assert told["outlet", "name"] == "string, at most 200 characters"
    assert told["decision", "contents"] == "list of strings"
