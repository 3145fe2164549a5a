"""Names that show by themselves: a known name, a prefix, initials, a capital, somebody who acts."""

from msa.privacy.reading.dictionary import in_dictionary
from msa.privacy.reading.rules.names.prefixes import core_after_prefixes, surname_with_prefix
from msa.privacy.reading.rules.names.setting import (
    Seed,
    Setting,
    acts,
    is_given_or_family,
    looks_ordinary,
)

_MOST_INITIALS = 5
# Longer words of the dictionary are hardly family names: 'Montessorischool'.
_LONG_NOUN = 10
_DETERMINERS = frozenset(
    "de het een 'n n deze die dit dat mijn m'n mn zijn z'n zn haar d'r onze ons hun uw jouw je geen elke "
    "iedere elk welke per "
    "oude mooie grote kleine goede eigen op in met of".split()
)
_ARTICLES = frozenset({"de", "het", "een", "n", "geen", "die", "deze"})
_SUBJECTS = frozenset("hij zij ze ik men die we wij je u gemeente iedereen".split())
_AFTER_CHOSE = frozenset("voor men de het een hij zij ze er ik wij we".split())
_PERSON_VERBS = frozenset(
    "heeft had zegt zei woont woonde vertelt vertelde helpt hielp kookt wil wilde weet wist vindt vond "
    "werkt werkte deed doet "
    "komt kwam gaat ging belt loopt past zorgt zorgde drinkt slaapt praat houdt kan mag moet speelt zit "
    "hep komp geeft gaf krijgt kreeg leeft leefde rookt huilt lacht klaagt "
    "verhuist hoort ziet mist leert voetbalt wandelt fietst zwaait kijkt brengt".split()
)
_BELONGINGS = frozenset(
    "kinderen kind zoon dochter moeder vader man vrouw hond kat fiets auto winkel ouders zus broer "
    "vriend vriendin oma opa".split()
)
_ODD_ENDS = ("a", "i", "o", "u", "y", "sz", "cz", "ko", "ov", "ic", "oglu", "uddin")
_STREET_ENDS = tuple("straat str laan plein plantsoen singel dreef gracht kade steeg weg pad hof".split())
_ABBREVIATED = frozenset("o e a b m i d p s n v z j c k t".split())


def prefixed(setting: Setting, position: int) -> Seed | None:
    """'van der heijden', 'el amrani', 'de vries': the prefix gives it away."""
    last = surname_with_prefix(setting, position)
    return None if last is None else Seed(position, last)


def initials(setting: Setting, position: int) -> Seed | None:
    """'J. de Vries', 'j.p. jansen'."""
    word = setting.word(position)
    if word is None or len(word.text) != 1 or setting.page.folded[word.end : word.end + 1] != ".":
        return None
    current = position + 1
    while (
        current < position + _MOST_INITIALS
        and len(setting.text(current)) == 1
        and setting.joined(current, (".", ". "))
    ):
        current += 1
    core = core_after_prefixes(setting, current)
    found = setting.word(core)
    if found is None or not setting.joined(current, (". ", ".")):
        return None
    surname = setting.known.is_strong(found.text) or (
        found.capital and not setting.known.is_ordinary(found.text)
    )
    weak = setting.known.is_weak(found.text) and (found.capital or word.text not in _ABBREVIATED)
    return Seed(position, core) if surname or weak else None


def strong(setting: Setting, position: int) -> Seed | None:
    """A name wherever it stands."""
    return Seed(position, position) if is_given_or_family(setting, setting.text(position)) else None


def medium(setting: Setting, position: int) -> Seed | None:
    """'merel zingt' but not 'de merel zingt'."""
    text = setting.text(position)
    if text.removesuffix("'s") not in setting.known.given_medium:
        return None
    word = setting.page.words[position]
    determined = _is_determined(setting, position)
    followed_by_number = setting.page.folded[word.end : word.end + 3].strip()[:1].isdigit()
    if followed_by_number or (determined and not (word.capital and not word.initial)):
        return None
    return Seed(position, position)


def _is_determined(setting: Setting, position: int) -> bool:
    """Whether an article or the like makes an ordinary word of it: 'de merel', 'een positieve toon', "
    "'ze koos'."""
    if not setting.joined(position):
        return False
    before, text = setting.text(position - 1), setting.text(position)
    if before in _DETERMINERS or (text == "koos" and before in _SUBJECTS):
        return True
    if text == "koos" and setting.text(position + 1) in _AFTER_CHOSE:
        return True
    return before.endswith("e") and setting.text(position - 2) in _ARTICLES and setting.joined(position - 1)


def capital(setting: Setting, position: int) -> Seed | None:
    """A capital in the middle of a sentence on a word that needs none."""
    word = setting.page.words[position]
    if not word.capital or word.initial or len(word.text) < 2:
        return None
    text = word.text.removesuffix("'s")
    if setting.known.is_weak(text) and text not in setting.known.capitals:
        return Seed(position, position)
    if setting.known.is_ordinary(text) or _in_parts_ordinary(setting, text):
        return None
    long_noun = len(text) >= _LONG_NOUN and in_dictionary(text)
    return None if long_noun else Seed(position, position)


def _in_parts_ordinary(setting: Setting, text: str) -> bool:
    """'Zuid-Limburg', 'Facebook-groep', 'WhatsAppgroep': capitals of known things."""
    parts = text.split("-")
    if len(parts) > 1 and all(setting.known.is_ordinary(part) for part in parts):
        return True
    return any(
        text.startswith(name) and text[len(name) :] in setting.known.common
        for name in ("whatsapp", "facebook")
    )


def sentence_opens(setting: Setting, position: int) -> Seed | None:
    """'Roos heeft ...', 'Zdzislawa komt ...': a capital that opens a sentence, and somebody who acts."""
    word = setting.page.words[position]
    if not (word.capital and word.initial) or len(word.text) < 2:
        return None
    if setting.known.is_weak(word.text):
        opens = _weak_opens(setting, position)
    else:
        odd = (
            word.text.endswith(_ODD_ENDS) and not setting.known.is_ordinary(word.text) and len(word.text) > 2
        )
        opens = odd and (acts(setting, position + 1) or _may_act(setting, position + 1))
    return Seed(position, position) if opens else None


def _weak_opens(setting: Setting, position: int) -> bool:
    """'Roos heeft ...', 'Roos en Fatima', 'Vos van Dijk', but not 'Bakker en slager'."""
    known, text = setting.known, setting.text(position)
    if setting.text(position + 1) in ("en", "van") and is_given_or_family(
        setting, setting.text(position + 2)
    ):
        return True
    if _is_of_a_street(setting, position):
        return True
    clear = text not in known.common or text in known.given_weak or text in known.given_medium
    return clear and acts(setting, position + 1)


def _is_of_a_street(setting: Setting, position: int) -> bool:
    """'Roos van de Stokerstraat': a given name with where somebody lives."""
    text, known = setting.text(position), setting.known
    if text not in known.given_weak or setting.text(position + 1) not in ("van", "uit", "op", "in"):
        return False
    street = position + (3 if setting.text(position + 2) in ("de", "het") else 2)
    word = setting.word(street)
    joined = all(setting.joined(between) for between in range(position + 1, street + 1))
    return joined and word is not None and word.capital and word.text.endswith(_STREET_ENDS)


def _may_act(setting: Setting, position: int) -> bool:
    """An unknown word with the form of a verb: '... vlecht haren'."""
    text = setting.text(position)
    return text.endswith("t") and not setting.known.is_ordinary(text) and setting.joined(position)


def unknown_who_acts(setting: Setting, position: int) -> Seed | None:
    """'gwendolyn heeft een hond', 'de kinderen van esmeralda': no word we know, where somebody is meant."""
    word = setting.page.words[position]
    before = setting.text(position - 1)
    opens = word.initial and setting.text(position + 1) in _PERSON_VERBS and setting.joined(position + 1)
    belongs = before == "van" and setting.text(position - 2) in _BELONGINGS and setting.joined(position)
    if not (opens or belongs) or len(word.text) < 3 or looks_ordinary(setting, word.text):
        return None
    return Seed(position, position)
