"""What organisations add: the parts of a set-up, what to take over, and keepers that are forgotten."""

from datetime import date

from msa import registry
from projects.demo import organisations as demo
from projects.services import setupparts
from projects.services.organisations import forget_keepers


def register() -> None:
    """Called once when the app is ready."""
    registry.setup.add("settings", setupparts.settings, order=5)
    registry.setup.add("partners", setupparts.partners, order=11)
    registry.setup.add("referral routes", setupparts.referral, order=12)
    registry.retention.add("keepers of organisations", forget)
    registry.demo.add("organisations", demo.load, order=90)


def forget(today: date) -> list[str]:
    """Keepers who manage nothing for their organisation any more, in words for the audit trail."""
    count = forget_keepers()
    return [f"keepers of organisations: {count}"] if count else []
