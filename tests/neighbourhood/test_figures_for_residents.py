"""Residents read the figures folded, what was answered about the neighbourhood first (B1)."""

import re

import pytest

from neighbourhood.views.figures import ABOUT_WHO
from projects.models import Role
from tests.neighbourhood.editing import leader_client, member_client, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def residents(snapshot, picture):
    """The page as residents read it, once they may."""
    picture.open_to_residents = True
    picture.save()
    return member_client(picture, Role.RESIDENT_GROUP).get(page("figures"))


def test_every_question_is_folded_and_only_the_first_one_open(residents):
    body = residents.content.decode()
    folds = re.findall(r'<details class="fold panel chart-panel[^>]*>', body)
    assert len(folds) == len(residents.context["questions"]) > 1
    assert [" open" in fold for fold in folds] == [True] + [False] * (len(folds) - 1)


def test_who_took_part_comes_last(residents):
    about_who = [question["key"] in ABOUT_WHO for question in residents.context["questions"]]
    assert about_who == sorted(about_who)
    assert set(about_who) == {True, False}


def test_residents_do_not_read_the_word_of_the_team_for_stored_figures(residents):
    assert not re.search(r">[^<]*[Mm]omentopname", residents.content.decode())


def test_the_team_sees_everything_at_once_in_the_order_of_the_questions(snapshot):
    answer = leader_client().get(page("figures"))
    assert "chart-panel--folded" not in answer.content.decode()
    assert "folded" not in answer.context
    assert answer.context["questions"][0]["key"] in ABOUT_WHO
