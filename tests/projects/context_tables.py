"""Tables as the statistical office publishes them: its true layout, invented values and codes."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook

from projects.context.indicators import INDICATORS
from projects.demo.surroundings import FIGURES, REGIONS

# Number behind each name in two years; they differ, and so does the name of one column.
STATLINE = {
    2018: {"residents": 5, "age_0": 8, "households": 28, "homes": 34, "social": 42, "income": 66},
    2023: {"residents": 5, "age_0": 8, "households": 29, "homes": 35, "social": 49, "income": 78},
}
VIEWER = {
    "residents": "Bevolking/Aantal inwoners (aantal)",
    "age_0": "Bevolking/Leeftijdsgroepen/0 tot 15 jaar (aantal)",
    "households": "Particuliere huishoudens/Huishoudens totaal (aantal)",
    "homes": "Wonen en vastgoed/Woningvoorraad (aantal)",
    "social": "Wonen/Woningen naar eigendom/Huurwoning/In bezit woningcorporatie (%)",
    "income": "Inkomen/Gemiddeld inkomen per inwoner (x 1 000 euro)",
}
PLACE = {code: place for place, (_scope, code, _name) in enumerate(REGIONS)}
CODES = ("NL00", "GM9999", "WK999901", "BU99990101", "BU99990102")
_KIND = {"NL": "Land", "GM": "Gemeente", "WK": "Wijk", "BU": "Buurt"}
_AS = {"NL00": "NL99", "WK999901": "BU99990101"}
_NAMES = {code: name for _scope, code, name in REGIONS} | {"NL00": "Nederland", "WK999901": "Wijk Spoor"}


def _value(key: str, code: str) -> str:
    return FIGURES[key][PLACE[_AS.get(code, code)]]


def _names() -> dict[str, str]:
    return {one.key: one.names[0] for one in INDICATORS}


def statline_rows(year: int = 2023) -> list[list[str]]:
    """The open data: codes instead of names, values padded with blanks, '.' for what is unknown."""
    keys = STATLINE[year]
    heads = [f"{_names()[key]}_{number}" for key, number in keys.items()]
    rows = [["ID", "WijkenEnBuurten", "Gemeentenaam_1", "SoortRegio_2", "Codering_3", *heads, "Marokko_19"]]
    for number, code in enumerate(CODES):
        about = [str(number), code.ljust(10), "Spoordam".ljust(40), _KIND[code[:2]].ljust(10), code.ljust(10)]
        rows.append([*about, *(_value(key, code).rjust(8) for key in keys), "       3"])
    return rows


def viewer_rows() -> list[list[str]]:
    """What the viewer of StatLine saves: names of regions, headings in words, decimals with a comma."""
    rows = [
        [
            "Wijken en buurten",
            "Regioaanduiding/Gemeentenaam (naam)",
            "Regioaanduiding/Codering (code)",
            *VIEWER.values(),
        ]
    ]
    for code in CODES:
        values = [
            _value(key, code).replace(".", ",") if key == "income" else _value(key, code) for key in VIEWER
        ]
        rows.append([_NAMES[code], "Spoordam", code, *values])
    return rows


def workbook_rows() -> list[list[Any]]:
    """The workbook of a year: 'a_inw', numbers as numbers, '.' for what is unknown."""
    heads = [one.names[-1] for one in INDICATORS if one.key != "value"] + ["g_wozbag", "p_eenp_hh"]
    keys = [one.key for one in INDICATORS if one.key != "value"] + ["value"]
    rows: list[list[Any]] = [["gwb_code_10", "gwb_code_8", "regio", "gm_naam", "recs", "gwb_code", *heads]]
    for code in CODES:
        values = [_number(_value(key, code)) for key in keys]
        rows.append([code, code[2:], _NAMES[code], "Spoordam", _KIND[code[:2]], code, *values, 5])
    return rows


def _number(text: str) -> float | str:
    return text if text == "." else float(text)


def as_csv(rows: Sequence[Sequence[Any]], separator: str = ";", encoding: str = "utf-8") -> bytes:
    """The bytes of a CSV file."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return buffer.getvalue().encode(encoding)


def as_xlsx(rows: Sequence[Sequence[Any]]) -> bytes:
    """The bytes of a workbook."""
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
