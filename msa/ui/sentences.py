"""Sentences that are put together from parts: what somebody typed may end in a sign of its own."""

import re

# A question mark, an exclamation mark, dots or a full stop, with or without a closing quote, and then a stop.
_DOUBLE = re.compile(r"([?!…]|(?<!\.)\.)([’”\"')]?)\.(?!\.)(?=\s|$)")


def one_stop(text: str) -> str:
    """`text` with one sign at the end of each sentence: 'Klaar: Bellen?.' becomes 'Klaar: Bellen?'."""
    return _DOUBLE.sub(r"\1\2", text)
