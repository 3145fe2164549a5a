"""Report and poster from a stored picture, against WeasyPrint on the same finished page."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count

from weasyprint import HTML

from msa.documents.fetcher import BASE, PackagedOnly
from neighbourhood.models import Picture
from neighbourhood.publication import poster
from neighbourhood.publication.poster import PosterContent
from neighbourhood.publication.report.rendering import report_html, report_parts, report_pdf
from neighbourhood.services.composing import poster_content
from neighbourhood.services.reporting import report_content
from tests.bench.measuring import Line, Work, alternate
from tests.bench.sizes import Size


def lines(picture: Picture, size: Size) -> Iterator[Line]:
    """The lines about both documents. Every turn reads the picture from the database again."""
    report = report_content(picture)
    for name, own, floor in (
        ("report", lambda one: report_pdf(report_content(one)), (report_html(report), report_parts(report))),
        ("poster", lambda one: poster.pdf(poster_content(one)), (poster.html(poster_content(picture)), {})),
    ):
        series = alternate(_own(own, picture.pk), _plain(*floor), size.slow_rounds)
        yield series.line(f"{name} as PDF", "at most 1.2 x", lambda ratio, _ms: ratio <= 1.2)
    yield _preview(poster_content(picture), size)


def _preview(content: PosterContent, size: Size) -> Line:
    """The preview that follows typing: a new title each time, against the poster on paper."""

    def typed(draw: Callable[[PosterContent], object]) -> Callable[[], Work]:
        counter = count()
        return lambda: partial(draw, replace(content, title=f"{content.title} {next(counter)}"))

    series = alternate(typed(poster.svg), typed(poster.pdf), size.slow_rounds)
    return series.line("poster while typing", "at most 300 ms", lambda _ratio, ms: ms <= 300)


def _own(make: Callable[[Picture], bytes], pk: int) -> Callable[[], Work]:
    return lambda: lambda: make(Picture.objects.select_related("project", "snapshot").get(pk=pk))


def _plain(page: str, parts: dict[str, bytes]) -> Callable[[], Work]:
    """The floor: the finished page and its drawings, and the same kind of PDF."""
    return lambda: (
        lambda: HTML(string=page, base_url=BASE, url_fetcher=PackagedOnly(parts)).write_pdf(
            pdf_variant="pdf/ua-1"
        )
    )
