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


def test_every_member_has_a_type_and_a_meaning() -> None:
    told = {(line.kind, field.name): field for line in list_lines() for field in line.fields}
    assert [member for member, field in told.items() if not field.about] == []
    assert told["article", "published"].type == "day or moment or null"
    assert told["outlet", "name"].type == "string, at most 200 characters"
    assert told["decision", "contents"].type == "list of strings"
    assert told["moderator", "role"].about.endswith("One of reporter, moderator, administrator")
    assert "settle_fact, " in told["decision", "action"].about
