"""The second and third step of the report: HTML, and from that a tagged PDF."""

from functools import cache

from django.template.loader import render_to_string
from django.utils.translation import override

from msa.ui.conditions import CONDITIONS
from msa.ui.icons import shapes
from neighbourhood.publication.report.content import ReportContent
from neighbourhood.publication.report.context import chart_source, report_context

TEMPLATE = "documents/report/report.html"
COVER = "made/cover.svg"
# Patterns of the four conditions as SVG tiles of 12 by 12; `{colour}` is the condition's own.
PATTERNS = {
    "stripes": '<path d="M-2 2 2-2M-2 14 14-2M10 14 14 10" stroke="{colour}" stroke-width="2.4"/>',
    "dots": '<circle cx="3" cy="3" r="1.9" fill="{colour}"/><circle cx="9" cy="9" r="1.9" fill="{colour}"/>',
    "rows": '<path d="M0 3h12M0 9h12" stroke="{colour}" stroke-width="2.4"/>',
    "checks": '<path d="M0 0h6v6h6v6H6V6H0z" fill="{colour}"/>',
}


def report_html(content: ReportContent) -> str:
    """The whole report as one HTML page, Dutch."""
    with override("nl"):
        return render_to_string(TEMPLATE, report_context(content))


def report_parts(content: ReportContent) -> dict[str, bytes]:
    """Drawings of the report by the name under which the page refers to them."""
    charts = {chart_source(*key): svg.encode() for key, svg in content.charts.items()}
    cover = {COVER: content.cover.encode()} if content.cover else {}
    return {**charts, **cover, **_signs()}


def report_pdf(content: ReportContent) -> bytes:
    """The report as a tagged PDF (PDF/UA-1)."""
    from msa.documents.renderer import render_pdf

    return render_pdf(report_html(content), report_parts(content))


@cache
def _signs() -> dict[str, bytes]:
    """Sign and pattern of each condition in its own colour."""
    signs = {}
    for key, look in CONDITIONS.items():
        signs[f"made/sign-{key}.svg"] = _icon(look.icon, "#fffdf8")
        tile = PATTERNS[look.pattern].format(colour=look.colour)
        signs[f"made/pattern-{key}.svg"] = _svg(12, f'<g opacity="0.75">{tile}</g>')
    return signs


def _icon(name: str, colour: str) -> bytes:
    shape = shapes()[name]
    return _svg(
        24,
        f'<g fill="none" stroke="{colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">'
        f"{shape}</g>",
    )


def _svg(side: int, inside: str) -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}" height="{side}">'
        f"{inside}</svg>"
    ).encode()
