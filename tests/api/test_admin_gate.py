"""Who may ask what of the admin API: a table over the route map, in which no new route can be forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, select
from tests.moderator import ADMIN

from secondsource.api.admin.gate import COOKIE, PACE
from secondsource.api.admin.pace import Pace
from secondsource.app import create_app
from secondsource.config import Settings
from secondsource.factbase.models import Moderator, Purpose, Role, Token
from secondsource.factbase.moments import now
from secondsource.factbase.sessions import reading, writing
from secondsource.moderating.moderators import add_moderator, disable_moderator, issue_token, named
from secondsource.moderating.tokens import csrf_of, sign_in, sign_out

REPORTER, MODERATOR, ADMINISTRATOR = Role
# Which role each route wants. A route that is not here fails the tests: say who may use it.
ROUTES = {
    ("GET", "/queue"): REPORTER,
    ("GET", "/conflicts"): REPORTER,
    ("GET", "/relations"): REPORTER,
    ("GET", "/relations/<relation_id>"): REPORTER,
    ("GET", "/relations/<relation_id>/features"): REPORTER,
    ("GET", "/facts"): REPORTER,
    ("GET", "/facts/<fact_id>"): REPORTER,
    ("GET", "/claims/<content>"): REPORTER,
    ("GET", "/passages/<content>"): REPORTER,
    ("GET", "/stories"): REPORTER,
    ("GET", "/stories/<story_id>"): REPORTER,
    ("GET", "/stories/<story_id>/articles"): REPORTER,
    ("GET", "/articles"): REPORTER,
    ("GET", "/articles/<article_id>"): REPORTER,
    ("GET", "/articles/<article_id>/versions"): REPORTER,
    ("GET", "/articles/<article_id>/versions/<version_id>"): REPORTER,
    ("GET", "/reports"): REPORTER,
    ("GET", "/reports/<report_id>"): REPORTER,
    ("GET", "/decisions"): REPORTER,
    ("POST", "/decisions"): MODERATOR,
    ("POST", "/decisions/preview"): MODERATOR,
    ("GET", "/decisions/<decision_id>"): REPORTER,
    ("POST", "/decisions/<decision_id>/undo"): MODERATOR,
    ("GET", "/audit"): MODERATOR,
    ("POST", "/ingest"): MODERATOR,
    ("GET", "/jobs/<job_id>"): REPORTER,
    ("GET", "/moderators"): ADMINISTRATOR,
    ("POST", "/moderators"): ADMINISTRATOR,
    ("GET", "/moderators/<name>"): ADMINISTRATOR,  # others may ask after themselves: another test's business
    ("POST", "/moderators/<name>/disable"): ADMINISTRATOR,
    ("POST", "/moderators/<name>/enable"): ADMINISTRATOR,
    ("POST", "/moderators/<name>/role"): ADMINISTRATOR,
    ("GET", "/moderators/<name>/tokens"): ADMINISTRATOR,
    ("POST", "/moderators/<name>/tokens"): ADMINISTRATOR,
    ("DELETE", "/moderators/<name>/tokens/<token_id>"): ADMINISTRATOR,
    ("GET", "/me"): REPORTER,
    ("DELETE", "/me/sessions"): REPORTER,
}


def routes(client: FlaskClient) -> Iterator[tuple[str, str]]:
    """Every method of every admin route, OPTIONS and HEAD apart, with converters taken off."""
    for rule in client.application.url_map.iter_rules():
        if str(rule).startswith(ADMIN + "/"):
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                yield method, str(rule).removeprefix(ADMIN).replace("<int:", "<")


def path_of(route: str) -> str:
    """An address that the route matches, of nothing that there is."""
    path = ADMIN + route.replace("<token_id>", "1")
    while "<" in path:
        path = path[: path.index("<")] + "x" + path[path.index(">") + 1 :]
    return path


@pytest.fixture
def quick(database_url: str, engine: Engine) -> Iterator[FlaskClient]:  # noqa: ARG001
    """Requests to an application that never says a token asks too often."""
    app = create_app(Settings(database_url))
    app.extensions[PACE] = Pace(burst=100_000)
    with app.test_client() as client:
        yield client
    app.extensions["secondsource.base"].dispose()


@pytest.fixture
def people(engine: Engine) -> dict[Role, str]:
    """A token for each role."""
    with writing(engine) as session:
        return {role: add_moderator(session, f"A {role}", role) for role in Role}


def expired(engine: Engine, name: str) -> str:
    """A token of a moderator that ran out a moment ago."""
    with writing(engine) as session:
        moderator = named(session, name)
        assert moderator is not None
        return issue_token(session, moderator, "old", now() - timedelta(seconds=1))


def test_every_route_is_in_the_table(quick: FlaskClient) -> None:
    assert set(routes(quick)) == set(ROUTES)


def test_every_route_refuses_whoever_has_no_valid_token(
    quick: FlaskClient, engine: Engine, people: dict[Role, str]
) -> None:
    with writing(engine) as session:
        revoked = add_moderator(session, "Bob", Role.ADMINISTRATOR)
        disable_moderator(session, "Bob")
        signed_in = sign_in(session, people[ADMINISTRATOR])
    good = people[ADMINISTRATOR]
    old = expired(engine, "A administrator")
    credentials = [
        None, "", "Bearer", "Bearer ", "Bearer wrong", f"Bearer {revoked}", f"Bearer {old}", f"Bearer {good}x",
        f"Bearer {good[:-1]}", f"Basic {good}", good, f"Bearer  {good} x", "Bearer é", "Bearer \x00", f"bearer:{good}",
        f"Bearer {signed_in}",
    ]  # fmt: skip
    answers = set()
    for method, route in [*ROUTES, *{("OPTIONS", route) for _, route in ROUTES}]:
        for credential in credentials:
            environ = {} if credential is None else {"HTTP_AUTHORIZATION": credential}
            response = quick.open(
                path_of(route), method=method, data=b"{", content_type="application/json", environ_overrides=environ
            )
            assert response.status_code == 401, (method, route, credential)
            assert response.headers["WWW-Authenticate"].startswith("Bearer")
            answers.add(response.data)
    assert len(answers) == 1, "a refusal must not tell a wrong token from a revoked or an expired one"


@pytest.mark.parametrize("role", Role)
def test_every_route_refuses_a_role_that_is_too_low_and_no_other(
    quick: FlaskClient, people: dict[Role, str], role: Role
) -> None:
    ranks = list(Role)
    for (method, route), needed in ROUTES.items():
        if (method, route) == ("DELETE", "/me/sessions"):
            continue
        headers = {"Authorization": f"Bearer {people[role]}"}
        response = quick.open(path_of(route), method=method, json={}, headers=headers)
        refused = ranks.index(role) < ranks.index(needed)
        assert (response.status_code == 403) is refused, (method, route, role, response.text)
        assert response.status_code not in {401, 500}, (method, route)


def test_every_change_by_a_session_needs_its_csrf_token(
    quick: FlaskClient, engine: Engine, people: dict[Role, str]
) -> None:
    with writing(engine) as session:
        mine = sign_in(session, people[ADMINISTRATOR])
        other = sign_in(session, people[ADMINISTRATOR])
    assert mine is not None
    assert other is not None
    quick.set_cookie(COOKIE, mine)
    for wrong in (None, "", mine, csrf_of(other), csrf_of(mine)[:-1], "é"):
        for method, route in ROUTES:
            headers = {} if wrong is None else {"X-CSRF-Token": wrong}
            response = quick.open(path_of(route), method=method, json={}, headers=headers)
            if method == "GET":
                assert response.status_code in {200, 404}, (route, response.text)
            else:
                assert response.status_code == 403, (method, route, wrong)
    assert quick.get(f"{ADMIN}/me").status_code == 200, "nothing was done"
    right = {"X-CSRF-Token": csrf_of(mine)}
    assert quick.post(f"{ADMIN}/moderators", json={"name": "Eve"}, headers=right).status_code == 201
    elsewhere = right | {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    assert quick.post(f"{ADMIN}/moderators", json={"name": "Mal"}, headers=elsewhere).status_code == 403


def test_a_token_is_no_session_and_a_wrong_token_is_not_saved_by_a_cookie(
    quick: FlaskClient, engine: Engine, people: dict[Role, str]
) -> None:
    quick.set_cookie(COOKIE, people[ADMINISTRATOR])
    assert quick.get(f"{ADMIN}/me").status_code == 401
    with writing(engine) as session:
        quick.set_cookie(COOKIE, str(sign_in(session, people[ADMINISTRATOR])))
    assert quick.get(f"{ADMIN}/me").status_code == 200
    assert quick.get(f"{ADMIN}/me", headers={"Authorization": "Bearer wrong"}).status_code == 401


def test_signing_out_ends_one_session_and_everywhere_ends_all(
    quick: FlaskClient, engine: Engine, people: dict[Role, str]
) -> None:
    with writing(engine) as session:
        first, second, third = (str(sign_in(session, people[REPORTER])) for _ in range(3))
    with writing(engine) as session:
        sign_out(session, first)
    answers = []
    for secret in (first, second):
        quick.set_cookie(COOKIE, secret)
        answers.append(quick.get(f"{ADMIN}/me").status_code)
    assert answers == [401, 200]
    everywhere = quick.delete(f"{ADMIN}/me/sessions", json={}, headers={"X-CSRF-Token": csrf_of(second)})
    assert everywhere.status_code == 204
    for secret in (second, third):
        quick.set_cookie(COOKIE, secret)
        assert quick.get(f"{ADMIN}/me").status_code == 401
    quick.delete_cookie(COOKIE)
    signed = {"Authorization": f"Bearer {people[REPORTER]}"}
    assert quick.get(f"{ADMIN}/me", headers=signed).json["role"] == "reporter"  # type: ignore[index]


def test_no_other_site_may_read_the_admin_api(quick: FlaskClient, people: dict[Role, str]) -> None:
    headers = {"Authorization": f"Bearer {people[REPORTER]}", "Origin": "chrome-extension://" + "a" * 32}
    response = quick.get(f"{ADMIN}/me", headers=headers)
    assert "Access-Control-Allow-Origin" not in response.headers


def test_a_token_that_asks_too_often_waits_and_others_do_not(client: FlaskClient, people: dict[Role, str]) -> None:
    client.application.extensions[PACE] = Pace(a_second=0.5, burst=3)
    hasty, patient = ({"Authorization": f"Bearer {people[role]}"} for role in (REPORTER, MODERATOR))
    answers = [client.get(f"{ADMIN}/me", headers=hasty) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[-1].headers["Retry-After"] == "2"
    assert answers[-1].mimetype == "application/problem+json"
    assert client.get(f"{ADMIN}/me", headers=patient).status_code == 200


def test_the_day_of_a_tokens_last_use_is_kept_and_nothing_closer(
    quick: FlaskClient, engine: Engine, people: dict[Role, str]
) -> None:
    quick.get(f"{ADMIN}/me", headers={"Authorization": f"Bearer {people[MODERATOR]}"})
    with reading(engine) as session:
        used = {
            token.moderator.role: token.last_used_on
            for token in session.scalars(select(Token).join(Moderator).where(Token.purpose == Purpose.TOKEN))
        }
    assert used == {"reporter": None, "moderator": now().date(), "administrator": None}
