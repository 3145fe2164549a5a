"""What a message carries besides its words: an offer to undo what it says, and the place where it stands.

`messages.success(request, text, extra_tags=undo_tag(url))`: the address travels with the message, and
components/message.html makes a form of it, so that undoing is a POST with its token and works without
JavaScript. `beside_tag(id)` keeps a message away from the top of the page: the page itself shows it at `id`.
"""

_UNDO, _BESIDE = "undo:", "beside:"


def undo_tag(url: str) -> str:
    """What a message carries so that `undo_url` finds the address again. `url`: of our own, taking a POST."""
    return f"{_UNDO}{url}"


def beside_tag(place: str) -> str:
    """What a message carries so that `beside` finds the id of its place. Joined to others by a space."""
    return f"{_BESIDE}{place}"


def undo_url(tags: str | None) -> str:
    """The address in the tags of a message, or an empty string."""
    return _told(tags, _UNDO)


def beside(tags: str | None) -> str:
    """The id of the place in the tags of a message, or an empty string: then it stands at the top."""
    return _told(tags, _BESIDE)


def _told(tags: str | None, mark: str) -> str:
    found = (tag.removeprefix(mark) for tag in (tags or "").split() if tag.startswith(mark))
    return next(found, "")
