"""Routes, templates and statements, compiled once: to do it anew for each application takes longer than most tests."""

from __future__ import annotations

from collections.abc import Callable
from types import CodeType
from typing import Any

import pytest
from flask import Flask
from jinja2.bccache import Bucket, BytecodeCache
from sqlalchemy import Dialect, Engine, create_engine
from werkzeug.routing import Rule

from secondsource.factbase import sessions


class Templates(BytecodeCache):
    """Templates by their name and what they say, compiled."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key, bucket.checksum] = bucket.code


def share_what_is_compiled(patch: pytest.MonkeyPatch) -> None:
    """SQLAlchemy compiles each statement anew for each engine, Werkzeug each route and Jinja each template for each
    application: from now on they share."""
    shared: dict[str, tuple[Dialect, dict[Any, Any]]] = {}
    builders: dict[tuple[Any, ...], Callable[..., tuple[str, str]]] = {}
    compile_builder = Rule._compile_builder

    def create(*arguments: Any, **options: Any) -> Engine:
        engine = create_engine(*arguments, **options)
        engine.dialect, compiled = shared.setdefault(engine.dialect.name, (engine.dialect, {}))
        engine.update_execution_options(compiled_cache=compiled)
        return engine

    def builder(rule: Rule, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        """What makes a route's addresses; it takes the rule as its first argument, and hangs on nothing but these."""
        told = rule.rule, repr(rule.defaults), append_unknown, *rule._trace
        if told not in builders:
            builders[told] = compile_builder(rule, append_unknown)
        return builders[told]

    patch.setattr(sessions, "create_engine", create)
    patch.setattr(Rule, "_compile_builder", builder)
    patch.setitem(Flask.jinja_options, "bytecode_cache", Templates())
