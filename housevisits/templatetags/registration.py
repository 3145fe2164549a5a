"""Small helpers of the pages that register a conversation."""

from typing import Any

from django import forms, template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from housevisits.services.finishing import ReadText
from msa.privacy.reading import Finding

register = template.Library()

NOT_ONE = {
    "name": gettext_lazy("Dit is geen naam"),
    "street": gettext_lazy("Dit is geen straat"),
    "house_number": gettext_lazy("Dit is geen huisnummer"),
    "plate": gettext_lazy("Dit is geen kenteken"),
    "number": gettext_lazy("Dit nummer hoort bij niemand"),
    "institution": gettext_lazy("Dit is geen plek die te herkennen is"),
}


@register.filter
def field_named(form: forms.Form, name: str) -> Any:
    """The field `name` of a form; for names that a template cannot write."""
    return form[name]


@register.filter
def not_one_label(finding: Finding) -> str:
    """How a writer says that a finding is not what it seems."""
    return str(NOT_ONE.get(finding.kind) or _("Dit wijst naar niemand"))


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
