"""When a rule speaks: small questions about answers. A question without an answer never makes a"
" rule speak."""

from collections.abc import Callable

from projects.orientation.types import Answers

When = Callable[[Answers], bool]

# [P] With groups of ten, a response of six in ten and three blocks, fewer homes give one figure for all.
FEWEST_HOMES = 50
# [H] The largest neighbourhood in which the approach was tried had 499 homes.
MOST_HOMES = 500
PHYSICAL = {"maintenance", "sustainability", "restructuring"}
RENEWAL = {"maintenance", "sustainability"}


def is_one(key: str, *wanted: str) -> When:
    """The answer to `key` is one of `wanted`."""
    return lambda answers: answers.get(key) in wanted


def has(key: str, option: str) -> When:
    """`option` is among the answers to `key`."""
    return lambda answers: option in answers.get(key, [])


def lacks(partner: str) -> When:
    """It was said who takes part, and this partner is not among them."""
    return lambda answers: "partners" in answers and partner not in answers["partners"]


def both(*conditions: When) -> When:
    """All of `conditions` hold."""
    return lambda answers: all(condition(answers) for condition in conditions)


def nope(condition: When) -> When:
    """`condition` does not hold."""
    return lambda answers: not condition(answers)


def fewer_homes(than: int) -> When:
    """Less than so many homes."""
    return lambda answers: "homes" in answers and answers["homes"] < than


def more_homes(than: int) -> When:
    """More than so many homes."""
    return lambda answers: "homes" in answers and answers["homes"] > than


def only_restructuring(answers: Answers) -> bool:
    """Nothing but restructuring, by the occasion or because every home is concerned."""
    return list(answers.get("occasion", [])) == ["restructuring"] or answers.get("share") == "all"


def only_social(answers: Answers) -> bool:
    """No work on the homes."""
    return list(answers.get("occasion", [])) == ["social"]


def works(answers: Answers) -> bool:
    """Some work on the homes."""
    return bool(PHYSICAL & set(answers.get("occasion", [])))


def renewal(answers: Answers) -> bool:
    """Work that brings somebody to each door while people stay."""
    return bool(RENEWAL & set(answers.get("occasion", [])))


def contradiction(answers: Answers) -> bool:
    """The occasion and another answer cannot both be true."""
    if "occasion" not in answers:
        return False
    named = "restructuring" in answers["occasion"]
    share, time = answers.get("share"), answers.get("time")
    moves = share == "none" if named else share in ("half", "most", "all")
    begins = time == "no_works" if works(answers) else time == "started"
    return moves or begins


def any_unknown(answers: Answers) -> bool:
    """Somewhere the answer is that it is not known yet."""
    return any(answer in ("unknown", ["unknown"]) for answer in answers.values())
