"""A moderator at work: signed requests to an application, each on the state that was last seen."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

ADMIN = "/api/v1/admin"


class Moderator:
    """Requests with a token."""

    def __init__(self, client: FlaskClient, token: str) -> None:
        self.client = client
        self.headers = {"Authorization": f"Bearer {token}"}

    def ask(self, method: str, path: str, **more: Any) -> TestResponse:
        """Any request; `headers` are added to those that sign it."""
        headers = {**self.headers, **more.pop("headers", {})}
        if method not in {"GET", "HEAD"}:
            more.setdefault("json", {})
        return self.client.open(ADMIN + path, method=method, headers=headers, **more)

    def get(self, path: str, status: int = 200) -> Any:
        """What is there."""
        response = self.ask("GET", path)
        assert response.status_code == status, response.text
        return response.get_json(force=True)

    def post(self, path: str, status: int = 201, tag: str | None = None, key: str | None = None, **body: Any) -> Any:
        """Send JSON, on the state that a tag names, under an idempotency key."""
        sent = {"If-Match": tag, "Idempotency-Key": key}
        headers = {name: value for name, value in sent.items() if value is not None}
        response = self.ask("POST", path, json=body, headers=headers)
        assert response.status_code == status, response.text
        return response.get_json(force=True)

    def decide(self, path: str, action: str, status: int = 201, reason: str = "Checked.", **change: Any) -> Any:
        """Decide on what a path shows, as it is now: "/facts/<id>"."""
        seen = self.get(path)
        target = path.rpartition("/")[2]
        return self.post("/decisions", status, seen["etag"], action=action, target=target, reason=reason, change=change)

    def undo(self, decision: dict[str, Any], status: int = 201, reason: str = "Too early.") -> Any:
        """Take a decision back, as it is now."""
        tag = self.get(f"/decisions/{decision['id']}")["etag"]
        return self.post(f"/decisions/{decision['id']}/undo", status, tag, reason=reason)
