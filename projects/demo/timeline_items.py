"""What stands on the time line of the demo project. All of it is invented."""

from dataclasses import dataclass

from projects.models.timeline import Heaviness, Kind

ALL = ""  # the whole neighbourhood
HEAVY, AWAY, LIGHT = Heaviness.HEAVY, Heaviness.AWAY, Heaviness.LIGHT


@dataclass(frozen=True)
class Invented:
    """One item. block: its name, empty for the whole neighbourhood. Days as ISO dates."""

    key: str
    kind: Kind
    title: str
    starts_on: str
    ends_on: str
    block: str = ALL
    heaviness: str = ""
    note: str = ""


ITEMS = (
    # De voorbereiding
    Invented("groep", Kind.OTHER_SOCIAL, "Bewonersprojectgroep begint", "2025-09-15", "2025-09-26"),
    Invented(
        "afspraken",
        Kind.OTHER_SOCIAL,
        "Afspraken tussen corporatie, welzijn en aannemer",
        "2025-10-06",
        "2025-11-14",
    ),
    Invented(
        "modelwoning",
        Kind.PREPARATION,
        "Modelwoning en werkplek inrichten",
        "2025-12-01",
        "2026-01-30",
        note="Hoekwoning aan het speelveld. Sleutel bij de uitvoerder.",
    ),
    Invented(
        "training",
        Kind.TRAINING,
        "Training: gesprekskaarten en zonder naam opschrijven",
        "2026-01-22",
        "2026-01-29",
    ),
    Invented(
        "stigma",
        Kind.TRAINING,
        "Middag over vooroordelen",
        "2026-02-05",
        "2026-02-05",
        note="Ook de technisch uitvoerder schuift aan.",
    ),
    # De huisbezoeken
    Invented(
        "brief",
        Kind.ANNOUNCEMENT,
        "Brief: wie er langskomt en waarvoor",
        "2026-02-09",
        "2026-02-13",
    ),
    Invented("opname-n", Kind.SURVEY, "Technische opname", "2026-03-02", "2026-07-31", "Noord"),
    Invented("bezoek-n", Kind.VISITS, "Huisbezoeken", "2026-03-02", "2026-07-31", "Noord"),
    Invented("opname-m", Kind.SURVEY, "Technische opname", "2026-03-02", "2026-07-31", "Midden"),
    Invented("bezoek-m", Kind.VISITS, "Huisbezoeken", "2026-03-02", "2026-07-31", "Midden"),
    Invented("opname-z", Kind.SURVEY, "Technische opname", "2026-03-02", "2026-07-31", "Zuid"),
    Invented("bezoek-z", Kind.VISITS, "Huisbezoeken", "2026-03-02", "2026-07-31", "Zuid"),
    Invented("uitwisseling", Kind.EXCHANGE, "Elke maandag uitwisselen", "2026-03-09", "2026-07-27"),
    Invented(
        "terug-n", Kind.FEEDBACK, "Wat we hoorden: soep bij de pipowagen", "2026-08-17", "2026-08-21", "Noord"
    ),
    Invented(
        "terug-m",
        Kind.FEEDBACK,
        "Wat we hoorden: soep bij de pipowagen",
        "2026-08-24",
        "2026-08-28",
        "Midden",
    ),
    Invented(
        "terug-z",
        Kind.FEEDBACK,
        "Wat we hoorden: limonade op het speelveld",
        "2026-08-31",
        "2026-09-04",
        "Zuid",
    ),
    Invented(
        "wagen",
        Kind.PRESENCE,
        "Elke woensdag koffie in de pipowagen",
        "2026-03-04",
        "2027-06-23",
        note="Van 10 tot 12 uur bij het speelveld. De sociaal medewerker is er ook.",
    ),
    # Het beeld
    Invented("sessies", Kind.WORK_SESSIONS, "Drie werksessies, per blok één", "2026-09-14", "2026-10-16"),
    Invented("praatplaat", Kind.POSTER, "Praatplaat maken en toetsen", "2026-10-26", "2026-12-11"),
    Invented(
        "bezoek2-z",
        Kind.VISITS,
        "Tweede ronde: wie nog niet thuis was",
        "2026-11-23",
        "2026-12-18",
        "Zuid",
        note="Twaalf bezoeken, allemaal overdag.",
    ),
    Invented(
        "brief2-z",
        Kind.ANNOUNCEMENT,
        "Kaartje: we komen graag nog eens langs",
        "2026-11-16",
        "2026-11-20",
        "Zuid",
    ),
    Invented("terug2-z", Kind.FEEDBACK, "Brief met de eerste uitkomsten", "2027-01-18", "2027-01-22", "Zuid"),
    # Het werk
    Invented(
        "asbest-n",
        Kind.DEMOLITION,
        "Asbest eruit",
        "2026-08-31",
        "2026-09-25",
        "Noord",
        AWAY,
        "Logeerwoningen in de Wagenmeesterstraat. Huisdieren mogen mee.",
    ),
    Invented(
        "keuken-n",
        Kind.KITCHEN,
        "Keuken, badkamer en toilet",
        "2026-09-28",
        "2026-12-18",
        "Noord",
        HEAVY,
        "Tien werkdagen per woning.",
    ),
    Invented("gevel-n", Kind.FACADE, "Gevel, dak en kozijnen", "2026-11-02", "2027-01-29", "Noord"),
    Invented("oplevering-n", Kind.DELIVERY, "Oplevering", "2027-02-01", "2027-02-12", "Noord"),
    Invented("nazorg-n", Kind.AFTERCARE, "Nazorg", "2027-02-15", "2027-04-09", "Noord"),
    Invented(
        "keuken-z",
        Kind.KITCHEN,
        "Keuken, badkamer en toilet",
        "2026-12-07",
        "2027-02-26",
        "Zuid",
        HEAVY,
        "Tien werkdagen per woning, vijf huizen tegelijk.",
    ),
    Invented("gevel-z", Kind.FACADE, "Gevel, dak en kozijnen", "2027-02-08", "2027-04-09", "Zuid"),
    Invented("oplevering-z", Kind.DELIVERY, "Oplevering", "2027-04-12", "2027-04-23", "Zuid"),
    Invented("nazorg-z", Kind.AFTERCARE, "Nazorg", "2027-04-26", "2027-06-18", "Zuid"),
    Invented(
        "keuken-m",
        Kind.KITCHEN,
        "Keuken, badkamer en toilet",
        "2027-01-18",
        "2027-04-09",
        "Midden",
        HEAVY,
        "Begint als Noord klaar is met de keukens.",
    ),
    Invented(
        "leidingen-m",
        Kind.INSTALLATIONS,
        "Nieuwe waterleidingen",
        "2027-02-15",
        "2027-03-26",
        "Midden",
        HEAVY,
    ),
    Invented("gevel-m", Kind.FACADE, "Gevel, dak en kozijnen", "2027-03-22", "2027-05-21", "Midden"),
    Invented("oplevering-m", Kind.DELIVERY, "Oplevering", "2027-05-24", "2027-06-04", "Midden"),
    Invented("straat", Kind.OUTSIDE, "Bankjes, groen en verlichting achterpaden", "2027-05-03", "2027-06-18"),
    # Samen verder
    Invented(
        "lichtjes",
        Kind.ACTIVITY,
        "Avond met soep en muziek op het speelveld",
        "2026-12-11",
        "2026-12-11",
        note="Idee van de bewonersprojectgroep. De formulierenbrigade kookt.",
    ),
    Invented("gesprek", Kind.DIALOGUE, "In gesprek over de praatplaat", "2027-01-04", "2027-01-15"),
    Invented("plan", Kind.PLAN, "Actieplan maken", "2027-04-19", "2027-05-14"),
    Invented(
        "rond-n",
        Kind.FEEDBACK,
        "Alle straten nog eens langs: hoe was het?",
        "2027-03-01",
        "2027-03-12",
        "Noord",
    ),
    Invented("buurtfeest", Kind.ACTIVITY, "Buurtfeest: de steigers zijn weg", "2027-06-12", "2027-06-12"),
    Invented("evaluatie", Kind.EVALUATION, "Evaluatie met bewoners en team", "2027-06-14", "2027-06-25"),
)
