"""What the report of a picture says, from stored figures, themes and the project; never the register (P8)."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from neighbourhood.figures.serialising import figures_from_json
from neighbourhood.models import Frequency, Picture, PictureState, Theme
from neighbourhood.publication.report.content import ReportContent, ReportTheme
from neighbourhood.services import choosing
from neighbourhood.services.composing import poster_content, with_article
from neighbourhood.services.publicity import public_url
from projects.models import Project


def report_content(picture: Picture) -> ReportContent:
    """Everything the report of `picture` shows; themes of a published picture as they were frozen."""
    with override("nl"):
        return _content(picture)


def report_themes(picture: Picture) -> list[ReportTheme]:
    """All themes with their place in the top five, heaviest first."""
    themes = choosing.ranked_themes(picture.project)
    ranks = {
        theme.pk: place
        for valence in ("opportunity", "barrier")
        for place, theme in enumerate(choosing.top_five(themes, valence), start=1)
    }
    return [_theme(theme, ranks.get(theme.pk, 0)) for theme in themes]


def themes_to_json(picture: Picture) -> list[dict[str, Any]]:
    """The themes as plain data, for `Picture.frozen`."""
    return [{**asdict(theme), "conditions": list(theme.conditions)} for theme in report_themes(picture)]


def about_to_json(picture: Picture) -> dict[str, Any]:
    """What the report says of the project and can be changed in its settings, as plain data. One query."""
    project = picture.project
    return {
        "project": project.name,
        "occasion": str(project.get_occasion_display()),
        "contact": project.contact,
        "organisations": [list(one) for one in _organisations(picture)],
    }


def published_themes(project: Project) -> tuple[ReportTheme, ...]:
    """The themes of what is public now, as they were frozen; none while nothing is public."""
    picture = Picture.objects.published().filter(project=project).first()
    return _themes(picture) if picture else ()


def _content(picture: Picture) -> ReportContent:
    project, snapshot = picture.project, picture.snapshot
    about = picture.frozen.get("about") or about_to_json(picture)
    published = picture.state != PictureState.CONCEPT
    figures = figures_from_json(snapshot.figures)
    return ReportContent(
        project=about["project"],
        neighbourhood=project.neighbourhood,
        said=with_article(project.neighbourhood),
        place=project.place,
        occasion=about["occasion"],
        organisations=tuple((name, kind) for name, kind in about["organisations"]),
        contact=about["contact"],
        period=period_text(snapshot.context.get("period", [])),
        made_on=day_text(picture.published_on or snapshot.made_on),
        as_of=day_text(snapshot.made_on),
        version=picture.version,
        concept=not published,
        figures=figures,
        charts={(chart.question, chart.background): chart.svg for chart in snapshot.charts.all()},
        context=snapshot.context,
        themes=_themes(picture),
        left_out=tuple(snapshot.audit.get("left_out", [])),
        highlights=tuple(choosing.highlights(figures)),
        cover=cover_drawing(picture),
        url=public_url(picture) if published else "",
    )


def day_text(day: date) -> str:
    """'22 november 2026'."""
    return date_format(day, "j F Y")


def period_text(months: list[str]) -> str:
    """'in maart 2026' or 'van maart tot en met mei 2026'; empty where no month is known."""
    if not months:
        return ""
    first, last = (date.fromisoformat(f"{month}-01") for month in months)
    if first == last:
        return _("in %(month)s") % {"month": date_format(first, "F Y")}
    start = date_format(first, "F" if first.year == last.year else "F Y")
    return _("van %(first)s tot en met %(last)s") % {"first": start, "last": date_format(last, "F Y")}


def cover_drawing(picture: Picture) -> str:
    """The poster's street cut to the shape of an A4 sheet."""
    from neighbourhood.publication.poster.drawings.street import street
    from neighbourhood.publication.poster.ink import sheet

    content = poster_content(picture)
    drawing = street(content.street, content.landmarks, frozenset({"near_left", "near_right"}))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="1140 0 2100 2970" width="2100" height="2970">'
        f"{sheet(drawing)}</svg>"
    )


def _organisations(picture: Picture) -> tuple[tuple[str, str], ...]:
    rows = picture.project.memberships.filter(active=True, organisation__isnull=False).select_related(
        "organisation"
    )
    found = {
        row.organisation.name: str(row.organisation.get_kind_display()) for row in rows if row.organisation
    }
    return tuple(sorted(found.items()))


def _themes(picture: Picture) -> tuple[ReportTheme, ...]:
    if picture.frozen:
        stored = picture.frozen["themes"]
        return tuple(ReportTheme(**{**theme, "conditions": tuple(theme["conditions"])}) for theme in stored)
    return tuple(report_themes(picture))


def _theme(theme: Theme, rank: int) -> ReportTheme:
    return ReportTheme(
        title=theme.title,
        sentence=theme.sentence,
        valence=theme.valence,
        conditions=tuple(theme.conditions) or (choosing.main_condition(theme),),
        unique=theme.frequency == Frequency.UNIQUE,
        weight=theme.weight,
        experience=theme.experience,
        who_says=theme.who_says,
        quote=choosing.allowed_quote(theme),
        rank=rank,
    )
