"""Parts of addresses in the words of who reads them, while the code keeps its own."""

from collections.abc import Mapping

from django.urls import register_converter


def say(name: str, words: Mapping[str, str]) -> None:
    """Register `<name:…>` for paths: a value of `words` in the address is its key in the code.

    An address with another word does not exist; a key without a word cannot be made an address of.
    """
    keys = {word: key for key, word in words.items()}
    assert len(keys) == len(words), f"two of {name} have one word"

    class Converter:
        regex = "|".join(sorted(keys))

        def to_python(self, word: str) -> str:
            return keys[word]

        def to_url(self, key: str) -> str:
            try:
                return words[str(key)]
            except KeyError as error:
                raise ValueError(key) from error

    register_converter(Converter, name)
