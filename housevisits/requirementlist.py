"""What has to stand before visits begin, and before the picture of the neighbourhood is made (V10).

Everybody in a project reads these sentences, so they hold no numbers of conversations.
"""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from housevisits.blocklist import homes_in
from housevisits.models import Conversation, SealedRegistration
from housevisits.services.questionsets import in_use
from msa.registry import Requirement
from msa.sharing import Shared
from projects.access import roles_for
from projects.models import Phase, Project

ENOUGH = 10  # the smallest group about which anything is said (PRIVACY P9, P10)


def requirements(project: Project, shared: Shared) -> Iterator[Requirement]:
    """The rules of phase 2 and 3 that this app knows about."""
    yield from _before_visits(project, shared.get(homes_in, project) > 0)
    yield from _before_the_picture(project)


def _before_visits(project: Project, addresses: bool) -> Iterator[Requirement]:
    """Addresses to go to, questions to ask. Two queries."""
    yield Requirement(
        phase=Phase.HOUSE_VISITS,
        key="addresses",
        title=_("De adreslijst is ingelezen"),
        todo=_("de adreslijst inlezen"),
        met=addresses,
        url=reverse("housevisits:imports", args=[project.slug]),
        roles=roles_for("housevisits.import_addresses"),
        reason=""
        if addresses
        else _("Er staat nog geen adres in. Zonder lijst kan niemand een bezoek plannen."),
        overridable=True,
    )
    chosen = in_use(project) is not None
    yield Requirement(
        phase=Phase.HOUSE_VISITS,
        key="question_set",
        title=_("Er is een vragenlijst gekozen"),
        todo=_("een vragenlijst kiezen"),
        met=chosen,
        url=reverse("housevisits:registration_start", args=[project.slug]),
        roles=roles_for("housevisits.register_conversation"),
        blocks=False,
        reason=""
        if chosen
        else _("Begin een gesprek om te oefenen. Dan staat de vaste vragenlijst klaar en kun je hem lezen."),
    )


def _before_the_picture(project: Project) -> Iterator[Requirement]:
    """Enough to draw a picture from, and nothing that still waits. Two queries."""
    enough = Conversation.objects.filter(project_key=project.key)[:ENOUGH].count() >= ENOUGH
    url = reverse("housevisits:registration_start", args=[project.slug])
    yield Requirement(
        phase=Phase.PICTURE,
        key="enough_conversations",
        title=_("Er zijn minstens tien gesprekken vrijgegeven"),
        todo=_("minstens tien gesprekken hebben die zijn vrijgegeven"),
        met=enough,
        url=url,
        roles=roles_for("housevisits.register_conversation"),
        reason=""
        if enough
        else _("Het zijn er nog minder dan tien. Over zo weinig mensen mag niemand iets te zien krijgen."),
    )
    waiting = SealedRegistration.objects.filter(project_key=project.key).exists()
    yield Requirement(
        phase=Phase.PICTURE,
        key="waiting_conversations",
        title=_("Er wachten geen gesprekken meer"),
        todo=_("wachten tot alle gesprekken zijn vrijgegeven"),
        met=not waiting,
        url=url,
        roles=roles_for("housevisits.view_waiting"),
        blocks=False,
        reason=_("Er wachten nog gesprekken op genoeg andere. Wat wacht, telt niet mee in het beeld.")
        if waiting
        else "",
    )
