from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from secondsource.api.admin import pace
from secondsource.api.admin.pace import Pace


def test_a_burst_passes_and_then_so_many_a_second() -> None:
    at = [100.0]
    limit = Pace(a_second=2, burst=3, clock=lambda: at[0])
    assert [limit.wait(1) for _ in range(4)] == [0, 0, 0, 0.5]
    assert limit.wait(2) == 0, "each token for itself"
    at[0] += 0.5
    assert [limit.wait(1) for _ in range(2)] == [0, 0.5]
    at[0] += 60
    assert [limit.wait(1) for _ in range(4)] == [0, 0, 0, 0.5], "a rest earns one burst, not more"


@given(st.lists(st.floats(0, 3), max_size=60), st.integers(1, 5))
def test_no_stretch_of_time_has_more_than_a_burst_and_its_share(rests: list[float], burst: int) -> None:
    at = [0.0]
    limit = Pace(a_second=1, burst=burst, clock=lambda: at[0])
    passed = []
    for rest in rests:
        at[0] += rest
        if not limit.wait(1):
            passed.append(at[0])
    for first in range(len(passed)):
        for last in range(first, len(passed)):
            assert last - first + 1 <= burst + (passed[last] - passed[first]) + 1e-6


def test_what_is_remembered_is_bounded() -> None:
    at = [0.0]
    limit = Pace(a_second=1, burst=1, clock=lambda: at[0])
    for token in range(pace.MOST + 50):
        at[0] += 1
        assert limit.wait(token) == 0
    assert len(limit._due) <= pace.MOST
