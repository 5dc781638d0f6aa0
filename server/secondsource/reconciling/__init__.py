"""Claims in; relations, origins and facts out. Pure."""

from secondsource.reconciling.facts import Fact, Reconciled, reconcile
from secondsource.reconciling.origins import count_origins, trace_origins
from secondsource.reconciling.relations import Relation, Source, pair_id, read_claims, relate

__all__ = [
    "Fact",
    "Reconciled",
    "Relation",
    "Source",
    "count_origins",
    "pair_id",
    "read_claims",
    "reconcile",
    "relate",
    "trace_origins",
]
