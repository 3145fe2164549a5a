"""Hard words in what the team writes are explained to residents, and to nobody else."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from projects.models import Organisation, OrganisationKind, Partnership, Person, Role
from projects.plainwords import WORDS, explained
from tests.cast import Cast

Browser = Callable[[Person], Client]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We doen eerst een DPIA.", ["DPIA"]),
        ("De Functionaris voor gegevensbescherming belt.", ["functionaris gegevensbescherming"]),
        ("De functionaris gegevensbescherming belt.", ["functionaris gegevensbescherming"]),
        ("Bel de gebiedsregisseur of een sleutelfiguur.", ["gebiedsregisseur", "sleutelfiguren"]),
        ("Sleutelfiguren en gebiedsregisseurs.", ["gebiedsregisseur", "sleutelfiguren"]),
        ("Wij bewaren de verwerkersovereenkomst.", ["verwerkersovereenkomst"]),
        ("Koffie bij de pipowagen.", []),
        ("", []),
    ],
)
def test_only_the_hard_words_that_stand_in_a_text_are_explained(text: str, words: list[str]) -> None:
    assert [word for word, _meaning in explained(text)] == words


def test_no_word_is_explained_by_another_hard_word() -> None:
    for _written, word, meaning in WORDS:
        assert not [other for other, _more in explained(str(meaning))], word


@pytest.mark.django_db
def test_residents_read_what_a_hard_word_on_the_page_of_partners_means(cast: Cast, browser: Browser) -> None:
    organisation = Organisation.objects.create(name="Brigade", kind=OrganisationKind.OTHER)
    for_all = "Een praktijkondersteuner denkt mee."
    Partnership.objects.create(project=cast.project, organisation=organisation, brings=for_all)
    address = reverse("projects:partners", args=[cast.project.slug])
    resident = browser(cast.person(Role.RESIDENT_GROUP)).get(address).content.decode()
    leader = browser(cast.person(Role.PROJECT_LEADER)).get(address).content.decode()
    assert for_all in resident
    assert ("Moeilijke woorden" in resident, "Moeilijke woorden" in leader) == (True, False)
    assert ("partner__fold" in resident, "partner__fold" in leader) == (True, False)
