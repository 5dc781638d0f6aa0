"""Words that news uses for one happening, and that WordNet does not hold together: a blaze and a fire, a collision and
an impact, to detain and an arrest.
"""

from __future__ import annotations

from secondsource.reading.words import opposed, related

_ONE = """\
fire blaze inferno bushfire wildfire flame burn alight ablaze conflagration
crash collision impact accident derail derailment wreck smash collide
explosion blast explode detonation
quake earthquake tremor
operation surgery procedure
match game fixture final tie
race stage
vote ballot poll election referendum
outage blackout
landslide mudslide avalanche
strike walkout stoppage
trial hearing case proceeding
killing murder death die dead kill slaying
theft robbery burglary raid heist
storm hurricane typhoon cyclone gale
flood flooding inundation
begin start break originate
happen occur
arrest detain catch capture apprehend
find discover recover locate
attack assault
bury burial funeral
halt stop suspend
close shut
telephone phone ring call
resign quit
buy purchase acquire acquisition takeover
win victory winner triumph
spill leak
bear birth
build construct erect
film shoot
sink founder
outbreak epidemic illness sick
recall withdraw withdrawal
aircraft plane aeroplane airplane jet airliner helicopter
ship vessel boat ferry
lorry truck
train locomotive express
school academy college
firm company group""".split("\n")
_OF = {word: {n for n, listed in enumerate(_ONE) if word in listed.split()} for word in " ".join(_ONE).split()}


def one_happening(a: str, b: str) -> bool:
    """Whether two lemmas can be of one thing or act in a story: akin, or of one line of what news calls it."""
    if a == b:
        return True
    return (related(a, b) or bool(_OF.get(a, set()) & _OF.get(b, set()))) and not opposed(a, b)
