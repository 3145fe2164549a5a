"""Hard words in texts of the team, in plain words for residents who read along."""

import re

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# How the word is written in texts, what residents read, what it means (B1). In the order of the alphabet.
WORDS: tuple[tuple[str, str | Promise, str | Promise], ...] = (
    (
        r"aandachtsfunctionaris\w*",
        _("aandachtsfunctionaris"),
        _("Iemand bij een organisatie die weet wat te doen bij geweld thuis of zorgen over een kind."),
    ),
    (
        r"autoriteit persoonsgegevens",
        _("Autoriteit Persoonsgegevens"),
        _("De overheidsdienst die let op privacy. Iedereen kan daar een klacht indienen."),
    ),
    (r"bsn", _("BSN"), _("Burgerservicenummer: het nummer dat de overheid aan ieder mens geeft.")),
    (r"datalek\w*", _("datalek"), _("Gegevens van mensen zijn kwijt, of iemand zag ze die dat niet mocht.")),
    (
        r"dpia",
        _("DPIA"),
        _("Een onderzoek vooraf: wat kan er misgaan met gegevens, en hoe voorkomen we dat?"),
    ),
    (
        r"formulierenbrigade\w*",
        _("formulierenbrigade"),
        _("Mensen die helpen met brieven, formulieren en toeslagen."),
    ),
    (
        r"functionaris (?:voor )?gegevensbescherming",
        _("functionaris gegevensbescherming"),
        _("Iemand die er bij een organisatie op let dat gegevens van mensen veilig zijn."),
    ),
    (
        r"gebiedsregisseur\w*",
        _("gebiedsregisseur"),
        _("Iemand van de gemeente die het werk in een paar buurten op elkaar afstemt."),
    ),
    (
        r"gerechtvaardigd belang",
        _("gerechtvaardigd belang"),
        _("Een goede reden om iets op te schrijven zonder vooraf te vragen: anders kan het werk niet."),
    ),
    (r"gespreksregister", _("gespreksregister"), _("De lijst met alle verhalen, zonder namen en adressen.")),
    (
        r"adressenregister",
        _("adressenregister"),
        _("De lijst met adressen waar het team langsgaat. Er staan geen verhalen in."),
    ),
    (
        r"meelezende partners?",
        _("meelezende partner"),
        _("Iemand van een organisatie in de buurt die mag meelezen."),
    ),
    (r"meldcode", _("meldcode"), _("Vaste stappen bij geweld thuis of zorgen over een kind.")),
    (r"modelwoning\w*", _("modelwoning"), _("Een huis dat al klaar is, waar u kunt kijken hoe het wordt.")),
    (
        r"opbouwwerkers?|opbouwwerk",
        _("opbouwwerker"),
        _("Iemand die mensen in de buurt bij elkaar brengt en helpt met plannen."),
    ),
    (
        r"praktijkondersteuner\w*",
        _("praktijkondersteuner"),
        _("Iemand die met de huisarts samenwerkt en meer tijd heeft om te praten."),
    ),
    (
        r"register van verwerkingen",
        _("register van verwerkingen"),
        _("De lijst waarin een organisatie schrijft welke gegevens zij van mensen heeft, en waarom."),
    ),
    (
        r"sleutelfigu(?:ur|ren)",
        _("sleutelfiguren"),
        _("Mensen uit de buurt die veel buren kennen en hen helpen."),
    ),
    (
        r"verwerkersovereenkomst\w*",
        _("verwerkersovereenkomst"),
        _("Afspraken met het bedrijf dat de computers beheert: wat mag het met de gegevens?"),
    ),
    (
        r"verwerking(?:en)?",
        _("verwerking"),
        _("Alles wat een organisatie met gegevens van mensen doet: opschrijven, bewaren, doorgeven."),
    ),
)


def explained(text: str) -> list[tuple[str, str]]:
    """The hard words that stand in `text`, each with what it means, in the order of the alphabet."""
    found = [
        (str(word), str(meaning))
        for written, word, meaning in WORDS
        if re.search(rf"\b(?:{written})\b", text, re.IGNORECASE)
    ]
    return sorted(found, key=lambda pair: pair[0].lower())
