"""Who said something: two people conflict only over one utterance."""

import pytest

DAM = "“The board knew about the cracks in the dam for years,”"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (f"{DAM} said Ana Sol, an engineer.", f"{DAM} said Max Keane, a diver."),
        (
            "“Nobody should have to swim home from a sinking ferry,” nurse Ana Sol wrote.",
            "“No one should have to swim home from a sinking ferry,” said farmer Ivo Brandt.",
        ),
        (
            'Striker Noa Bell told reporters: "We trained in the rain for eleven weeks to win this cup."',
            '"We trained in the rain for 11 weeks to win this cup," coach Omar Haddad said.',
        ),
        (
            'In a message, aide Una Brook wrote: "Please keep Mr Pinto away from the orchestra pit."',
            'Conductor Lena Ortiz told Una Brook: "Keep Mr Pinto away from the orchestra pit."',
        ),
        (
            "“The lentil soup was cold and so were we,” a cook, Ana Sol, said.",
            "“The lentil soup was cold and so were we,” said Judge Lee.",
        ),
        (
            "“Feed the horses before you feed us,” the groom, Mr Ivo Brandt, told the court.",
            "“Feed the horses before you feed us,” was the dry advice of Dr Max Keane.",
        ),
        (
            "“It rang twice and then the roof fell,” the guide Ana Sol told this station.",
            "“It rang twice and then the roof fell,” is how Mayor Max Keane put it.",
        ),
        (
            "“It shut the gate behind it,” said the keeper, Nils Aune.",
            "“It shut the gate behind it,” the warden Marit Hauge told this paper.",
        ),
        (
            "“It is a bridge to nowhere,” said Mayor Ana Sol.",
            "“It is a bridge to nowhere,” said economist Ivo Brandt.",
        ),
        (
            "“It is a truce, not a victory,” said Luisa Pinto of the miners' union.",
            "“It is a truce, not a victory,” said Dr Max Keane.",
        ),
        ("“It was as if the sky tore open,” said Mr Sand.", "“It sounded as if the sky tore open,” she said."),
        (
            "“Nobody in this frozen stadium gave our goalkeeper a chance,” said Dr Ana Sol.",
            "“Nobody in this stadium gave our goalkeeper a chance,” said Mayor Bo Marr.",
        ),
        (
            "“Grandpa should have seen this harvest,” said Mrs Ana Sol.",
            "“Grandpa should have seen this harvest,” he said.",
        ),
        ("“We rowed all night for that cup,” she said.", "“We rowed all night for that cup,” said Mr Keane."),
        (
            "“The vaccine,” Dr. Helga Brandt said, “protects nine patients in ten from the fever.”",
            "“The vaccine protects nine patients in ten from the fever,” said chemist Raj Patel.",
        ),
    ],
)
def test_one_utterance_given_to_two_people_conflicts(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (f"{DAM} said Ana Sol, an engineer.", f"{DAM} the engineer said."),
        (f"{DAM} said Ana Sol, an engineer.", f"{DAM} she said."),
        (f"{DAM} said Mrs Ana Sol.", f"{DAM} she said."),
        (f"{DAM} said Mr Ivo Sol.", f"{DAM} they said."),
        (f"{DAM} said Mr Ivo Sol. He drew it.", f"{DAM} said Norvik Dams of the plan."),
        ("“We are so proud of this team,” said Mrs Sol.", "“We are so proud of this team,” said Mr Keane."),
        (
            "“They said: keep quiet and you will live,” she said.",
            "“They were told to keep quiet and they lived,” said Mr Keane.",
        ),
        (f"{DAM} said Ana Sol, an engineer.", f"{DAM} she wrote to Max Keane, a diver."),
        (f"{DAM} said Ana Sol, an engineer.", f"{DAM} the engineer told Max Keane, a diver."),
        (f"{DAM} said Ana Sol, an engineer.", f"{DAM} Norvik Dams said in a statement."),
        (f"{DAM} said Ana Horvat, an engineer.", f"{DAM} said Dr. Horvath."),
        (f"{DAM} said Ana Sol, an engineer.", f"{DAM} said Sol, who built it."),
        (f"{DAM} said Ana Sol, a diver, in a 2012 interview.", f"{DAM} said Max Keane, a diver, on 3 May 2024."),
        (
            "“We will leave no stone unturned,” said Judge Ana Sol.",
            "“We will leave no stone unturned,” said Mayor Lee.",
        ),
        (
            "“It was like a war zone out there,” said Judge Sol.",
            "“It was like a war zone out there,” said Mayor Lee.",
        ),
        (
            "“Our thoughts are with the families,” said Judge Sol.",
            "“Our thoughts are with the families,” said Mayor Lee.",
        ),
        (
            f"{DAM} said Ana Sol, an engineer. {DAM} said Max Keane, a diver.",
            f"{DAM} said Max Keane, a diver.",
        ),
        (
            "“The board acted in good faith at all times here,” said Judge Max Sol.",
            "“The choir sang in bad weather for most of an hour,” said Judge Ada Bright.",
        ),
        ("“It sounded like a bomb went off,” said Mrs Ana Sol.", "“It sounded like a bomb went off,” said Dr Bo Marr."),
        ("“We have nowhere else to go,” said Mrs Ana Sol.", "“We have nowhere else to go,” said Dr Bo Marr."),
        (f"{DAM} said Ana Sol, an engineer.", f"{DAM} said Dr Max Keane, quoting the report."),
        (f"{DAM} said Mrs Ana Sol of Orrin.", f"{DAM} said Dr Max Keane in a joint statement."),
        # whose words they are is told by what is named next to the verb
        (f"{DAM} said Ana Sol, a clerk.", f"{DAM} Norvik campaign spokewoman Ana Sol said."),
        (f"{DAM} said Ana Sol, a clerk.", f"{DAM} Max Keane’s spokesperson said in a note."),
        (
            "“The crane on the quay had rusted through in May,” said Ana Sol of Orrin.",
            "“The crane on the quay had rusted through in May” before Max Keane’s visit, Ana Sol said.",
        ),
        (f"{DAM} said Ana Sol, a clerk.", f"In May Ana Sol, a clerk, of Orrin’s Water Office said: {DAM}"),
        (
            f"{DAM} said Ana Sol, a clerk.",
            "Ana Sol told us that “the board knew about the cracks in the dam for years.” "
            "Judge Max Keane said he did not.",
        ),
        (f"{DAM} said Human Aid of Norland.", f"{DAM} said Dr Max Keane, who heads the group."),
        (
            "“Our deepest condolences go to the bereaved families,” said Mayor Ann Lee.",
            "“Our deepest condolences go to the bereaved families,” said Bishop Max Sol.",
        ),
    ],
)
def test_other_names_of_a_speaker_and_other_utterances_do_not_conflict(stances, ours, theirs):
    assert not stances(ours, theirs)
    assert not stances(theirs, ours)


def test_the_words_that_lead_to_a_quotation_are_not_of_the_one_before(find):
    text = "“We lost the harvest in minutes.” Mayor Ana Sol said: “Help for all the farms is on its way.”"
    assert [(claim.value, claim.data["words"][0]) for claim in find(text)] == [("Ana Sol", "help")]


def test_whoever_is_told_something_did_not_say_it(find):
    (claim,) = find("“You have known about these cracks for years,” Judge Keane told lawyer Ana Sol.")
    assert claim.value == "Keane"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param(
            "The warden wrote that she and Deputy Warden Ana Sol had “found that the cracks in the dam were not the "
            "work of beavers”.",
            "Warden Eve Brandt said: “I found that the cracks in the dam were not the work of beavers.”",
            id="said by two together",
        ),
        pytest.param(
            "“The captain left us on the ferry and never came home,” Sea Rescue and Relief chief Max Keane said.",
            "Relief chief Max Keane said: “The captain left us on the ferry and never came home.”",
            id="an office with a name in it",
        ),
        pytest.param(
            "“It was a lie,” Eve Sol said, as host Max Keane added, “The museum sold the frescoes and told nobody.”",
            "“The museum sold the frescoes and told nobody,” added Max Keane.",
            id="both speak in one sentence",
        ),
    ],
)
def test_who_is_named_beside_the_speaker_is_no_other_speaker(stances, ours, theirs):
    assert stances(ours, theirs) == set()


def test_whom_a_speaker_told_it_is_another(stances):
    ours = "“The museum sold the frescoes in the chapel and told nobody,” the curator Eve Sol told Max Keane."
    theirs = "“The museum sold the frescoes in the chapel and told nobody,” said Max Keane, a guide."
    assert stances(ours, theirs) == {"conflicts"}
