"""Dutch number words, as people write or dictate them."""

_UNITS = "nul een twee drie vier vijf zes zeven acht negen".split()
_TEENS = "tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
_TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()


def _small_numbers() -> dict[str, int]:
    """0 to 99: 'nul', 'veertien', 'eenendertig' (folded, so 'tweeëntwintig' is 'tweeentwintig')."""
    numbers = {word: value for value, word in enumerate(_UNITS + _TEENS)}
    for index, ten in enumerate(_TENS):
        value = 20 + 10 * index
        numbers[ten] = value
        numbers.update({f"{unit}en{ten}": value + digit for digit, unit in enumerate(_UNITS) if digit})
    return numbers


def _years() -> dict[str, int]:
    """1900 to 2099: 'negentieneenenveertig', 'negentienhonderdveertig', 'tweeduizendvijf'."""
    years = {"negentienhonderd": 1900, "tweeduizend": 2000}
    for word, value in SMALL.items():
        if value:
            years[f"negentienhonderd{word}"] = years[f"negentienhonderden{word}"] = 1900 + value
            years[f"tweeduizend{word}"] = years[f"tweeduizenden{word}"] = 2000 + value
        if value >= 10:
            years[f"negentien{word}"] = 1900 + value
    return years


SMALL: dict[str, int] = _small_numbers()
YEARS: dict[str, int] = _years()
# As digits are dictated: '06' is also 'o zes' or 'nulzes'.
DIGITS: dict[str, str] = {word: str(value) for word, value in SMALL.items()} | {"nulzes": "06", "een": "1"}
