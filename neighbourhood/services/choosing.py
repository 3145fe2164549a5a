"""Which themes stand on the poster and in the lists when nobody chose, and what the figures say."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _

from neighbourhood.figures.types import Figures
from neighbourhood.figures.wording import in_ten
from neighbourhood.models import Frequency, Theme
from neighbourhood.publication.charts.wording import mean_number
from neighbourhood.publication.poster.content import PosterFigure
from projects.models import Project

MOST_ISLANDS = 7
LIST_LENGTH = 5
DRAWINGS = {
    ("opportunity", "security"): "new_windows",
    ("opportunity", "cohesion"): "fence_talk",
    ("opportunity", "inclusion"): "coffee",
    ("opportunity", "empowerment"): "talents",
    ("barrier", "security"): "dark_path",
    ("barrier", "cohesion"): "alone",
    ("barrier", "inclusion"): "letters",
    ("barrier", "empowerment"): "alone",
}


def ranked_themes(project: Project) -> list[Theme]:
    """All themes, those with most votes first; of as many votes, those that ten conversations carry first."""
    themes = Theme.objects.filter(project=project).annotate(count=Count("votes"))
    return sorted(themes, key=lambda theme: (-theme.count, not theme.quotable, theme.title))  # type: ignore[attr-defined]


def top_five(themes: Sequence[Theme], valence: str) -> list[Theme]:
    """The five of one side with most votes; a theme without a vote is not among them."""
    return [theme for theme in themes if theme.valence == valence and theme.count][:LIST_LENGTH]  # type: ignore[attr-defined]


def island_themes(themes: Sequence[Theme], chosen: Sequence[str] = ()) -> list[Theme]:
    """The themes on the poster: those `chosen` by key, in order, or the heaviest, both sides by turns."""
    by_key = {str(theme.key): theme for theme in themes}
    picked = [by_key[key] for key in chosen if key in by_key]
    if picked:
        return picked[:MOST_ISLANDS]
    heard = [theme for theme in themes if theme.frequency == Frequency.OFTEN]
    good = [theme for theme in heard if theme.valence == "opportunity"]
    hard = [theme for theme in heard if theme.valence == "barrier"]
    taken = good[: max(4, MOST_ISLANDS - len(hard))] + hard[: max(3, MOST_ISLANDS - len(good))]
    places = {theme.pk: place for side in (good, hard) for place, theme in enumerate(side)}
    return sorted(taken, key=lambda theme: (places[theme.pk], theme.valence != "opportunity"))[:MOST_ISLANDS]


def allowed_quote(theme: Theme) -> str:
    """The quote, when somebody approved it and ten conversations carry the theme (P15)."""
    return theme.quote if theme.quotable and theme.quote_approved_by_id else ""


def drawing_of(theme: Theme) -> str:
    """The drawing that was chosen, or one that suits the condition."""
    return theme.drawing or DRAWINGS.get((theme.valence, main_condition(theme)), "fence_talk")


def main_condition(theme: Theme) -> str:
    """The first condition; cohesion where the team named none."""
    return str(theme.conditions[0]) if theme.conditions else "cohesion"


@dataclass(frozen=True)
class _Saying:
    """How answers to a question are told: 'N van de 10' and then `text`. Only with at least `least` tens."""

    question: str
    options: tuple[str, ...]
    text: str
    least: int = 1


def _sayings() -> dict[str, _Saying]:
    marks = tuple(str(mark) for mark in range(7, 11))
    return {
        "at_home": _Saying("at_home", ("agree2", "agree1"), _("voelen zich hier thuis")),
        "neighbours": _Saying("neighbours", ("daily", "weekly"), _("praten elke week of vaker met buren")),
        "contribute": _Saying("contribute", ("does", "yes"), _("doen iets voor de buurt of willen dat")),
        "unsafe": _Saying("unsafe", ("sometimes", "often"), _("voelen zich soms of vaak onveilig"), least=2),
        "liveability": _Saying("liveability", marks, _("geven de buurt een 7 of hoger")),
        "worse": _Saying("trend", ("worse",), _("vinden dat de buurt achteruitgaat"), least=2),
    }


def poster_figures(figures: Figures) -> list[PosterFigure]:
    """At most three figures: something between people, something people want, something that worries."""
    said = sayings(figures)
    wanted = (("at_home", "neighbours"), ("contribute",), ("unsafe", "worse", "liveability"))
    picked = [next((said[name] for name in names if name in said), None) for names in wanted]
    chosen = [figure for figure in picked if figure]
    spare = [figure for figure in said.values() if figure not in chosen]
    return (chosen + spare)[:3]


def highlights(figures: Figures) -> list[str]:
    """The main figures as sentences for the report."""
    told = [
        _("%(tens)d van de 10 bewoners %(text)s.") % {"tens": figure.tens, "text": figure.text}
        for figure in sayings(figures).values()
    ]
    mark = next((question for question in figures.questions if question.key == "liveability"), None)
    mean = mean_number(mark, mark.whole) if mark else ""
    return [*told, _("Gemiddeld krijgt de buurt ongeveer een %(mean)s.") % {"mean": mean}] if mean else told


def sayings(figures: Figures) -> dict[str, PosterFigure]:
    """What can be said of these figures in tens, by name; nothing that would be none or all of ten."""
    found = {name: _said(figures, saying) for name, saying in _sayings().items()}
    return {name: figure for name, figure in found.items() if figure}


def _said(figures: Figures, saying: _Saying) -> PosterFigure | None:
    question = next((question for question in figures.questions if question.key == saying.question), None)
    if question is None:
        return None
    share = sum(cell.share for cell in question.whole.cells if cell.option in saying.options)
    tens = in_ten(min(1.0, share))
    return PosterFigure(tens, saying.text) if saying.least <= tens < 10 else None
