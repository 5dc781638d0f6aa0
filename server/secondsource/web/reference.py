"""The OpenAPI document as a page wants it: operations by subject, each with an example that can be tried.

Own code and not a bundled viewer: the page works offline, without scripts, under the strictest policy.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

Schema = Mapping[str, Any]

METHODS = ("get", "post", "put", "patch", "delete")
SIGNED = "Wants a moderator’s token."
PAIRED = "Wants the pairing token, where the server has one."
_BY_TYPE = {"string": "…", "integer": 1, "number": 1.0, "boolean": True, "null": None}
_BY_FORMAT = {
    "date": "2025-01-31",
    "date-time": "2025-01-31T12:00:00+00:00",
    "uri": "https://news.example/story",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """A type in words, and the name of the shape it links to, if it is one of the document's own."""

    words: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter or property; `place` is where a parameter goes (path, query, header)."""

    name: str
    shape: Shape
    required: bool
    description: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """What one status code brings."""

    status: str
    description: str
    shape: Shape | None


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path."""

    id: str
    method: str
    path: str
    summary: str
    description: str
    fields: tuple[Field, ...]
    body: Shape | None
    responses: tuple[Response, ...]
    token: str  # which token it wants, in a sentence; empty for none
    example: str
    answer: str


class Reference:
    """Reads an OpenAPI 3 document; missing parts are left out, never an error."""

    def __init__(self, document: Mapping[str, Any], address: str) -> None:
        """`address` is the server's own, for the examples."""
        self.document = document
        self.address = address.rstrip("/")
        self.shapes: Mapping[str, Schema] = document.get("components", {}).get("schemas", {})

    def subjects(self) -> list[tuple[str, str, list[Operation]]]:
        """Tag, description and operations, in the document's order; without the tags that have none."""
        told = {tag["name"]: tag.get("description") or "" for tag in self.document.get("tags", ())}
        grouped: dict[str, list[Operation]] = {name: [] for name in told}
        for path, item in self.document.get("paths", {}).items():
            for method in METHODS:
                if method in item:
                    subject = (item[method].get("tags") or ["Other"])[0]
                    grouped.setdefault(subject, []).append(self._operation(path, method, item))
        return [(name, told.get(name, ""), found) for name, found in grouped.items() if found]

    def described_shapes(self) -> list[tuple[str, list[Field], str]]:
        """Name, properties and description of each of the document's own shapes."""
        return [(name, self.fields(found), found.get("description", "")) for name, found in self.shapes.items()]

    def fields(self, schema: Schema) -> list[Field]:
        """The properties of an object's schema."""
        needed = schema.get("required", ())
        return [
            Field(name, self.shape(inner), name in needed, inner.get("description", ""))
            for name, inner in schema.get("properties", {}).items()
        ]

    def shape(self, schema: Schema) -> Shape:
        """The schema's type in a few words."""
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[-1]
            return Shape(name, name)
        for key, joined in (("allOf", " and "), ("oneOf", " or "), ("anyOf", " or ")):
            if key in schema:
                parts = [self.shape(part) for part in schema[key]]
                name = next((part.name for part in parts if part.name), None)
                return Shape(joined.join(part.words for part in parts), name)
        if "enum" in schema:
            return Shape(" | ".join("null" if value is None else str(value) for value in schema["enum"]))
        kinds = schema.get("type", "any")
        if kinds == "array" or (isinstance(kinds, list) and "array" in kinds):
            inner = self.shape(schema.get("items", {}))
            return Shape(f"list of {inner.words}", inner.name)
        return Shape(_plain(kinds, schema))

    def example(self, schema: Schema, within: tuple[str, ...] = ()) -> Any:
        """A value that fits the schema: its own example where it has one, else one made up from its type."""
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[-1]
            return {} if name in within else self.example(self.shapes.get(name, {}), (*within, name))
        for key in ("example", "default"):
            if schema.get(key) is not None:
                return schema[key]
        if schema.get("examples"):
            return schema["examples"][0]
        for key in ("allOf", "oneOf", "anyOf"):
            if key in schema:
                return self.example(schema[key][0], within)
        if schema.get("enum"):
            return schema["enum"][0]
        return self._made_up(schema, within)

    def _made_up(self, schema: Schema, within: tuple[str, ...]) -> Any:
        kinds = schema.get("type", "object" if "properties" in schema else "string")
        kind = kinds[0] if isinstance(kinds, list) else kinds
        if kind == "array":
            return [self.example(schema.get("items", {}), within)]
        if kind == "object":
            return {name: self.example(inner, within) for name, inner in schema.get("properties", {}).items()}
        return _BY_FORMAT.get(schema.get("format", ""), _BY_TYPE.get(kind, "…"))

    def _operation(self, path: str, method: str, item: Mapping[str, Any]) -> Operation:
        told = item[method]
        parameters = [self._resolve(found) for found in (*item.get("parameters", ()), *told.get("parameters", ()))]
        content = self._resolve(told.get("requestBody", {})).get("content", {})
        body = next((inner.get("schema", {}) for inner in content.values()), None)
        responses = tuple(self._responses(told))
        security = told.get("security", self.document.get("security")) or []
        signed = bool(security) and {} not in security  # an empty one says that it goes without as well
        return Operation(
            id=told.get("operationId") or re.sub(r"\W+", "-", f"{method}-{path}").strip("-"),
            method=method.upper(),
            path=path,
            summary=told.get("summary", ""),
            description=told.get("description", ""),
            fields=tuple(self._parameter(found) for found in parameters),
            body=self.shape(body) if body is not None else None,
            responses=responses,
            token=SIGNED if signed else PAIRED if security else "",
            example=self._curl(method, path, body, signed),
            answer=self._answer(told),
        )

    def _resolve(self, found: Schema) -> Schema:
        """Follow a reference to any of the document's components."""
        if "$ref" not in found:
            return found
        _, _, group, name = found["$ref"].split("/")
        resolved: Schema = self.document["components"][group][name]
        return resolved

    def _parameter(self, found: Schema) -> Field:
        shape = self.shape(found.get("schema", {}))
        return Field(found["name"], shape, found.get("required", False), found.get("description", ""), found["in"])

    def _responses(self, told: Schema) -> Iterator[Response]:
        for status, found in sorted(told.get("responses", {}).items()):
            if status == "default":  # flask-smorest adds it everywhere: any error is a problem document
                continue
            inner = self._resolve(found)
            schema = next((content.get("schema") for content in inner.get("content", {}).values()), None)
            words = inner.get("description") or HTTPStatus(int(status)).phrase
            yield Response(status, words, self.shape(schema) if schema else None)

    def _curl(self, method: str, path: str, body: Schema | None, needs_token: bool) -> str:
        lines = [f"curl {'' if method == 'get' else f'-X {method.upper()} '}{self.address}{path}"]
        if needs_token:
            lines.append("-H 'Authorization: Bearer TOKEN'")
        if body is not None:
            written = json.dumps(self.example(body), ensure_ascii=False, indent=2).replace("'", "’")
            lines += ["-H 'Content-Type: application/json'", f"-d '{written}'"]
        return " \\\n  ".join(lines)

    def _answer(self, told: Schema) -> str:
        """The JSON that the first success brings, "" where it brings none."""
        for status, found in told.get("responses", {}).items():
            contents = self._resolve(found).get("content", {})
            content: Schema = next((inner for kind, inner in contents.items() if kind.endswith("json")), {})
            if status.startswith("2") and content:
                value = content.get("example") or self.example(content.get("schema", {}))
                return json.dumps(value, ensure_ascii=False, indent=2) if value else ""
        return ""


def _plain(kinds: str | list[str], schema: Schema) -> str:
    words = " or ".join(kinds) if isinstance(kinds, list) else kinds
    if schema.get("format"):
        words += f" ({schema['format']})"
    if "maxLength" in schema:
        words += f", at most {schema['maxLength']:,} characters"
    if schema.get("nullable"):
        words += " or null"
    return words
