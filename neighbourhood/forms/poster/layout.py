"""How the poster's form is laid out: folds with their fields, and a card for each theme."""

from dataclasses import dataclass

from django.forms import BoundField
from django.utils.translation import gettext as _

from neighbourhood.forms.poster.form import PosterForm
from neighbourhood.forms.poster.values import theme_field
from neighbourhood.publication.poster.content import Island
from neighbourhood.publication.poster.drawings.catalogue import LABELS


@dataclass(frozen=True)
class Section:
    """A fold of fields that are put back together. Open when something in it is wrong."""

    part: str
    title: str
    icon: str
    lead: str
    fields: list[BoundField]

    @property
    def wrong(self) -> bool:
        return any(field.errors for field in self.fields)


@dataclass(frozen=True)
class ThemeRow:
    """A theme: whether and where it stands on the poster, and what it says there."""

    key: str
    island: Island
    chosen: BoundField
    place: BoundField
    title: BoundField
    sentence: BoundField
    quote: BoundField
    drawing: BoundField
    x: BoundField
    y: BoundField

    @property
    def wrong(self) -> bool:
        return any(field.errors for field in (self.place, *self.texts, self.drawing, self.x, self.y))

    @property
    def texts(self) -> list[BoundField]:
        """The fields that are typed; the quote only where one is allowed."""
        return [self.title, self.sentence, *([self.quote] if self.island.quote else [])]

    @property
    def picture(self) -> str:
        """The name of the drawing that is chosen now; that of the theme where the choice is none of ours."""
        chosen = str(self.drawing.value())
        return chosen if chosen in LABELS else self.island.drawing

    @property
    def standing(self) -> bool:
        """Whether the theme is ticked now."""
        return bool(self.chosen.value())


def sections(form: PosterForm) -> list[Section]:
    """Everything but the themes."""

    def section(part: str, title: str, icon: str, lead: str) -> Section:
        return Section(part, title, icon, lead, [form[name] for name in form.parts[part]])

    five = _("Hooguit vijf regels. Zonder verandering: de top vijf van het team.")
    number = _("Het getal komt uit de momentopname. De woorden erachter kun je aanpassen.")
    openings = _("Twee of drie beginnen van een zin, om samen af te maken.")
    return [
        section("texts", _("Titel, onderschrift en straat"), "type", ""),
        section("proud", _("Hier zijn we trots op"), "sprout", five),
        section("worries", _("Hier maken we ons zorgen over"), "construction", five),
        section("figures", _("Drie cijfers"), "chart-bar", number),
        section("open_balloons", _("Lege ballonnen"), "message-circle", openings),
    ]  # fmt: skip


def theme_rows(form: PosterForm) -> list[ThemeRow]:
    """A row for each theme: first those on the poster in their order, then the others."""
    rows = [_row(form, key, island) for key, island in form.defaults.islands.items()]
    return sorted(rows, key=lambda row: (not row.standing, _number(row.place.value())))


def _row(form: PosterForm, key: str, island: Island) -> ThemeRow:
    names = ("chosen", "place", "title", "sentence", "quote", "drawing", "x", "y")
    return ThemeRow(key, island, *(form[theme_field(key, name)] for name in names))


def _number(value: object) -> int:
    return int(str(value)) if str(value).isdigit() else 99
