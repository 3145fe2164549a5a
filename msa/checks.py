"""What an installation needs from the machine beside Python packages, told before it starts."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from msa.privacy.reading import dictionary


@register()
def word_list_is_there(**_options: Any) -> list[CheckMessage]:
    """Without the word list every text waits for a person (P19); better to say so at the start."""
    if dictionary.WORD_LIST.exists():
        return []
    hint = "Install the Debian package wdutch; deploy/demo-packages.txt names all packages."
    return [Error(f"No Dutch word list at {dictionary.WORD_LIST}.", hint=hint, id="msa.E001")]
