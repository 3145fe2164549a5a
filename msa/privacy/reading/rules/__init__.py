"""The rules of reading along, in groups that fail apart from each other."""

from collections.abc import Callable, Iterable

from msa.privacy.reading.finding import Hit
from msa.privacy.reading.lexicon import ProjectIndex
from msa.privacy.reading.page import Page
from msa.privacy.reading.rules.accounts import find_ibans, find_plates, find_postcodes
from msa.privacy.reading.rules.contact import find_emails, find_links
from msa.privacy.reading.rules.dates import find_dates
from msa.privacy.reading.rules.doors import find_doors
from msa.privacy.reading.rules.institutions import find_institutions
from msa.privacy.reading.rules.judging import find_judging
from msa.privacy.reading.rules.names import find_names, find_spelled_names
from msa.privacy.reading.rules.numbers import find_bsn, find_codes, find_long_numbers, find_phones
from msa.privacy.reading.rules.rare import find_rare_phrases, find_rare_words
from msa.privacy.reading.rules.script import find_other_scripts
from msa.privacy.reading.rules.streets import find_streets

Rule = Callable[[Page, ProjectIndex], Iterable[Hit]]

RULES: dict[str, tuple[Rule, ...]] = {
    "contact": (find_emails, find_links),
    "numbers": (find_bsn, find_phones, find_long_numbers, find_codes),
    "accounts": (find_ibans, find_postcodes, find_plates),
    "dates": (find_dates,),
    "houses": (find_doors,),
    "streets": (find_streets,),
    "institutions": (find_institutions,),
    "names": (find_names, find_spelled_names),
    "script": (find_other_scripts,),
    "rare": (find_rare_words, find_rare_phrases),
    "judging": (find_judging,),
}
