"""Claims in; relations, origins and facts out. Pure."""

from secondsource.reconciling.corrections import Correction, corrected
from secondsource.reconciling.examples import Tried, try_example
from secondsource.reconciling.facts import Fact, Reconciled, reconcile
from secondsource.reconciling.grouping import Grouping, Ruled, carry_out
from secondsource.reconciling.origins import trace_origins, trace_page
from secondsource.reconciling.relations import Relation, Source, read_claims, relate
from secondsource.reconciling.ruled import relate_ruled

__all__ = [
    "Correction",
    "Fact",
    "Grouping",
    "Reconciled",
    "Relation",
    "Ruled",
    "Source",
    "Tried",
    "carry_out",
    "corrected",
    "read_claims",
    "reconcile",
    "relate",
    "relate_ruled",
    "trace_origins",
    "trace_page",
    "try_example",
]
