"""Garbage is looked for seldom while there is work, and as before after it."""

import gc

import pytest

from secondsource.garbage import SELDOM, garbage_looked_for_seldom


def test_garbage_is_looked_for_seldom_as_long_as_the_work_takes() -> None:
    before = gc.get_threshold()
    with garbage_looked_for_seldom():
        assert gc.get_threshold() == SELDOM
    assert gc.get_threshold() == before


def test_work_that_fails_leaves_python_as_it_was() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="a page without words"), garbage_looked_for_seldom():
        raise ValueError("a page without words")
    assert gc.get_threshold() == before
