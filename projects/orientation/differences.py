"""Two records of a choice side by side: what changed since the earlier one, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

Record = Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """One thing that reads otherwise now. before and after are empty where it was not there."""

    about: str
    before: str
    after: str


def changes(before: Record, after: Record) -> list[Change]:
    """What differs between two frozen records: the choice first, then answers, then warnings."""
    found = [*_choice(before, after), *_advice(before, after)]
    found += [*_answers(before, after), *_warnings(before, after)]
    return [change for change in found if change.before != change.after]


def _choice(before: Record, after: Record) -> list[Change]:
    old, new = before.get("choice", {}), after.get("choice", {})
    names = {"label": _("De keuze"), "because": _("De reden"), "decided_by": _("Wie besloot")}
    plain = [Change(name, old.get(key, ""), new.get(key, "")) for key, name in names.items()]
    parts = Change(_("De onderdelen"), _list(old.get("parts", [])), _list(new.get("parts", [])))
    return [plain[0], parts, *plain[1:]]


def _advice(before: Record, after: Record) -> list[Change]:
    return [Change(_("Het advies"), before["advice"]["title"], after["advice"]["title"])]


def _answers(before: Record, after: Record) -> list[Change]:
    """By the key of the question; one that was asked only once stands against nothing."""
    old, new = ({one["key"]: one for one in record["questions"]} for record in (before, after))
    found = []
    for key in [*new, *(key for key in old if key not in new)]:
        was, now = old.get(key, {}), new.get(key, {})
        label = (now or was)["label"]
        found.append(Change(label, _list(was.get("answer", [])), _list(now.get("answer", []))))
        own = _("%(question)s In eigen woorden") % {"question": label}
        found.append(Change(own, was.get("reason", ""), now.get("reason", "")))
    return found


def _warnings(before: Record, after: Record) -> list[Change]:
    old, new = ({one["key"]: one for one in record["warnings"]} for record in (before, after))
    found = []
    for key in [*new, *(key for key in old if key not in new)]:
        title = (new.get(key) or old[key])["title"]
        about = _("Waarschuwing: %(title)s") % {"title": title}
        found.append(Change(about, _said(old.get(key)), _said(new.get(key))))
    return found


def _said(warning: Record | None) -> str:
    """What was written about a warning; '' when there was none."""
    if warning is None:
        return ""
    return warning["response"] or _("gezien, nog geen antwoord")


def _list(lines: list[str]) -> str:
    return "; ".join(lines)
