"""Reading along where a function, a desk and its public number belong, and nobody in person (P17)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from msa.privacy.reading import Finding, Severity
from msa.privacy.reading.lexicon import words_of
from projects.forms.reading import ReadsAlong, bodies_of, quoted, written_as_name
from projects.models import Organisation

# What no desk has: it stays certain, a tick does not help.
OF_ONE_PERSON = {"bsn", "iban", "unread"}
MOBILE = re.compile(r"(?:(?:\+|00)?310?|0)6\d{6,}")  # after what is no digit was taken out
# Mail boxes that people have at home, by what stands before the last dot of the domain.
AT_HOME = frozenset(
    "gmail googlemail hotmail outlook live msn yahoo ymail icloud proton protonmail gmx aol ziggo kpnmail "
    "kpnplanet hetnet xs4all upcmail chello casema telfort tele2 caiway solcon zonnet quicknet".split()
)
AT_HOME_WHOLE = frozenset(
    {"me.com", "mac.com", "mail.com", "home.nl", "planet.nl", "online.nl", "kpn.nl", "pm.me"}
)


class ReadsDesk(ReadsAlong):
    """A form about who picks something up: asks about names, mobile numbers and mail boxes at home.

    What else the kernel takes for certain may stand: a desk has a number, an address and a mail box.
    """

    tick_label = gettext_lazy("Ik heb gekeken: dit is van een functie of een loket, niet van iemand privé")
    functions: tuple[str, ...] = ()  # fields with a function: there a colleague is asked about too
    unread: tuple[str, ...] = ()  # fields that are not read: an organisation may bear somebody's name

    def _texts(self) -> list[str]:
        return [name for name in super()._texts() if name not in self.unread]

    def _read(self, name: str) -> Iterator[Finding]:
        text = str(self.cleaned_data[name])
        seen_before = text.split() == str(self.initial.get(name) or "").split()
        for found in self._reader.check(text).findings:
            if found.kind in OF_ONE_PERSON:
                yield found
            elif not seen_before and self._is_of_a_person(found, name):
                yield replace(found, severity=Severity.LIKELY)

    def _is_of_a_person(self, found: Finding, field: str) -> bool:
        if found.kind in ("phone", "number"):
            return is_mobile(found.text)
        if found.kind == "email":
            return is_at_home(found.text)
        if found.kind != "name" or not written_as_name(found.text) or self._is_body(found.text):
            return False
        return field in self.functions or not self._is_known(found.text)  # no function is a colleague

    def _is_body(self, text: str) -> bool:
        """Whether `text` is (a part of) the name of an organisation or a place."""
        bodies = [*bodies_of(self.project), *self._chosen()]
        return any(set(words_of(text)) <= set(words_of(name)) for name in bodies)

    def _chosen(self) -> Iterator[str]:
        """The organisations that this form names itself."""
        for value in (self.cleaned_data.get(name) for name in self.fields):
            if isinstance(value, Organisation):
                yield value.name
        yield str(self.cleaned_data.get("new_organisation") or "")

    def _doubted(self, found: list[Finding]) -> Iterator[str]:
        if found:
            text = _(
                "Kijk nog eens naar %(words)s. Is dat van een persoon zelf, zoals een naam of een "
                "privénummer? Schrijf dan de functie en het nummer van het loket op. Klopt het zo, zet dan "
                "onderaan het vinkje."
            )
            yield text % {"words": quoted(found)}


def is_mobile(number: str) -> bool:
    """Whether a number, as written, is a Dutch mobile one."""
    return MOBILE.fullmatch(re.sub(r"[^\d+]", "", number)) is not None


def is_at_home(address: str) -> bool:
    """Whether a mail address is with a provider that people use at home."""
    domain = address.rpartition("@")[2].lower().strip()
    labels = domain.split(".")
    return domain in AT_HOME_WHOLE or (len(labels) > 1 and labels[-2] in AT_HOME)
