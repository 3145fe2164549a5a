"""The page with all charts of a stored snapshot, against a bare view that shows the same drawings."""

from collections.abc import Iterator

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from projects.models import Project
from tests.bench.measuring import Line, Spread, Work, alternate
from tests.bench.neighbourhoods import leader
from tests.bench.sizes import Size
from tests.bench.stock.clients import signed_in, stock_signed_in

REGISTER = ("housevisits_conversation", "housevisits_storyblock", "housevisits_sealedregistration")


def page_of(project: Project) -> str:
    """The address of the charts."""
    return reverse("neighbourhood:figures", args=[project.slug])


def lines(project: Project, small: Project, size: Size) -> Iterator[Line]:
    """The lines about the page. small: a project with a snapshot of fewer people, for the same queries."""
    own, stock = (make(leader(project)) for make in (signed_in, stock_signed_in))
    address = page_of(project)
    series = alternate(
        lambda: visit(own, address), lambda: visit(stock, f"/{project.slug}/grafieken/"), size.rounds
    )
    yield series.line("page with all charts", "at most 50 ms", lambda _ratio, ms: ms <= 50)
    asked, before = queries(own, address), queries(signed_in(leader(small)), page_of(small))
    count, floor = (Spread.of([float(len(one))]) for one in (asked, before))
    ratio = Spread.of([len(asked) / len(before)])
    met = len(asked) == len(before)
    yield Line("page with all charts: queries", count, "queries", floor, ratio, None, "the same for few", met)
    reads = float(sum(table in sql for sql in asked for table in REGISTER))
    yield Line("page with all charts: register", Spread.of([reads]), "reads", goal="none", met=not reads)


def visit(client: Client, address: str) -> Work:
    """One visit, ready to be made."""

    def work() -> None:
        answer = client.get(address)
        assert answer.status_code == 200, answer.status_code
        assert answer.content.count(b"<svg") > 2

    return work


def queries(client: Client, address: str) -> list[str]:
    """The statements of a second visit; the first one also writes the session."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return [query["sql"] for query in asked]
