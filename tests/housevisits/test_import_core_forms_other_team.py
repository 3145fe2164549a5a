"""Another team's export (H11): other names, order, words and encoding."""

import json

import pytest

from tests.housevisits.form_exports import OTHER_TEAM, imported


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
