"""Columns of an export (H11): recognised, corrected by hand, gone."""

import json

import pytest

from housevisits.imports.forms import FormsMapping, TargetOption, TargetQuestion, check, propose_mapping
from tests.housevisits.form_exports import DEFAULT, STORY, imported, small


@pytest.mark.parametrize(
    ("column", "value", "target"),
    [
        ("Kolom", "a.b@voorbeeld.nl", "email"),
        ("E-mailadres", "", "email"),
        ("Gebruikersnaam", "x", "email"),
        ("Uw naam", "Ada Verzonnen", "name"),
        ("Naam bewoner", "Ada", "name"),
        ("Wie voerde het gesprek?", "Ada Verzonnen", "name"),
        ("Telefoonnummer", "", "personal"),
        ("Kolom", "06-12345678", "personal"),
        ("Geboortedatum bewoner", "1-3-1950", "personal"),
        ("Adres", "Spoorpad 7", "personal"),
        ("Huisnummer", "7", "personal"),
        ("Postcode", "6511HH", "personal"),
        ("Kolom", "6511 HH", "personal"),
        ("Zorgsignaal?", "ja", "signal:care"),
        ("Welzijnsvraag", "ja", "signal:wellbeing"),
        ("Hulp nodig bij de werkzaamheden?", "inpakken", "signal:home"),
        ("Kansen voor de buurt", "wil koken", "signal:opportunity"),
        ("Persoonlijke kansen", "kan goed koken en doet dat graag", "text:person:opportunity"),
        ("Belemmeringen in de omgeving", "het is overal donker", "text:environment:barrier"),
        ("Wat zijn zorgen in uw buurt?", "het is overal donker", "text:environment:barrier"),
        ("Mag ik u terugbellen?", "ja", "ignore"),
        ("Aantal kinderen", "2", "ignore"),
        ("Bijzonderheden", "was ziek", "ignore"),
    ],
)
def test_a_column_is_recognised(column, value, target):
    _table, proposal, _result = small(column, value, value, value)
    assert proposal.mapping.columns[column] == target


def test_columns_without_telling_names_are_recognised_by_three_different_answers():
    _table, proposal, _result = small(
        "Vraag 7", "helemaal mee eens", "mee oneens", "mee eens", "helemaal mee oneens"
    )
    assert proposal.mapping.columns["Vraag 7"] == "question:at_home"


def test_a_second_date_is_left_out():
    rows = [["Datum gesprek", "Tijdstempel", STORY], ["12-3-2026", "13-3-2026 9:00", "Het pad is donker"]]
    columns = imported(rows)[1].mapping.columns
    assert columns["Tijdstempel"] == "timestamp"
    assert columns["Datum gesprek"] == "ignore"


def test_columns_chosen_by_hand_are_kept_and_get_proposals_for_their_values():
    table, _proposal, _result = small("Vraag 3", "25-50", "75+")
    proposal = propose_mapping(table, DEFAULT, columns={"Vraag 3": "question:age"})
    assert proposal.mapping.columns["Vraag 3"] == "question:age"
    assert proposal.mapping.values["Vraag 3"] == {"25-50": "25to50", "75+": "75plus"}
    with pytest.raises(ValueError, match="question:onzin"):
        propose_mapping(table, DEFAULT, columns={"Vraag 3": "question:onzin"})


def test_a_target_that_is_gone_is_named_at_its_column():
    table, proposal, _result = small("Leeftijd", "25 tot 50")
    without_age = tuple(question for question in DEFAULT if question.key != "age")
    (problem,) = check(table, proposal.mapping, without_age).blocking
    assert (problem.column, problem.letter) == ("Leeftijd", "C")


def test_a_mapping_survives_a_trip_through_json_and_can_forget_its_values():
    _table, proposal, _result = small("Samenstelling huishouden", "anders, namelijk met zus Jannie")
    mapping = proposal.mapping
    assert FormsMapping.from_dict(json.loads(json.dumps(mapping.to_dict()))) == mapping
    assert "Jannie" in json.dumps(mapping.to_dict())
    assert "Jannie" not in json.dumps(mapping.without_values().to_dict())


def test_an_unknown_question_of_an_organisation_itself_is_recognised_by_its_label():
    own = TargetQuestion("green", "Is er genoeg groen?", (TargetOption("y", "ja"), TargetOption("n", "nee")))
    _table, proposal, result = small("Is er genoeg groen?", "Ja", "nee", questions=(*DEFAULT, own))
    assert proposal.mapping.columns["Is er genoeg groen?"] == "question:green"
    assert [row.answers for row in result.rows] == [{"green": "y"}, {"green": "n"}]
