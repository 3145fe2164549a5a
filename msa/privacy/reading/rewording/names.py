"""Names: dropped behind a word that says who it is, and otherwise replaced by a word for somebody."""

import re
from typing import NamedTuple

from django.utils.translation import gettext as _

from msa.privacy.reading.rewording.fitting import PREPOSITIONS, fitted, owned
from msa.privacy.reading.rewording.passage import Passage, Rewording, plain
from msa.privacy.reading.rewording.relations import reword_by_relation
from msa.privacy.reading.rules.names.setting import PREFIXES
from msa.privacy.reading.vocabulary import vocabulary

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_INITIAL = re.compile(r"(?:^|\W)\w$")
_STOP_WITHIN = re.compile(r"\.(?= [^\W\dA-Z])")
_FIRST = re.compile(r"\w*")
_PLURAL = re.compile(r"(?:en|s)$")
_SINGULAR_ALL_THE_SAME = re.compile(r"(?:zus|baas|jongen)$")
_FREE = re.compile(rf"(?:^|\b(?:{PREPOSITIONS}|dat|als|omdat|want|toen|terwijl) )$")
# Of these there are more than one, so that they can stand with 'een' where no 'mijn' is said.
_ANYBODY = re.compile(
    r"(?:(?:boven|onder|beneden|over|achter)?bu(?:ur|uf|uv)\w*|vriendin|vriend|collega|kennis)$"
)
_NOUNS = {
    "mevr": "mevrouw", "mw": "mevrouw", "mvr": "mevrouw", "mevrw": "mevrouw", "dhr": "meneer", "hr": "meneer",
    "mnr": "meneer", "fam": "familie", "dr": "dokter", "prof": "professor", "ome": "oom",
}  # fmt: skip


class Lead(NamedTuple):
    """What stands before the name in a passage. words: in lower case; end: in characters of the passage."""

    words: list[str]
    end: int


def reword_name(passage: Passage) -> Rewording:
    """'haar buurman piet' becomes 'haar buurman', 'Fatima' becomes 'een buurtgenoot'."""
    passage = _with_its_own_words(passage)
    words = list(_WORD.finditer(passage.inside))
    lead = _lead(words)
    second = _second(passage, words)
    if lead.words and lead.words[-1] in vocabulary().kin and lead.words[0] not in vocabulary().titles:
        return _behind_kin(passage, lead, second)
    return reword_by_relation(passage, second) or _by_title(passage, lead, second)


def _with_its_own_words(passage: Passage) -> Passage:
    """'Mevrouw de Vries van' ends before 'van', 'van Bakker' begins behind it, 'P.' takes its stop."""
    words = list(_WORD.finditer(passage.inside))
    while len(words) > 1 and words[-1][0].islower() and plain(words[-1][0]) in PREFIXES:
        words.pop()
    start, end = passage.start, passage.end
    if words and any(char.isalpha() for char in passage.inside[words[-1].end() :]):
        end = start + words[-1].end()
    if len(words) > 1 and words[0][0] == "van" and words[1][0][0].isupper():
        start += words[1].start()
    if _INITIAL.search(passage.text[start:end]) and _STOP_WITHIN.match(passage.text, end):
        end += 1
    return Passage(passage.text, start, end, passage.kind, passage.suggestion)


def _lead(words: list[re.Match[str]]) -> Lead:
    """The titles and family words in front: 'huisarts dokter', 'de heer', 'buurman'."""
    known = vocabulary()
    said: list[str] = []
    end = 0
    for word in words[:-1]:
        low = plain(word[0])
        if low not in known.kin and low not in known.titles and not (low == "de" and not said):
            break
        said.append(low)
        end = word.end()
    return Lead(said, end) if said != ["de"] else Lead([], 0)


def _second(passage: Passage, words: list[re.Match[str]]) -> int:
    """Where in the passage ' en' of a second name begins, 0 when there is one name."""
    for word in words[1:-1]:
        if plain(word[0]) == "en":
            return word.start() - 1
    return 0


def _behind_kin(passage: Passage, lead: Lead, second: int) -> Rewording:
    kin, said = lead.words[-1], passage.inside[: lead.end]
    article = _one_of(passage, kin)
    who = article + said.lower() if article else said
    if second and not _is_plural(kin):
        return passage.replaced(_("%(who)s en een kennis") % {"who": who})
    if article:
        return passage.replaced(who)
    if kin == "kleine" and _FREE.search(passage.before):
        return passage.replaced(_("een kind"))
    return passage.dropped(passage.start + lead.end, passage.end)


def _is_plural(kin: str) -> bool:
    return bool(_PLURAL.search(kin)) and not _SINGULAR_ALL_THE_SAME.search(kin)


def _one_of(passage: Passage, kin: str) -> str:
    """'met buurvrouw Roos' becomes 'met een buurvrouw'."""
    free = _FREE.search(passage.before)
    return "een " if free and _ANYBODY.match(kin) and not _is_plural(kin) else ""


def _by_title(passage: Passage, lead: Lead, second: int) -> Rewording:
    if second and not lead.words:
        in_a_row = passage.before.endswith(", ")
        return fitted(passage, _("een kennis en nog iemand") if in_a_row else _("twee buurtgenoten"))
    own = bool(lead.words) and owned(passage)
    who = _NOUNS.get(lead.words[0], _FIRST.match(passage.inside)[0]) if own else passage.suggestion  # type: ignore[index]
    if second:
        who = _("%(who)s en een kennis") % {"who": who}
    return passage.replaced(who) if own else fitted(passage, who)
