"""Moderators and their tokens, for administrators; one's own settings, for everybody."""

from __future__ import annotations

from flask import g, render_template

from secondsource.api.admin.moderator_states import moderator_states
from secondsource.factbase.current import session
from secondsource.factbase.models import Purpose, Role
from secondsource.factbase.moments import now
from secondsource.moderating.moderators import list_moderators
from secondsource.web.desk.blueprint import blueprint, etag_of, want


@blueprint.get("/moderators")
def moderators() -> str:
    """Everybody who may decide, and their tokens."""
    want(Role.ADMINISTRATOR)
    people = list_moderators(session())
    tags = {state["name"]: state["etag"] for state in moderator_states(session(), people)}
    return render_template(
        "desk/moderators.html", people=people, tags=tags, roles=list(Role), purpose=Purpose, now=now()
    )


@blueprint.get("/settings")
def settings() -> str:
    """One's own tokens and sessions, the keys, and the way out."""
    person = next(found for found in list_moderators(session()) if found.id == g.moderator.id)
    etag = etag_of("moderator", person.name)
    return render_template("desk/settings.html", person=person, etag=etag, purpose=Purpose, now=now())
