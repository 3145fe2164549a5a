"""What this phase adds to the kernel's lists: Vandaag, the menu, the demo project."""

from django.utils.translation import gettext as _

from msa import registry


def register() -> None:
    """Called once when the app is ready."""
    from neighbourhood import demo, picturelist, requirementlist

    registry.today.add("picture", picturelist.todo, order=40)
    registry.state.add("picture", picturelist.standing, order=40)
    registry.navigation.add("picture", picturelist.menu, order=40)
    registry.requirements.add("picture", requirementlist.requirements, order=80)
    registry.work.add("documents", lambda: _("Praatplaat en verslag"))
    registry.work.add("snapshot", lambda: _("Momentopname van de cijfers"))
    registry.demo.add("snapshots and themes", demo.load_snapshots, order=30)
    registry.demo.add("poster and report", demo.load_picture, order=70)
