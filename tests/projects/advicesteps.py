"""Advice of the resident group in every state, with what is said in it, for the tests about correcting it."""

from typing import Any

from django.test import Client
from django.urls import reverse

from projects.models import Advice, AdviceState, AdviceStep, Membership, Role, Seat, StepKind
from projects.services import residentgroup as services
from projects.services.residentgroup.advice import Words
from tests.cast import Cast

RESIDENT, LEADER, WORKER = Role.RESIDENT_GROUP, Role.PROJECT_LEADER, Role.COMMUNITY_WORKER
SECRET = "De achterburen zijn altijd dronken."


def page_of(cast: Cast, name: str, *arguments: Any) -> str:
    """The address of a page of the resident group."""
    return reverse(f"projects:resident_{name}", args=[cast.project.slug, *arguments])


def read(client: Client, address: str) -> str:
    """What stands on that page."""
    return client.get(address).content.decode()


def ask(cast: Cast) -> Advice:
    """A question of the team."""
    fields = {"title": "De folder", "subject": None, "meeting": None, "due_on": None}
    by = cast.person(LEADER)
    return services.ask_advice(project=cast.project, by=by, fields=fields, question="Is het duidelijk?")


def fresh(advice: Advice) -> Advice:
    """The advice as it is stored now."""
    return Advice.objects.get(pk=advice.pk)


def given(cast: Cast, role: str = RESIDENT, **more: Any) -> AdviceStep:
    """Advice on a question, not answered yet."""
    advice = ask(cast)
    services.give_advice(advice=advice, by=cast.members[role], text=SECRET, **more)
    return advice.steps.get(kind=StepKind.GIVEN)


def volunteered(cast: Cast) -> AdviceStep:
    """Advice that nobody asked for."""
    member = cast.members[RESIDENT]
    advice = services.volunteer_advice(project=cast.project, by=member, title="Lawaai", text=SECRET)
    return advice.steps.get()


def answered(cast: Cast, advice: Advice, answer: str = "full") -> None:
    """The team answers `advice`."""
    words = Words("Omdat het zo is.", answer, "Wij doen het.")
    services.move_advice(advice=advice, by=cast.person(LEADER), to=AdviceState.ANSWERED, words=words)


def brought_to(cast: Cast, state: str) -> Advice:
    """An advice that went all the way to `state`."""
    advice, by = ask(cast), cast.person(LEADER)
    ways = {
        "asked": (),
        "given": ("given",),
        "answered": ("given", "answered"),
        "carried_out": ("given", "answered", "carried_out"),
        "withdrawn": ("withdrawn",),
    }
    for to in ways[state]:
        if to == "given":
            services.give_advice(advice=fresh(advice), by=cast.members[RESIDENT], text=SECRET)
        else:
            words = Words("Omdat het zo is.", "full" if to == "answered" else "", "Wij doen het.")
            services.move_advice(advice=fresh(advice), by=by, to=to, words=words)
    return fresh(advice)


def seat_of(cast: Cast, member: Membership | None) -> Seat:
    """A filled seat, with the account of `member`."""
    fields = {"perspective": "ouder", "voices": [], "filled": True, "member": member}
    return services.write_seat(project=cast.project, by=cast.person(LEADER), fields=fields)


def correct(cast: Cast, step: AdviceStep, role: str = RESIDENT, **fields: Any) -> None:
    """Correct the words of `step`; fields: other ones than its text."""
    words = {"text": "Het is soms laat onrustig."} | fields
    services.correct_step(step=step, by=cast.members[role], fields=words)


def take_away(cast: Cast, step: AdviceStep, role: str = RESIDENT) -> None:
    """Take `step` away."""
    services.remove_step(step=step, by=cast.members[role])
    step.refresh_from_db()
