"""What can stand instead of a name, by the word in front of it."""

from msa.privacy.reading.rules.names.setting import Seed, Setting

_BY_TITLE = {
    "name_woman": "mevrouw mevr mw mvr mevrouwtje weduwe",
    "name_man": "meneer mijnheer menheer meneertje dhr hr heer",
    "name_family": "familie fam gezin echtpaar",
    "name_doctor": "dokter dr huisarts",
    "name_dentist": "tandarts",
    "name_teacher": "juf juffrouw meester",
    "name_nurse": "zuster",
    "name_cleric": "pater pastoor dominee",
    "name_officer": "wijkagent",
    "name_elderly_woman": "oma omi opoe nani nana aji",
    "name_elderly_man": "opa opi aja",
    "name_aunt": "tante",
    "name_uncle": "oom ome",
}
_KEY_OF_TITLE = {title: key for key, titles in _BY_TITLE.items() for title in titles.split()}


def suggest(setting: Setting, seed: Seed) -> str | None:
    """A key of the wording, or the family word itself ('zijn dochter Marieke' becomes 'zijn dochter')."""
    if seed.lead in _KEY_OF_TITLE:
        return _KEY_OF_TITLE[seed.lead]
    if seed.lead in setting.known.kin:
        return setting.page.plain[setting.page.words[seed.first].start : setting.page.words[seed.first].end]
    if setting.text(seed.last).endswith("'s"):
        return "name_possessive"
    return None
