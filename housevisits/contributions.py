"""What this phase adds to the kernel's lists: Vandaag, the menu, the demo project, retention."""

from django.utils.translation import gettext as _

from msa import registry
from projects.training.practising import practice_pages


def register() -> None:
    """Called once when the app is ready."""
    from housevisits import (
        actionlist,
        blocklist,
        demo,
        heldwork,
        importlist,
        keptlist,
        reading,
        registrationlist,
        requirementlist,
    )
    from housevisits.services import retention, setup

    registry.today.add("direct actions and visits", actionlist.todo, order=20)
    registry.state.add("direct actions", actionlist.standing, order=30)
    registry.navigation.add("addresses, visits, actions", actionlist.menu, order=20)
    registry.today.add("registration", registrationlist.todo, order=10)
    practice_pages.add("registration", registrationlist.practice_page)
    registry.state.add("waiting registrations", registrationlist.standing, order=10)
    registry.navigation.add("registration", registrationlist.menu, order=10)
    registry.retention.add("expired drafts", retention.expired_drafts)
    registry.retention.add("old imports", retention.old_imports)
    registry.retention.add("visit dates", retention.visit_dates)
    registry.retention.add("address lists", retention.address_lists)
    registry.kept.add("visits and conversations", keptlist.kept, order=20)
    registry.streets.add("address list", reading.streets_of)
    registry.blocks.add("homes", blocklist.uses, order=20)
    registry.today.add("imports", importlist.todo, order=30)
    registry.navigation.add("imports", importlist.menu, order=30)
    registry.requirements.add("visits and conversations", requirementlist.requirements, order=70)
    registry.work.add("read import", lambda: _("Inlezen: teksten nalezen"))
    registry.work.add("store import", lambda: _("Inlezen: rijen opslaan"))
    registry.handover.add("planned visits", heldwork.planned_visits, order=40)
    registry.handover.add("direct actions", heldwork.open_actions, order=50)
    registry.handover.add("drafts", heldwork.unfinished_drafts, order=90)
    registry.setup.add("question set", setup.question_set, order=30)
    registry.demo.add("addresses", demo.load, order=20)
    registry.demo.add("direct actions", demo.load_actions, order=50)
    registry.demo.add("waiting conversations", demo.load_waiting, order=60)
