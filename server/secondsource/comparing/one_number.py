"""Whether two figures can be one number: by their bounds, by rounding, by being cut short, as a range."""

from __future__ import annotations

from functools import lru_cache

# On the open stories (tests/eval/sensitivity.py) conflicts are right, with NEAR .03, in 520 of 530, .06 and .1, of 526;
# with FAR .15, in 524 of 530, .3, 520 of 526, .5, 518 of 524.
NEAR = 0.06  # "about 13" and 13.2 agree, "about 2.4" and 2.6 do not
FAR = 0.3  # "more than 300" and 390 agree, but not 3,000
ALLOWED = 2.0  # "more than a dozen" is no news of 24 or more; up to that it does not contradict an exact figure
COARSE = 0.1  # a round 20,000 may stand for 18,500; for 25,000 it does not, though one digit rounds it so
MILLION = 1e6
CUT_DIGITS = 3  # significant ones, from which a figure may be another that is cut short
ROUND_DIGITS = 2  # zeros that a whole number ends in when it is a rounding: 43,000 of 43,350, but not 560 of 555


@lru_cache(maxsize=20_000)
def significant(value: float) -> int:
    """How many significant digits a number is written with, trailing zeros not counted: 2 for 43,000."""
    digits = f"{value:.10g}".replace(".", "").lstrip("0")
    return len((digits.split("e")[0]).rstrip("0")) or 1


@lru_cache(maxsize=20_000)  # an article is laid beside several that give the same figures
def agree(
    a: float, a_bound: str, b: float, b_bound: str, a_low: float | None = None, b_low: float | None = None
) -> bool | None:
    """Whether two figures can be one: True, False, or None where only coarse rounding could make them so.

    A bound allows for what it says ("over 300" and 313.89); a figure agrees with its rounding to two or more
    digits (43,350 and 43,000), with what it is cut short to (187.5 and 187), a range with what lies in it.
    Whether a loss is a figure below zero cannot be told.
    """
    if a < 0 or b < 0:
        return None if a * b <= 0 else agree(-a, "", -b, "")
    if a_low is not None or b_low is not None:
        return _ranges_agree(
            (a_low or _least(a, a_bound), _most(a, a_bound)), (b_low or _least(b, b_bound), _most(b, b_bound))
        )
    if a == b:
        return True
    if a_bound == b_bound == "least":
        return None  # at least 12, and at least 14
    exact, rough, rough_bound = (a, b, b_bound) if significant(a) > significant(b) else (b, a, a_bound)
    if a_bound != b_bound or a_bound == "about":
        low, high = max(_least(a, a_bound), _least(b, b_bound)), min(_most(a, a_bound), _most(b, b_bound))
        if low <= high:
            return True
    lower, higher = sorted(((a, a_bound), (b, b_bound)))
    if lower[1] == "least" and not higher[1] and higher[0] <= ALLOWED * lower[0]:
        return None
    digits = significant(rough)
    if rough >= 10 and rough == round(exact) != exact:
        return True  # 52 percent, and 52.3
    last = 10.0 ** (len(f"{int(rough)}") - digits)  # what its last digit counts
    if digits >= CUT_DIGITS and rough >= 1 and (last <= 1 or rough >= MILLION) and 0 < exact - rough < last:
        return True  # 187 billion, and 187.5, but not 12,300 and 12,390, which nobody writes as 12.39 thousand
    if float(f"{exact:.{digits}g}") == rough and rough >= 10 ** (digits + ROUND_DIGITS - 1):
        if digits > 1 or rough_bound == "about":
            return True
        return None if abs(exact - rough) <= COARSE * exact else False
    return False


def _ranges_agree(a: tuple[float, float], b: tuple[float, float]) -> bool | None:
    """Whether two ranges overlap; None where one ends shortly before the other begins."""
    low, high = max(a[0], b[0]), min(a[1], b[1])
    return True if low <= high else None if low <= high * (1 + NEAR) else False


def _least(value: float, bound: str) -> float:
    return value * (1 - (NEAR if bound == "about" else FAR if bound == "most" else 0.0))


def _most(value: float, bound: str) -> float:
    return value * (1 + (NEAR if bound == "about" else FAR if bound == "least" else 0.0))
