"""Handing in a list in the browser, as every journey does that starts from nothing."""

from pathlib import Path

from tests.journeys.browsing import Visitor

DATA = Path(__file__).resolve().parents[2] / "housevisits" / "demo_data"


def hand_in(leader: Visitor, home: str, kind: str, file: str) -> None:
    """Give a file of the demo to the project at `home`; the page with its columns follows."""
    leader.go(f"{home}inlezen/")
    leader.page.set_input_files(f"#bestand-{kind}", DATA / file)
    leader.page.locator(f"form:has(#bestand-{kind}) button[type=submit]").click()
    leader.check()


def import_addresses(leader: Visitor, home: str) -> None:
    """The whole address list, with every proposal taken over."""
    hand_in(leader, home, "addresses", "spoorbuurt-adressen.csv")
    leader.sees("Wat staat er in elke kolom?").click("Klopt, ga verder")
    leader.sees("Klopt dit?").click("Sla op")
    leader.watch_job().sees("Nieuwe adressen")
