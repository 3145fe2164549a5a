"""A message that offers to undo what it says: `messages.success(request, text, extra_tags=undo_tag(url))`.

The address travels with the message, and components/messages.html makes a form of it, so that undoing is a
POST with its token and works without JavaScript.
"""

_MARK = "undo:"


def undo_tag(url: str) -> str:
    """What a message carries so that `undo_url` finds the address again. `url`: of our own, taking a POST."""
    return f"{_MARK}{url}"


def undo_url(tags: str | None) -> str:
    """The address in the tags of a message, or an empty string."""
    return (tags or "").removeprefix(_MARK) if (tags or "").startswith(_MARK) else ""
