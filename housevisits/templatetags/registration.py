"""Small helpers of the pages that register a conversation."""

from typing import Any

from django import forms, template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from housevisits.services.finishing import ReadText
from housevisits.views.overview import not_one_label
from msa.privacy.reading import Finding
from msa.privacy.reading.rewording import Rewording, reword

register = template.Library()
register.filter(not_one_label)

LONG_LABEL, LONG_WORD = 20, 11


@register.filter
def field_named(form: forms.Form, name: str) -> Any:
    """The field `name` of a form; for names that a template cannot write."""
    return form[name]


@register.filter
def has_long_choices(field: forms.BoundField) -> bool:
    """Whether the choices of a field need a whole line on a phone."""
    labels = [str(option.choice_label) for option in field]
    return any(len(label) > LONG_LABEL or max(map(len, label.split())) > LONG_WORD for label in labels)


@register.simple_tag
def rewording_of(finding: Finding, read: ReadText) -> Rewording | None:
    """What could stand in the text instead of a finding; None where only the writer can say."""
    return reword(read.text, finding, read.findings)


@register.simple_tag
def marked(read: ReadText) -> SafeString:
    """The text with every finding marked where it stands."""
    parts, place = [], 0
    for finding in sorted(read.findings, key=lambda one: one.start):
        if finding.start < place or (finding.end - finding.start) == len(read.text):
            continue
        sure = finding.severity.name.lower()
        parts.append(format_html("{}", read.text[place : finding.start]))
        parts.append(format_html('<mark class="found found--{}">{}</mark>', sure, finding.text))
        place = finding.end
    parts.append(format_html("{}", read.text[place:]))
    return mark_safe("".join(parts))  # every part was escaped above
