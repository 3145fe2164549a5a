"""What the poster says: good by default without anybody touching it, overridden by what the leader typed.

`Picture.content` is a JSON object. Every key may be absent; then the default stands:
title, subtitle, reach, contact, date (text) · proud, worries, open_balloons (lists of text) ·
figures (list of {"tens": 0 to 10, "text": …}) · islands ({theme key: {"title", "sentence", "quote",
"drawing", "x", "y"}}, each key optional). Which themes stand on the poster is `Theme.on_poster`.
"""

from neighbourhood.models import Picture
from neighbourhood.publication.poster.content import PosterContent


def poster_content(picture: Picture) -> PosterContent:
    """Everything the poster of `picture` shows; of a published picture what was frozen then."""
    raise NotImplementedError


def default_content(picture: Picture) -> PosterContent:
    """The poster as it is when nobody typed anything: from themes, votes, snapshot and project."""
    raise NotImplementedError
