"""What the writer reads about a finding: one message and one suggestion for each kind."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _n

_MESSAGES = {
    "bsn": _n("Dit is een burgerservicenummer. Haal het weg."),
    "iban": _n("Dit is een rekeningnummer. Haal het weg."),
    "phone": _n(
        "Dit is een telefoonnummer. Haal het weg; een afspraak om terug te bellen hoort bij de acties."
    ),
    "email": _n("Dit is een e-mailadres. Haal het weg."),
    "postcode": _n("Dit is een postcode. Haal die weg."),
    "date_of_birth": _n("Dit is een geboortedatum. Schrijf hooguit in welke jaren iemand geboren is."),
    "date": _n(
        "Een volledige datum kan naar iemand wijzen. Schrijf liever 'vorig jaar' of 'in het voorjaar'."
    ),
    "plate": _n("Dit lijkt een kenteken. Haal het weg."),
    "number": _n("Dit lijkt een nummer dat bij een persoon hoort. Haal het weg."),
    "account": _n("Dit lijkt een naam op sociale media. Haal die weg."),
    "link": _n("Een internetadres kan naar een persoon leiden. Schrijf liever wat daar te vinden is."),
    "name": _n("Dit lijkt een naam. Schrijf wie het is voor de verteller, bijvoorbeeld 'een buurvrouw'."),
    "house_number": _n(
        "Dit lijkt een huisnummer of een plek in de flat. Schrijf liever 'een huis verderop'."
    ),
    "street": _n("Dit lijkt een straat. Schrijf liever 'een straat in de buurt'."),
    "institution": _n("Deze plek is te herkennen. Schrijf liever wat voor plek het is, zonder de naam."),
    "script": _n("Dit schrift kunnen we niet meelezen. Schrijf het in het Nederlands op, zonder namen."),
    "unread": _n("Deze tekst kon niet worden meegelezen. Hij wacht tot iemand hem heeft bekeken."),
    "rare_unique": _n("Wie hier de enige is, is te herkennen. Kun je het algemener zeggen?"),
    "rare_health": _n(
        "Een ziekte kan iemand herkenbaar maken. Kun je schrijven wat het voor het leven betekent?"
    ),
    "rare_origin": _n("Een afkomst of geloof kan iemand herkenbaar maken. Is het nodig voor het verhaal?"),
    "rare_work": _n("Dit beroep hebben weinig mensen. Kun je het algemener zeggen?"),
    "rare_family": _n("Zo'n gezin valt op. Kun je het algemener zeggen?"),
    "rare_age": _n("Een precieze leeftijd of een geboortejaar valt op. Een ruwe leeftijd is genoeg."),
    "rare_event": _n("Deze gebeurtenis kan iemand herkenbaar maken. Kun je het algemener zeggen?"),
    "rare_hobby": _n("Deze liefhebberij hebben weinig mensen. Kun je het algemener zeggen?"),
    "judging_person": _n(
        "Dit is een oordeel over iemand. Schrijf wat je zag of hoorde, bijvoorbeeld: belt vaak over het "
        "lawaai."
    ),
    "judging_group": _n(
        "Dit zet een stempel op een groep. Schrijf wat er gebeurt, bijvoorbeeld: ’s avonds staan er jongeren "
        "in de hal."
    ),
    "judging_word": _n("Dit woord zet een stempel op een groep. Er is een gewoner woord voor."),
    "rare_home": _n("Zo is een huis te herkennen. Kun je het algemener zeggen?"),
}
_LEFT_OUT = _n("(weggelaten)")
_SUGGESTIONS = {
    "name": _n("een buurtgenoot"),
    "name_woman": _n("een buurvrouw"),
    "name_man": _n("een buurman"),
    "name_family": _n("een gezin"),
    "name_elder": _n("een oudere buurtgenoot"),
    "name_doctor": _n("de huisarts"),
    "name_dentist": _n("de tandarts"),
    "name_teacher": _n("een leerkracht"),
    "name_nurse": _n("een verpleegkundige"),
    "name_cleric": _n("een geestelijke"),
    "name_officer": _n("de wijkagent"),
    "name_possessive": _n("iemands"),
    "name_elderly_woman": _n("een oma"),
    "name_elderly_man": _n("een opa"),
    "name_aunt": _n("een tante"),
    "name_uncle": _n("een oom"),
    "house_number": _n("een adres in de buurt"),
    "home": _n("een woning in de buurt"),
    "floor": _n("op een bovenverdieping"),
    "upstairs": _n("een bovenverdieping"),
    "street": _n("een straat in de buurt"),
    "address": _n("een adres in de buurt"),
    "institution": _n("een plek in de buurt"),
    "school": _n("een school in de buurt"),
    "childcare": _n("de opvang"),
    "community": _n("een buurthuis"),
    "worship": _n("een gebedshuis"),
    "care": _n("een zorginstelling"),
    "shop": _n("een winkel in de buurt"),
    "catering": _n("een eetgelegenheid in de buurt"),
    "club": _n("een vereniging"),
    "playground": _n("een speeltuin in de buurt"),
    "date": _n("een tijd geleden"),
    "date_of_birth": _n("een tijd geleden"),
    "link": _n("een website"),
    "account": _n("iemand op sociale media"),
    "script": "",
    "unread": "",
    "rare_unique": _n("een van de weinigen"),
    "rare_health": _n("gezondheidsproblemen"),
    "rare_origin": _n("een ander land"),
    "rare_work": _n("een bijzonder beroep"),
    "rare_family": _n("een groot gezin"),
    "rare_age": _n("op hoge leeftijd"),
    "rare_event": _n("een ingrijpende gebeurtenis"),
    "rare_hobby": _n("een bijzondere liefhebberij"),
    "rare_home": _n("een huis in de buurt"),
    "judging_person": "",
    "judging_group": "",
}


def message_for(kind: str) -> str:
    """The Dutch sentence that says what is found and what to do."""
    return _(_MESSAGES[kind])


def suggestion_for(kind: str, own: str | None = None) -> str:
    """What can stand there instead. `own`: a rule's own suggestion, a key of the table or plain text."""
    if own is not None and own not in _SUGGESTIONS:
        return own
    chosen = _SUGGESTIONS.get(own or kind, _LEFT_OUT)
    return _(chosen) if chosen else ""


def in_the_decade(year: int) -> str:
    """A year of birth, made coarse: 'in de jaren veertig'."""
    decades = [
        _n("rond 1900"), _n("in de jaren tien"), _n("in de jaren twintig"), _n("in de jaren dertig"),
        _n("in de jaren veertig"), _n("in de jaren vijftig"), _n("in de jaren zestig"),
        _n("in de jaren zeventig"), _n("in de jaren tachtig"), _n("in de jaren negentig"),
    ]  # fmt: skip
    return _(decades[(year - 1900) // 10]) if 1900 <= year < 2000 else _("na 2000")
