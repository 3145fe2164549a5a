"""Writing agreements: a concept begins, is kept, is thrown away (V4). Sending and answering: `agreeing`."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from msa.audit import record
from projects.agreements.starting import facts_now, text_with
from projects.models import Agreement, AgreementKind, AgreementVersion, Person, Project, VersionState
from projects.models.agreement import BY
from projects.services.refusing import Refused


def held_agreement(project: Project, kind: AgreementKind) -> Agreement:
    """The agreement with its project, locked until the transaction ends; made when it is not there."""
    made = Agreement.objects.get_or_create(project=project, kind=kind)[0]
    return Agreement.objects.select_for_update().select_related("project").get(pk=made.pk)


@transaction.atomic
def start_version(*, project: Project, by: Person, kind: AgreementKind) -> AgreementVersion:
    """The concept that is being written; a new one when there is none.

    The first starts from the template filled with the facts of the project; a later one from the newest
    version. Never from a text of another project: its facts would stand here as if they were true.
    """
    agreement = held_agreement(project, kind)
    newest = agreement.versions.first()
    if newest and newest.is_concept:
        return newest
    facts = (newest.facts if newest else None) or facts_now(project)
    made = AgreementVersion.objects.create(
        agreement=agreement,
        number=newest.number + 1 if newest else 1,
        text=newest.text if newest else text_with(kind, facts),
        facts=facts,
        made_on=timezone.localdate(),
        made_by=by,
    )
    record(person=by, act="agreement begun", subject=str(made), project=project)
    return made


@transaction.atomic
def save_text(
    *, version: AgreementVersion, by: Person, text: str, summary: str, window: str = ""
) -> AgreementVersion:
    """Keep the text of a concept. Raises Refused when it was sent or thrown away in the meantime.

    window: key of the page it was written in, which saves itself; that makes one line in the audit trail.
    """
    held = held_concept(version)
    new = {"text": text, "summary": summary}
    changed = [name for name, value in new.items() if getattr(held, name) != value]
    if not changed:
        return held
    same_sitting = bool(window) and window in held.writers.values()
    held.text, held.summary = text, summary
    by_field = held.writers.get(BY, {}) | dict.fromkeys(changed, by.pk)
    held.writers = held.writers | dict.fromkeys(changed, window) | {BY: by_field}
    held.save(update_fields=["text", "summary", "writers", "saved_at"])
    if not same_sitting:
        record(person=by, act="agreement written", subject=str(held), project=held.agreement.project)
    return held


@transaction.atomic
def discard_version(*, version: AgreementVersion, by: Person) -> None:
    """Throw a concept away for good. Raises Refused when it was sent in the meantime."""
    held = held_concept(version)
    subject, project = str(held), held.agreement.project
    held.delete()
    record(person=by, act="agreement concept discarded", subject=subject, project=project)


def held_concept(version: AgreementVersion) -> AgreementVersion:
    """The concept as it stands now, locked until the transaction ends. Raises Refused when it is none now."""
    found = AgreementVersion.objects.select_for_update().filter(pk=version.pk)
    held = found.select_related("agreement__project").first()
    if held is None:
        raise Refused(_("Een collega heeft dit concept weggegooid."))
    if held.state != VersionState.CONCEPT:
        raise Refused(_("Deze versie is al verstuurd en verandert niet meer. Begin een nieuwe versie."))
    return held
