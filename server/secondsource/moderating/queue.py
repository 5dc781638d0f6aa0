"""What to look at next: conflicts first, then what readers reported, then what the program is unsure of, then what
most pages show.

A relation that was decided on, "left" included, is done; so is a report that was closed. Undone, they come back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import CTE, ColumnElement, Select, and_, case, exists, func, literal, null, or_, select, tuple_, union_all
from sqlalchemy.orm import Session, aliased

from secondsource.factbase.models import About, Claim, Relation, Report, Ruling
from secondsource.kinds import Stance
