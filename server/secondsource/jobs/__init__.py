"""Work that takes long, asked for now and done by whoever can: a thread of `serve`, or workers on PostgreSQL.

A job is done exactly once in effect. It may be begun several times, since a worker can die in its midst, but what it
does is the same each time and leaves alone what is done already.
"""

from secondsource.jobs.asking import State, Told, enqueue, latest, outcomes, state
from secondsource.jobs.working import work

__all__ = ["State", "Told", "enqueue", "latest", "outcomes", "state", "work"]
