"""Reading along with the free texts of the preparation, before anything of them is kept (P17, P19)."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from msa import registry
from msa.privacy.reading import Finding, Lexicon, Reader
from msa.privacy.reading.finding import UNREAD
from msa.privacy.reading.lexicon import words_of
from msa.privacy.reading.vocabulary import vocabulary
from projects.models import Project, Role

TICK = "looked_over"
# Of what is only likely, these point at somebody's door or belongings.
AT_A_DOOR = {"house_number", "date_of_birth", "plate", "number", "account"}
BETWEEN = re.compile(r"\s+(?:van|en|bij)\s+", re.IGNORECASE)  # what stands between two names
# A staircase, a block, a wing: with its numbers, as long as none of them is a door of its own ('12-3').
OF_MANY = re.compile(
    r"\b(?:portiek|portieken|blok|blokken|complex|trapopgang|opgang|ingang|galerij|gang)\s+(?:(?:nummers?|nr)\.?\s+)?"
    r"\d{1,3}\b(?!-)(?:\s?(?:,|/|en|of|t/m|tot en met)\s?\d{1,3}\b(?!-))*",
    re.IGNORECASE,
)
# Colleagues go by their name, residents by this.
POLITE = ("mevrouw", "mevr", "meneer", "mijnheer", "de heer", "dhr", "familie", "fam")


class ReadsAlong(forms.Form):
    """A form whose free texts are read along, every one of them. Set `project` before it is validated.

    What is certain has to go. For what is only likely the form asks, once it saw any, for one tick.
    A text that was not changed here was looked at when it was written: it is not asked about again.
    """

    project: Project
    names_may_stand = False  # whether a bare name is that of a colleague, so that only 'mevrouw …' counts
    polite = False  # whether a resident writes
    tick_label = gettext_lazy("Ik heb gekeken: hier staat niets in over een bewoner")

    def full_clean(self) -> None:
        """Read last: after the other window was met, and after what a form itself finds wrong."""
        super().full_clean()
        if self.is_bound:
            found = {name: list(self._read(name)) for name in self._texts()}
            self._ask_to_look(found)

    def _texts(self) -> list[str]:
        fields = self.fields.items()
        texts = [
            name for name, one in fields if isinstance(one, forms.CharField) and not one.widget.is_hidden
        ]
        return [name for name in texts if self.cleaned_data.get(name)]

    def _read(self, name: str) -> Iterator[Finding]:
        text = str(self.cleaned_data[name])
        seen_before = text.split() == str(self.initial.get(name) or "").split()
        for found in self._reader.blocking(text):
            if not found.wavable or (not seen_before and self._points(found, text)):
                yield found

    @cached_property
    def _reader(self) -> Reader:
        """Knows the places and the streets of the project; asked for once, and only where a text stands."""
        known = (street for one in registry.streets for street in one.call(self.project))
        return _reader(self.project.institutions, frozenset(known))

    def _points(self, found: Finding, text: str) -> bool:
        """Whether what is likely may point at a resident. A street without a number may stand, and a part of
        a building where many live: work is named after them."""
        if found.kind == "street":
            return any(character.isdigit() for character in found.text)
        if found.kind == "house_number" and _is_of_many(found, text):
            return False
        if found.kind != "name":
            return found.kind in AT_A_DOOR
        if self.names_may_stand:
            return found.text.lower().startswith(POLITE)
        return written_as_name(found.text) and not self._is_known(found.text)

    @cached_property
    def _known(self) -> list[set[str]]:
        """The words of every known name; asked for once, and only where something looks like a name."""
        return [set(words_of(name)) for name in _known_names(self.project)]

    def _is_known(self, text: str) -> bool:
        """Whether `text` is (a part of) a name that belongs in these texts, or several of them."""
        parts = [text] if self._is_one(text) else BETWEEN.split(text)
        return all(self._is_one(part) for part in parts)

    def _is_one(self, text: str) -> bool:
        """Whether all words are of one and the same known name. 'Noors' is of Noor."""
        words = [word.removesuffix("'s") for word in words_of(text)]
        return any(all(word in one or word.removesuffix("s") in one for word in words) for one in self._known)

    def _ask_to_look(self, found: dict[str, list[Finding]]) -> None:
        looked = False
        if any(one.wavable for several in found.values() for one in several):
            # Only now, and last: forms that saw nothing do not ask, and services never get this field.
            self.fields[TICK] = forms.BooleanField(label=self.tick_label, required=False)
            looked = bool(self[TICK].data)
        for name, several in found.items():
            certain = [one for one in several if not one.wavable]
            likely = [one for one in several if one.wavable and not looked]
            said = [*_refused(certain), *self._doubted(likely)]
            if said:
                self.add_error(name, said)

    def _doubted(self, found: list[Finding]) -> Iterator[str]:
        if found:
            text = _("Kijk nog eens naar %(words)s. Gaat het over een bewoner? Haal het dan weg.")
            if self.polite:
                text = _("Kijkt u nog eens naar %(words)s. Gaat het over u of uw buren? Haal het dan weg.")
            yield text % {"words": quoted(found)} + " " + _("Zo niet, zet dan onderaan het vinkje.")


def written_as_name(text: str) -> bool:
    """Whether `text` looks like somebody's name: with a capital, after 'mevrouw', or a name that people bear.

    An uncommon word ('bouwbel') is none."""
    capital = any(character.isupper() for character in text)
    borne = any(vocabulary().is_strong(word) for word in words_of(text))
    return capital or borne or text.lower().startswith(POLITE)


def _refused(found: list[Finding]) -> Iterator[str]:
    if any(one.kind == UNREAD for one in found):
        yield _("Het meelezen lukte nu niet. Probeer het zo nog een keer, of maak de tekst korter.")
    elif found:
        text = _("Hier staat iets in waarmee iemand te vinden is: %(words)s. Haal dat weg.")
        yield text % {"words": quoted(found)}


def quoted(found: list[Finding]) -> str:
    """The passages of `found` between quotes, each once."""
    return ", ".join(dict.fromkeys(f"‘{one.text}’" for one in found))


def _is_of_many(found: Finding, text: str) -> bool:
    return any(one.start() <= found.start and found.end <= one.end() for one in OF_MANY.finditer(text))


@lru_cache(maxsize=32)
def _reader(institutions: str, streets: frozenset[str]) -> Reader:
    lines = (line.strip() for line in institutions.splitlines())
    return Reader(Lexicon(streets=streets, institutions=frozenset(line for line in lines if line)))


def bodies_of(project: Project) -> Iterator[str]:
    """Names of the places and organisations of `project`. Three queries."""
    yield from filter(None, (project.name, project.neighbourhood, project.place))
    yield from project.blocks.values_list("name", flat=True)
    for held in (project.memberships.filter(active=True), project.partnerships):
        yield from filter(None, held.values_list("organisation__name", flat=True))


def _known_names(project: Project) -> Iterator[str]:
    """Names of who works here, of organisations and of the neighbourhood. Five queries.

    Members of the resident group are left out: they sit at the table by seat, never by name.
    """
    yield from bodies_of(project)
    members = project.memberships.filter(active=True).exclude(role=Role.RESIDENT_GROUP)
    yield from members.values_list("person__name", flat=True)
    yield from filter(None, project.partnerships.values_list("contact_name", flat=True))
