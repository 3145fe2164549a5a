"""Exports of Google Forms (H11): recognising columns and answers, checking rows."""

import json
import time
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from housevisits.imports.forms import (
    FormsMapping,
    TargetOption,
    TargetQuestion,
    check,
    fingerprints,
    propose_mapping,
)
from tests.housevisits.form_exports import CARD_LABELS, DEFAULT, OTHER_TEAM
from tests.msa.spreadsheets import as_csv, as_xlsx, read

REAL = Path(__file__).resolve().parents[2] / "housevisits" / "demo_data" / "spoorbuurt-google-forms.csv"
KEY = b"a key of the project, 32 bytes.."
STORY = "Omgeving: belemmeringen"


@pytest.fixture(scope="module")
def real():
    return read(REAL.read_bytes())


def imported(rows, questions=DEFAULT, **options):
    """(table, proposal, outcome) of rows that go through with all that is proposed."""
    table = read(as_csv(rows, **options))
    proposal = propose_mapping(table, questions)
    return table, proposal, check(table, proposal.mapping, questions)


def small(column, *values, **more):
    """An export with a time stamp, a story and one more column."""
    rows = [["Tijdstempel", STORY, column]]
    rows += [
        [f"2026/03/{13 + i} 9:00:00", f"De straat is donker, al {i} maanden lang", v]
        for i, v in enumerate(values)
    ]
    return imported(rows, **more)


# The real file


def test_the_real_file_goes_through_without_a_correction(real):
    proposal = propose_mapping(real, DEFAULT)
    assert list(proposal.mapping.columns.values()) == [
        "timestamp", "held_by", "block", "question:age", "question:household", "question:tenure",
        "question:liveability", "question:trend", "question:unsafe", "question:at_home",
        "question:neighbours", "question:contribute", "cards", "text:person:opportunity",
        "text:person:barrier", "text:environment:opportunity", "text:environment:barrier", "signal:care",
        "signal:home", "signal:opportunity",
    ]  # fmt: skip
    assert {column.confidence for column in proposal.columns} == {"sure"}
    assert proposal.undecided == 0
    result = check(real, proposal.mapping, DEFAULT)
    assert result.complete
    assert len(result.rows) == result.total == 414


def test_the_real_file_gives_the_counts_that_stand_in_it(real):
    result = check(real, propose_mapping(real, DEFAULT).mapping, DEFAULT)
    assert result.signal_counts == {"care": 35, "home": 57, "opportunity": 93}
    assert sum(row.block == "key-Noord" for row in result.rows) == 142
    assert sum("liveability" not in row.answers for row in result.rows) == 20
    assert sum(row.answers.get("at_home") == "neutral" for row in result.rows) == 74
    assert sum(len(row.texts) for row in result.rows) == 321 + 226 + 314 + 286
    assert sorted({row.month for row in result.rows})[0] == "2026-03"
    assert {card for row in result.rows for card in row.cards} == {o.key for o in DEFAULT[-1].options}


def test_the_real_file_keeps_no_day_time_or_signal_text(real):
    result = check(real, propose_mapping(real, DEFAULT).mapping, DEFAULT)
    stored = repr(result.rows)
    for trace in (
        "2026/03",
        "a.m.",
        "13:52",
        "Geldzorgen, wil hulp",
        "Hulp bij inpakken",
        "Wil iets doen voor de buurt",
    ):
        assert any(trace in cell for row in real.rows for cell in row)
        assert trace not in stored
    dropped = dict(result.dropped_columns)
    assert "maand" in dropped["Tijdstempel"]
    assert "geteld" in dropped["Zorgsignaal of welzijnsvraag?"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_the_real_file_gives_the_same_in_every_coat(real, separator, encoding):
    expected = check(real, propose_mapping(real, DEFAULT).mapping, DEFAULT).rows
    again = read(as_csv([real.columns, *real.rows], separator, encoding))
    assert check(again, propose_mapping(again, DEFAULT).mapping, DEFAULT).rows == expected


def test_the_real_file_gives_the_same_with_its_columns_the_other_way_round_and_as_a_workbook(real):
    expected = check(real, propose_mapping(real, DEFAULT).mapping, DEFAULT).rows
    turned = read(as_xlsx([real.columns[::-1], *[row[::-1] for row in real.rows]]))
    for one, other in zip(
        check(turned, propose_mapping(turned, DEFAULT).mapping, DEFAULT).rows, expected, strict=True
    ):
        assert (one.month, one.block, one.answers, one.cards) == (
            other.month,
            other.block,
            other.answers,
            other.cards,
        )
        assert set(one.texts) == set(other.texts)


def test_the_real_file_mangled_on_the_way_gives_the_same(real):
    expected = check(real, propose_mapping(real, DEFAULT).mapping, DEFAULT).rows
    mangled = read(REAL.read_bytes().decode("cp1252", "surrogateescape").encode("utf-8", "surrogateescape"))
    assert check(mangled, propose_mapping(mangled, DEFAULT).mapping, DEFAULT).rows == expected


def test_the_real_file_with_typed_dates_and_numbers_below_a_title_gives_the_same(real):
    expected = check(real, propose_mapping(real, DEFAULT).mapping, DEFAULT).rows
    stamps = [datetime.fromisoformat(moment) for moment in _moments(real)]
    typed = [
        [stamp, *[int(cell) if cell.isdigit() else cell for cell in row[1:]]]
        for stamp, row in zip(stamps, real.rows, strict=True)
    ]
    again = read(as_xlsx([["Export van het formulier"], [], list(real.columns), *typed]))
    rows = check(again, propose_mapping(again, DEFAULT).mapping, DEFAULT).rows
    assert [replace(row, row_number=row.row_number - 2) for row in rows] == list(expected)
    assert fingerprints(again, KEY) == fingerprints(real, KEY)


def test_the_real_file_with_the_month_first_gives_the_same(real):
    expected = check(real, propose_mapping(real, DEFAULT).mapping, DEFAULT).rows
    american = [f"{m[5:7]}/{m[8:10]}/{m[:4]} {m[11:]}" for m in _moments(real)]
    again = read(as_csv([real.columns, *[[s, *row[1:]] for s, row in zip(american, real.rows, strict=True)]]))
    proposal = propose_mapping(again, DEFAULT)
    assert any("maand vóór de dag" in note for note in proposal.notes)
    assert check(again, proposal.mapping, DEFAULT).rows == expected
    assert fingerprints(again, KEY) == fingerprints(real, KEY)


def _moments(table):
    """The time stamps as '2026-03-01 09:00:00'."""
    cells = [cell.split() for cell in table.values("Tijdstempel")]
    return [f"{day.replace('/', '-')} {clock.zfill(8)}" for day, clock, *_rest in cells]


# Another team's file


@pytest.fixture(scope="module")
def other():
    return imported(OTHER_TEAM, separator=";", encoding="cp1252")


def test_another_teams_columns_are_recognised(other):
    _table, proposal, _result = other
    assert proposal.mapping.columns == {
        "E-mailadres": "email",
        "Naam bezoeker": "name",
        "Wat helpt u, wat kunt of wilt u zelf?": "text:person:opportunity",
        "Leeftijd": "question:age",
        "Wat maakt het voor u moeilijk?": "text:person:barrier",
        "Gekozen kaartjes": "cards",
        "Wat in de buurt helpt?": "text:environment:opportunity",
        "Wat in de buurt zit in de weg?": "text:environment:barrier",
        "Blok": "block",
        "Rapportcijfer": "question:liveability",
        "Ik voel me hier thuis": "question:at_home",
        "Woonduur": "question:tenure",
        "Contact met buren": "question:neighbours",
        "Mobiel nummer": "personal",
        "Opmerkingen": "ignore",
        "Tijdstempel": "timestamp",
        "Zorgsignalen": "signal:care",
        "Talenten": "signal:opportunity",
    }


def test_another_teams_answers_are_proposed_and_go_through(other):
    _table, proposal, result = other
    assert proposal.undecided == 0
    assert result.complete
    first, second, third = result.rows
    assert first.answers == {
        "age": "75plus", "liveability": "7", "at_home": "agree2", "tenure": "20plus", "neighbours": "daily",
    }  # fmt: skip
    assert second.answers == {
        "age": "25to50", "liveability": "7", "at_home": "neutral", "tenure": "2to5", "neighbours": "weekly",
    }  # fmt: skip
    assert third.answers["age"] == "50to65"
    assert third.answers["tenure"] == "10to20"
    assert [row.month for row in result.rows] == ["2026-03", "2026-04", "2026-04"]
    assert [row.block for row in result.rows] == ["key-Noord", "key-Zuid", "key-Midden"]
    assert first.cards == ("learn_make", "belonging")
    assert second.cards == ("nature",)


def test_another_teams_names_mails_and_numbers_are_dropped_and_that_is_said(other):
    _table, proposal, result = other
    dropped = dict(result.dropped_columns)
    assert {"E-mailadres", "Naam bezoeker", "Mobiel nummer", "Opmerkingen", "Tijdstempel"} <= set(dropped)
    assert "E-mailadressen" in dropped["E-mailadres"]
    assert "Namen" in dropped["Naam bezoeker"]
    everything = repr(result) + repr(proposal) + json.dumps(proposal.mapping.to_dict())
    for trace in ("voorbeeld.nl", "Verzonnen", "Bedacht", "0612345678"):
        assert trace not in everything
    assert "Belde terug" not in repr(result) + json.dumps(proposal.mapping.to_dict())


def test_another_teams_signals_are_counted_and_a_no_is_no_signal(other):
    assert other[2].signal_counts == {"care": 1, "opportunity": 1}
    assert other[2].rows[1].signals == ("care", "opportunity")


def test_texts_without_content_are_left_out_and_counted(other):
    assert [len(row.texts) for row in other[2].rows] == [3, 1, 1]
    assert any("zonder inhoud" in note and "2" in note for note in other[2].notes)


# Answers


def proposals(column, *values):
    _table, proposal, _result = small(column, *values)
    return {p.value: (p.option, p.confidence) for p in proposal.values.get(column, ())}


@pytest.mark.parametrize(
    ("column", "value", "option"),
    [
        ("Ik voel mij thuis", "Helemaal eens", "agree2"),
        ("Ik voel mij thuis", "helemaal oneens", "disagree2"),
        ("Ik voel mij thuis", "ONEENS", "disagree1"),
        ("Ik voel mij thuis", "niet eens, niet oneens", "neutral"),
        ("Ik voel mij thuis", "Noch eens, noch oneens", "neutral"),
        ("Ik voel mij thuis", "helemaaal mee eens", "agree2"),
        ("Leeftijd", "25-50", "25to50"),
        ("Leeftijd", "25 t/m 49 jaar", "25to50"),
        ("Leeftijd", "65 - 74 jaar", "65to75"),
        ("Leeftijd", "75+", "75plus"),
        ("Leeftijd", "75 en ouder", "75plus"),
        ("Leeftijd", "ouder dan 75", "75plus"),
        ("Leeftijd", "< 25", "under25"),
        ("Leeftijd", "onder de 25", "under25"),
        ("Leeftijd", "50", "50to65"),
        ("Leeftijd", "wil ik niet zeggen", "undisclosed"),
        ("Samenstelling huishouden", "eenoudergezin", "single_parent"),
        ("Samenstelling huishouden", "Samen met kinderen", "couple_children"),
        ("Samenstelling huishouden", "samen, zonder kinderen", "couple"),
        ("Samenstelling huishouden", "Anders, namelijk met mijn zus", "other"),
        ("Rapportcijfer leefbaarheid", "7,0", "7"),
        ("Rapportcijfer leefbaarheid", "zeven", "7"),
        ("Rapportcijfer leefbaarheid", "7/10", "7"),
        ("Rapportcijfer leefbaarheid", "8 - goed", "8"),
        ("Rapportcijfer leefbaarheid", "weet ik niet", "unknown"),
        ("Zou u iets willen doen voor de buurt?", "Ja", "yes"),
        ("Zou u iets willen doen voor de buurt?", "ja.", "yes"),
        ("Zou u iets willen doen voor de buurt?", "Ja, ik doe al iets", "does"),
        ("Hoe vaak praat u met buren?", "Bijna elke dag", "daily"),
        ("Hoe vaak praat u met buren?", "1 keer per week", "weekly"),
        ("Wie voerde het gesprek?", "Opbouwwerker en woonconsulent", "together"),
        ("Wie voerde het gesprek?", "Woonconsulente", "housing_officer"),
        ("Deelbuurt", "Blok Noord", "key-Noord"),
    ],
)
def test_an_answer_in_other_words_is_proposed(column, value, option):
    assert proposals(column, value)[value][0] == option


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("Leeftijd", "18-25 jaar"),
        ("Leeftijd", "40-60"),
        ("Leeftijd", "oud"),
        ("Rapportcijfer leefbaarheid", "7,5"),
        ("Rapportcijfer leefbaarheid", "11"),
        ("Rapportcijfer leefbaarheid", "6 of 7"),
        ("Ik voel mij thuis", "soms"),
        ("Hoe lang woont u hier?", "8 maanden"),
        ("Hoe lang woont u hier?", "sinds 1998"),
        ("Deelbuurt", "Oost"),
    ],
)
def test_what_cannot_be_known_is_asked_and_blocks_until_it_is_answered(column, value):
    table, proposal, result = small(column, value, value)
    assert {p.value: (p.option, p.confidence) for p in proposal.values[column]}[value] == (None, "none")
    assert proposal.undecided == 1
    assert [problem.row for problem in result.problems] == [2, 3]
    assert all(problem.column == column and problem.letter == "C" for problem in result.problems)
    assert value in result.problems[0].message
    assert result.rows == ()
    decided = proposal.mapping.with_value(column, value, None)
    again = check(table, decided, DEFAULT)
    assert again.complete
    assert len(again.rows) == 2


def test_a_value_decided_by_hand_is_used():
    table, proposal, _result = small("Leeftijd", "18-25 jaar", "25 tot 50")
    mapping = proposal.mapping.with_value("Leeftijd", "18-25 jaar", "under25")
    assert [row.answers for row in check(table, mapping, DEFAULT).rows] == [
        {"age": "under25"},
        {"age": "25to50"},
    ]


def test_an_option_that_does_not_exist_is_a_problem_at_its_row():
    table, proposal, _result = small("Leeftijd", "25 tot 50")
    mapping = proposal.mapping.with_value("Leeftijd", "25 tot 50", "nonsense")
    (problem,) = check(table, mapping, DEFAULT).problems
    assert (problem.row, problem.column) == (2, "Leeftijd")


def test_an_explanation_behind_other_is_not_kept_and_that_is_counted():
    _table, _proposal, result = small("Samenstelling huishouden", "anders, namelijk met zus Jannie", "alleen")
    assert "Jannie" not in repr(result)
    assert any("Toelichtingen achter 'anders'" in note and "1" in note for note in result.notes)


def test_two_columns_for_one_question_block_until_one_is_chosen():
    table, proposal, _result = small("Leeftijd", "25 tot 50")
    mapping = proposal.mapping.with_target(STORY, "question:age")
    assert any("meer kolommen" in problem.message for problem in check(table, mapping, DEFAULT).blocking)


# Cards


@pytest.mark.parametrize("separator", [";", ", ", "\n", "; "])
def test_cards_with_commas_in_their_names_are_recognised_whole(separator):
    for cards in (
        CARD_LABELS,
        CARD_LABELS[::-1],
        CARD_LABELS[3:4],
        [CARD_LABELS[3], CARD_LABELS[7], CARD_LABELS[0]],
    ):
        _table, proposal, result = small("Welke gesprekskaarten zijn gekozen?", separator.join(cards))
        by_label = {option.label: option.key for option in DEFAULT[-1].options}
        assert result.rows[0].cards == tuple(by_label[card] for card in cards)
        assert {p.value for p in proposal.values["Welke gesprekskaarten zijn gekozen?"]} == set(cards)


def test_cards_of_another_deck_are_told_apart_and_asked_or_guessed_one_by_one():
    _table, proposal, result = small(
        "Welke gesprekskaarten zijn gekozen?",
        "Erbij horen, Wonen, Leren, denken, maken",
        "Wonen;Geld en werk",
    )
    found = {p.value: p.option for p in proposal.values["Welke gesprekskaarten zijn gekozen?"]}
    assert found == {
        "Erbij horen": "belonging",
        "Wonen": None,
        "Leren, denken, maken": "learn_make",
        "Geld en werk": None,
    }
    assert not result.complete


def test_a_card_that_is_chosen_twice_counts_once():
    assert small("Gesprekskaarten", "Erbij horen;erbij horen; Erbij horen")[2].rows[0].cards == ("belonging",)


# Dates


@pytest.mark.parametrize(
    ("stamps", "months"),
    [
        (["2026/03/01 9:00:00 a.m. CET", "2026/03/02 13:52:56 p.m. CET"], ["2026-03", "2026-03"]),
        (["1-3-2026 9:00", "13-4-2026 9:00"], ["2026-03", "2026-04"]),
        (["3/1/2026 9:00:00", "4/13/2026 9:00:00"], ["2026-03", "2026-04"]),
        (["46082,375", "46113.5"], ["2026-03", "2026-04"]),
        (["1 maart 2026", "2 apr. 2026"], ["2026-03", "2026-04"]),
        (["2026-03-01T09:00:00Z", "2026-03-31T22:30:00Z"], ["2026-03", "2026-04"]),
    ],
)
def test_the_month_is_taken_from_every_notation(stamps, months):
    rows = [["Tijdstempel", STORY], *[[stamp, f"De straat is donker {i}"] for i, stamp in enumerate(stamps)]]
    assert [row.month for row in imported(rows)[2].rows] == months


def test_a_column_of_dates_that_proves_nothing_is_read_day_first_and_that_is_said():
    rows = [
        ["Tijdstempel", STORY],
        ["1/3/2026 9:00", "De straat is donker"],
        ["2/4/2026 9:00", "Het pad ook"],
    ]
    _table, proposal, result = imported(rows)
    assert [row.month for row in result.rows] == ["2026-03", "2026-04"]
    assert any("eerst de dag" in note for note in proposal.notes)
    assert any("eerst de dag" in note for note in result.notes)


@pytest.mark.parametrize(
    "stamp", ["31-2-2026 9:00", "gisteren", "1-13-2026 9:00", "1-3-1926 9:00", "1-3-2062 9:00"]
)
def test_an_impossible_date_is_named_and_only_its_row_is_left_out(stamp):
    rows = [
        ["Tijdstempel", STORY],
        ["13-3-2026 9:00", "De straat is donker"],
        [stamp, "Het pad"],
        ["14-3-2026 8:00", "De brug"],
    ]
    table = read(as_csv(rows))
    mapping = FormsMapping({"Tijdstempel": "timestamp", STORY: "text:environment:barrier"})
    result = check(table, mapping, DEFAULT, today=date(2026, 11, 22))
    (problem,) = result.problems
    assert (problem.row, problem.column, problem.letter) == (3, "Tijdstempel", "A")
    assert result.skipped_rows == (3,)
    assert len(result.rows) == 2


def test_a_row_without_a_date_has_no_month_and_that_is_counted():
    rows = [["Tijdstempel", STORY], ["13-3-2026 9:00", "De straat is donker"], ["", "Het pad"]]
    result = imported(rows)[2]
    assert [row.month for row in result.rows] == ["2026-03", ""]
    assert any("geen datum" in note for note in result.notes)


# Texts and rows


@pytest.mark.parametrize(
    "text",
    ["👩‍👩‍👧‍👦 wij 🏳️‍🌈", "مرحبا بكم في الحي", "regel één\n\nregel drie", "x" * 20_000, "=1+1", "'s avonds"],
)
def test_a_story_comes_through_unharmed(text):
    (row,) = imported([["Tijdstempel", STORY], ["13-3-2026 9:00", text]])[2].rows
    (found,) = row.texts
    assert (found.text, found.sphere, found.valence, found.column) == (text, "environment", "barrier", STORY)


def test_rows_that_hold_nothing_are_left_out_and_counted():
    rows = [
        ["Tijdstempel", STORY, "Leeftijd"],
        ["13-3-2026 9:00", "Het pad is donker", ""],
        ["14-3-2026 9:00", "", ""],
    ]
    result = imported(rows)[2]
    assert len(result.rows) == 1
    assert result.complete
    assert any("1 rij is leeg" in note for note in result.notes)


def test_the_same_row_twice_is_named_with_both_rows():
    rows = [
        ["Tijdstempel", STORY],
        ["13-3-2026 9:00:01", "Het pad is donker"],
        ["13-3-2026 9:00:02", "Het pad is donker"],
    ]
    result = imported([*rows, rows[1]])[2]
    (problem,) = result.problems
    assert problem.row == 4
    assert "rij 2" in problem.message
    assert len(result.rows) == 2


def test_equal_rows_without_a_time_stamp_are_two_residents():
    question = "Zou u iets willen doen voor de buurt?"
    result = imported(
        [[question, "Voelt u zich weleens onveilig?"], ["ja", "nee"], ["ja", "nee"], ["nee", "soms"]]
    )[2]
    assert len(result.rows) == 3


def test_a_file_without_anything_to_import_is_blocked_with_a_message():
    result = imported([["Naam", "Telefoon"], ["Ada Verzonnen", "0612345678"]])[2]
    assert result.rows == ()
    assert "geen kolom" in result.blocking[0].message


def test_the_block_comes_through_as_text_where_the_project_has_no_blocks():
    questions = tuple(question for question in DEFAULT if question.key != "block")
    _table, proposal, result = small(
        "In welke deelbuurt was het gesprek?", "Noord", "Zuid", questions=questions
    )
    assert proposal.mapping.columns["In welke deelbuurt was het gesprek?"] == "block"
    assert [row.block for row in result.rows] == ["Noord", "Zuid"]


# Columns


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


def all_steps(data: bytes) -> tuple[float, int]:
    """(seconds of processor time, rows that can go in) of reading, proposing and checking."""
    began = time.process_time()
    table = read(data)
    result = check(table, propose_mapping(table, DEFAULT).mapping, DEFAULT)
    return time.process_time() - began, len(result.rows)


def test_a_row_costs_no_more_among_twenty_thousand_than_among_four_hundred(real):
    rows = [list(row) for row in real.rows]
    many = [
        [f"2026/03/01 {i // 3600 % 24}:{i // 60 % 60:02d}:{i % 60:02d}", *rows[i % 414][1:]]
        for i in range(20_000)
    ]
    data = as_csv([real.columns, *many])
    assert len(data) > 5_000_000
    few = min(all_steps(REAL.read_bytes()) for _time in range(3))[0] / 414
    seconds, count = all_steps(data)
    assert count == 20_000
    assert seconds / 20_000 < 1.5 * few
