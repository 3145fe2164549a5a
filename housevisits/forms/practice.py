"""What somebody typed in a practice. It travels in the forms of the pages; see also practice/carrying.py."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from housevisits import questions as default
from housevisits import steps
from housevisits.forms.registration import HouseholdForm, StoryForm
from housevisits.practice.case import CARD, definition
from housevisits.services.drafts import WHOLE, DraftContent

MOST_WAVED = 500
WORD = re.compile(r"[^\W\d_]{2,}|\d+")
FIELDS = tuple(one.name for one in steps.STORY_FIELDS)


@dataclass
class Typed:
    """A practice between two pages. first: by field what was written before the check looked at all of
    it; empty until then. done: whether it was handed in."""

    content: DraftContent
    first: dict[str, str] = field(default_factory=dict)
    done: bool = False

    @property
    def texts(self) -> dict[str, str]:
        """By field what stands there now."""
        return self.content.stories.setdefault(CARD, {})

    @property
    def wrote(self) -> bool:
        """Whether there is any text."""
        return any(text.strip() for text in self.texts.values())

    @property
    def words(self) -> int:
        """How many words there are in all texts together; a loose letter is none."""
        return sum(len(WORD.findall(text)) for text in self.texts.values())

    def look(self) -> None:
        """Remember what was written first, once."""
        if not self.first:
            self.first = dict(self.texts)

    def hidden(self, *, without: str) -> list[tuple[str, str]]:
        """Names and values that a page takes along, all but what it asks itself: 'answers', 'texts' or ''."""
        pairs = [] if without == "answers" else list(self.content.answers.items())
        if without != "texts":
            pairs += list(self.texts.items())
        pairs += [(f"first-{name}", text) for name, text in self.first.items()]
        return pairs + [("waved", key) for key in self.content.waved]


def typed(data: QueryDict) -> Typed:
    """Read a practice back from what a page sent. Whatever does not fit is left out."""
    content = content_of({*data.getlist("waved"), *data.getlist("wave")})
    for form in (questions_form(content, data), story_form(content, data)):
        form.is_valid()
        form.apply(content)
    first = {name: clean for name in FIELDS if (clean := _text(data.get(f"first-{name}", "")))}
    return Typed(content, first)


def content_of(waved: Iterable[str]) -> DraftContent:
    """The content of a practice in which nothing was typed yet. It is never kept as a draft."""
    return DraftContent(
        set_key=definition().key.hex,
        code="",
        code_choice="none",
        block=WHOLE,
        month=f"{timezone.localdate():%Y-%m}",
        cards=[CARD],
        waved=sorted(waved)[:MOST_WAVED],
    )


def _text(value: str) -> str:
    return value.replace("\r\n", "\n")[: 2 * steps.MOST_CHARACTERS]


def questions_form(content: DraftContent, data: Any = None) -> HouseholdForm:
    """The two closed questions, as the real form asks them."""
    return HouseholdForm(data, content=content, questions=definition().section(default.HOUSEHOLD))


def story_form(content: DraftContent, data: Any = None) -> StoryForm:
    """The story of the one card, as the real form asks it."""
    return StoryForm(data, content=content, card=CARD, definition=definition())
