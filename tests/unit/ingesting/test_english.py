"""Texts in another language are told by their words, whatever their pages say."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.ingesting.english import must_be_english
from secondsource.ingesting.outcomes import Refusal
from secondsource.ingesting.sources.found import Document, Given
from secondsource.ingesting.sources.text import read_text
from secondsource.ingesting.written_dates import is_possible

GERMAN = (
    "Bei dem Brand in der alten Mühle am Hafen sind am Montag drei Menschen verletzt worden. Die Feuerwehr war mit "
    "sechzig Leuten im Einsatz, wie der Bürgermeister am Abend sagte. Der Schaden wird auf zwei Millionen Euro "
    "geschätzt; warum es brannte, ist noch nicht bekannt, und die Straße bleibt bis Freitag gesperrt."
)
DUTCH = (
    "Bij de brand in de oude molen aan de haven zijn maandag drie mensen gewond geraakt. De brandweer was met zestig "
    "man ter plaatse, zei de burgemeester in de avond. De schade is op twee miljoen euro geschat; hoe de brand is "
    "ontstaan is nog niet bekend, en de straat blijft tot vrijdag dicht of alleen open voor bewoners."
)
FRENCH = (
    "Trois personnes ont été blessées lundi dans l'incendie du vieux moulin du port. Soixante pompiers étaient sur "
    "place, a dit le maire dans la soirée. Les dégâts sont estimés à deux millions d'euros; on ne sait pas encore "
    "pourquoi le feu a pris, et la rue reste fermée jusqu'à vendredi, sauf pour les riverains et les secours."
)
ENGLISH = (
    "Rovers won 3-1 at home on Saturday. Costa scored twice in the first half and Ibsen, a substitute, got the third "
    "with a header from a corner. The visitors, who had lost five away games in a row, were down to ten men from the "
    "hour when Marchetti was sent off for a foul on the goalkeeper.",
    "Harlan Foods will close two plants and cut 1,200 jobs, its chief executive told staff by video link. Shares fell "
    "9 percent. Unions called the plan a betrayal and said they would ballot members, and a minister promised talks "
    "with the company on what could be done for the two towns.",
    "GENEVA — Delegates of 40 countries agreed early Friday to phase out the pesticide by 2031, ending nine days of "
    "wrangling. Exporters won three extra years. Campaigners said it was a weak deal; growers, that it came too soon "
    "and would cost them up to a fifth of their harvest.",
)


@pytest.mark.parametrize("text", [GERMAN, DUTCH, FRENCH], ids=["german", "dutch", "french"])
def test_another_language_is_told_by_its_words(text: str) -> None:
    with pytest.raises(Refusal, match="not in English"):
        must_be_english(text)
    with pytest.raises(Refusal, match="not in English"):
        must_be_english(text, "en")


@pytest.mark.parametrize("text", ENGLISH, ids=["sport", "business", "politics"])
def test_english_is_taken(text: str) -> None:
    must_be_english(text)


def test_a_few_words_are_not_judged() -> None:
    must_be_english("Drei Verletzte bei Brand in alter Mühle am Hafen")


def test_a_plain_text_in_another_language_is_refused() -> None:
    given = Given("Hafenblatt", "https://hafenblatt.example/brand")
    with pytest.raises(Refusal, match="not in English"):
        read_text(Document("brand.txt", GERMAN.encode()), given)


@pytest.mark.parametrize(("year", "possible"), [(1, False), (1600, False), (1601, True), (2031, True), (9999, False)])
def test_what_no_newspaper_was_there_to_publish_has_no_day(year: int, possible: bool) -> None:
    assert is_possible(date(year, 1, 1)) is possible
