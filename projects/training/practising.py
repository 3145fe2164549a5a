"""Where one practises a registration. That page lives in a later phase, which says here where it is."""

from typing import Any

from msa.registry import Registry

# call(membership) -> str, the address of the practice; "" for who cannot practise
practice_pages = Registry("where somebody practises, for one membership")


def practice_url(membership: Any) -> str:
    """Where the holder of `membership` practises; empty when there is no such page for that role."""
    return next((url for page in practice_pages if (url := page.call(membership))), "")
