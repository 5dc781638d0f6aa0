"""Signing in with a token, for a session in a cookie that no script can read; and out again."""

from __future__ import annotations

import re

from flask import g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from secondsource.api.admin import gate
from secondsource.factbase.current import base, session
from secondsource.factbase.models import Purpose
from secondsource.factbase.sessions import writing
from secondsource.moderating import tokens
from secondsource.web.desk.blueprint import blueprint

MAX_TOKEN = 200
INSIDE = re.compile(r"/admin(?:[/?][\w/?=&%.~+-]*)?", re.ASCII)
REFUSED = "This token is not valid. It may have been revoked or have run out; an administrator can give you another."


@blueprint.get("/sign-in")
def sign_in() -> ResponseReturnValue:
    """The form that asks for a token; whoever is signed in goes on."""
    if g.moderator is not None:
        return redirect(_then())
    return render_template("desk/sign_in.html", then=_then())


@blueprint.post("/sign-in")
def take_token() -> ResponseReturnValue:
    """Exchange a token for a session."""
    given = request.form.get("token", "").strip()[:MAX_TOKEN]
    secret = None
    if tokens.signed_with(session(), given, Purpose.TOKEN):  # a stranger waits for no writer, nor lets one wait
        with writing(base()) as writes:
            secret = tokens.sign_in(writes, given)
    if secret is None:
        return render_template("desk/sign_in.html", then=_then(), problem=REFUSED), 403
    response = make_response(redirect(_then(), 303))
    gate.set_cookie(response, secret)
    return response


@blueprint.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    """End this session, or every session of the moderator."""
    if g.moderator is not None:
        with writing(base()) as writes:
            if request.form.get("everywhere"):
                tokens.sign_out_everywhere(writes, writes.merge(g.moderator, load=False))
            else:
                tokens.sign_out(writes, gate.session_of(request))
    response = make_response(redirect(url_for("desk.sign_in"), 303))
    gate.clear_cookie(response)
    return response


def _then() -> str:
    """The desk's page that was asked for; never another site's."""
    wanted = request.values.get("then", "")
    return wanted if INSIDE.fullmatch(wanted) else url_for("desk.queue")
