"""Kinds of claim, one file each. To add one: write its file, and name it in KINDS."""

from secondsource.comparing.claim import Claim, Claims, Comparison, Example, Kind, Stance, Verdict
from secondsource.kinds.age_gaps import AgeGaps
from secondsource.kinds.age_ranges import AgeRanges
from secondsource.kinds.ages import Ages
from secondsource.kinds.attributions import Attributions
from secondsource.kinds.births import Births
from secondsource.kinds.causes import Causes
from secondsource.kinds.clock_times import ClockTimes
from secondsource.kinds.contrasts import Contrasts
from secondsource.kinds.counts import Counts
from secondsource.kinds.dates import Dates
from secondsource.kinds.death_places import DeathPlaces
from secondsource.kinds.doers import Doers
from secondsource.kinds.durations import Durations
from secondsource.kinds.holders import Holders
from secondsource.kinds.lists import Lists
from secondsource.kinds.marriages import Marriages
from secondsource.kinds.match_minutes import MatchMinutes
from secondsource.kinds.measures import Measures
from secondsource.kinds.meetings import Meetings
from secondsource.kinds.members import Members
from secondsource.kinds.money import Money
from secondsource.kinds.names import Names
from secondsource.kinds.negations import Negations
from secondsource.kinds.outcomes import Outcomes
from secondsource.kinds.particulars import Particulars
from secondsource.kinds.percentages import Percentages
from secondsource.kinds.places import Places
from secondsource.kinds.posts import Posts
from secondsource.kinds.quotations import Quotations
from secondsource.kinds.quoted_figures import QuotedFigures
from secondsource.kinds.ranks import Ranks
from secondsource.kinds.relationships import Relationships
from secondsource.kinds.reversals import Reversals
from secondsource.kinds.roles import Roles
from secondsource.kinds.scenes import Scenes
from secondsource.kinds.scores import Scores
from secondsource.kinds.sequences import Sequences
from secondsource.kinds.sides import Sides
from secondsource.kinds.statements import Statements
from secondsource.kinds.sums import Sums
from secondsource.kinds.swaps import Swaps
from secondsource.kinds.timings import Timings

KINDS: tuple[Kind, ...] = (
    Quotations(),
    Attributions(),
    QuotedFigures(),
    Ages(),
    AgeGaps(),
    AgeRanges(),
    Counts(),
    Dates(),
    ClockTimes(),
    Relationships(),
    Roles(),
    Posts(),
    Money(),
    Percentages(),
    Measures(),
    Timings(),
    MatchMinutes(),
    Durations(),
    Negations(),
    Contrasts(),
    Outcomes(),
    Names(),
    Places(),
    DeathPlaces(),
    Births(),
    Marriages(),
    Meetings(),
    Doers(),
    Reversals(),
    Ranks(),
    Scores(),
    Sides(),
    Statements(),
    Sums(),
    Lists(),
    Members(),
    Swaps(),
    Sequences(),
    Causes(),
    Scenes(),
    Holders(),
    Particulars(),
)

__all__ = ["KINDS", "Claim", "Claims", "Comparison", "Example", "Kind", "Stance", "Verdict"]
