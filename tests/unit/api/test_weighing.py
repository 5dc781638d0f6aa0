from __future__ import annotations

import pytest
from sqlalchemy import Engine, select
from tests.conftest import FERRY, Folders, Ingest

from secondsource.annotating.kept import keeper
from secondsource.api.admin.weighing import as_read
from secondsource.factbase.models import Claim, Derivation
from secondsource.factbase.sessions import reading


@pytest.fixture
def _said_twice(folders: Folders, ingest: Ingest) -> None:
    ingest(folders.story("Ferry", {outlet: f"{text}\n{text}" for outlet, text in FERRY.items()}))


@pytest.mark.usefixtures("_said_twice")
def test_what_an_article_says_twice_is_weighed_where_it_was_compared(engine: Engine) -> None:
    with reading(engine) as session:
        derived = session.scalars(select(Derivation)).one()
        story = keeper.get(session, derived.story_id, derived.state)
        claims = session.scalars(select(Claim)).all()
        places = {(claim.article_id, claim.content) for claim in claims}
        assert len(places) < len(claims), "some is said twice"
        for claim in claims:
            found = as_read(story, claim)
            assert found is not None
            assert (found.content, found.start) == (claim.content, claim.start)
