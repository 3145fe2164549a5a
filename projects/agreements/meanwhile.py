"""Who changed a concept while somebody else, or the same person in another window, was writing it too."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from projects.models import AgreementVersion, Person
from projects.models.agreement import BY


@dataclass(frozen=True)
class Other:
    """The one whose words are kept. name: empty when it is not known. own: whether it is who reads this."""

    name: str = ""
    own: bool = False

    @property
    def told(self) -> str:
        """That it happened, as a sentence."""
        if self.own:
            return _("Je hebt deze tekst intussen ook in een ander venster gewijzigd.")
        if self.name:
            return _("%(name)s heeft deze tekst intussen ook gewijzigd.") % {"name": self.name}
        return _("Deze tekst is intussen ook in een ander venster gewijzigd.")

    @property
    def heading(self) -> str:
        """Above what was kept meanwhile."""
        if self.name and not self.own:
            return _("Wat %(name)s intussen bewaarde") % {"name": self.name}
        return _("Wat intussen in een ander venster is bewaard")

    @property
    def take(self) -> str:
        """The button that puts the other words in the editor."""
        if self.name and not self.own:
            return _("Neem de tekst van %(name)s over") % {"name": self.name}
        return _("Neem de tekst uit het andere venster over")


def other_of(version: AgreementVersion, field: str, reader: Person) -> Other:
    """Who wrote `field` ('text' or 'summary') last, as `reader` is told of it. One query."""
    number = version.writers.get(BY, {}).get(field)
    found = Person.objects.filter(pk=number).first() if number else None
    return Other(str(found), found == reader) if found else Other()
