"""Taking the new facts of a project into a concept that began before they changed (V4)."""

from django.db import transaction

from msa.audit import record
from projects.agreements.changes import changes_of, with_change
from projects.agreements.starting import facts_now
from projects.models import AgreementVersion, Person
from projects.services.agreements import held_concept, save_text


@transaction.atomic
def take_facts(*, version: AgreementVersion, by: Person) -> int:
    """Put what changed in the text wherever its place is still there; returns how many have no place.

    What has no place stays a change until somebody writes it in, or says that the text is right. Raises
    Refused when the concept was sent or thrown away in the meantime.
    """
    held = held_concept(version)
    text = held.text
    for change in changes_of(held):
        text = with_change(text, change)
    held = save_text(version=held, by=by, text=text, summary=held.summary)
    left = len(changes_of(held))
    if not left:
        _remember(held)
    return left


@transaction.atomic
def keep_text(*, version: AgreementVersion, by: Person) -> None:
    """The text is right as it is: from now on only what changes after this is told. Raises Refused."""
    held = held_concept(version)
    _remember(held)
    record(person=by, act="agreement facts seen", subject=str(held), project=held.agreement.project)


def _remember(held: AgreementVersion) -> None:
    held.facts = facts_now(held.agreement.project)
    held.save(update_fields=["facts"])
