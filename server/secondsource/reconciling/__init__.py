"""Claims in; relations, origins and facts out. Pure."""

from secondsource.reconciling.examples import Tried, try_example
from secondsource.reconciling.facts import Fact, Reconciled, reconcile
from secondsource.reconciling.origins import trace_origins, trace_page
from secondsource.reconciling.relations import Relation, Source, pair_id, read_claims, relate

__all__ = [
    "Fact",
    "Reconciled",
    "Relation",
    "Source",
    "Tried",
    "pair_id",
    "read_claims",
    "reconcile",
    "relate",
    "trace_origins",
    "trace_page",
    "try_example",
]
