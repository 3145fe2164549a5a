"""How many homes were reached, by block, without pointing at one of them (P16, H12)."""

from collections.abc import Mapping
from dataclasses import dataclass

from neighbourhood.figures import merging, wording
from neighbourhood.figures.rounding import RULES, rounded, shown_count
from neighbourhood.figures.types import WHOLE, Band


@dataclass(frozen=True)
class Response:
    """The response of one part of the neighbourhood.

    homes: rounded to five. reached: homes where a conversation was held, rounded or the band's end.
    text: `reached` in words. share: reached of homes, from the rounded numbers, 0.0 to 1.0.
    """

    key: str
    label: str
    homes: int
    reached: int
    band: Band
    text: str
    share: float


def response_by_block(
    homes: Mapping[str, int], reached: Mapping[str, int], labels: Mapping[str, str]
) -> tuple[Response, tuple[Response, ...]]:
    """The response of the whole neighbourhood, and that of each block or of blocks together.

    homes: homes per block key, in the order of the blocks; reached: those of them with a conversation;
    labels: the blocks' names. Blocks merge, smallest with smallest, until each part has ten homes; with one
    part left the second result is empty. Make it when a snapshot is made and store it with that: numbers
    that follow every single visit would tell on whose day they changed (P9). Raises ValueError when a
    block has more conversations than homes, and when there are fewer than ten homes in all.
    """
    if any(not 0 <= reached.get(key, 0) <= homes.get(key, 0) for key in {*homes, *reached}):
        raise ValueError("a block cannot have more conversations than homes")
    if sum(homes.values()) < RULES.least:
        raise ValueError("fewer than ten homes")
    whole = _response(WHOLE, wording.whole(), sum(homes.values()), sum(reached.values()))
    structure = merging.finest(homes, ordered=False, least=RULES.least)
    if len(structure) < 2:
        return whole, ()
    return whole, tuple(_part(group, homes, reached, labels) for group in structure)


def _part(
    group: merging.Group, homes: Mapping[str, int], reached: Mapping[str, int], labels: Mapping[str, str]
) -> Response:
    label = wording.group_label([labels[key] for key in group], joined_unknown=False, numbered=True)
    conversations = sum(reached.get(key, 0) for key in group)
    return _response("+".join(group), label, merging.size_of(group, homes), conversations)


def _response(key: str, label: str, homes: int, reached: int) -> Response:
    shown, band = shown_count(reached, homes)
    share = min(1.0, shown / rounded(homes))
    return Response(key, label, rounded(homes), shown, band, wording.count_text(shown, band), round(share, 4))
