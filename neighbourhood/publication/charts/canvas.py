"""A sheet to draw on, in units that are CSS pixels at full size, with the origin in the upper left corner.

A thin layer over matplotlib: it knows the width of a text in the very font that readers see, wraps lines,
and gives SVG in which text stays text.
"""

import io
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

from django.conf import settings

from msa.ui.palette import INK

FAMILY = "Atkinson Hyperlegible Next"
FILE = "atkinson-hyperlegible-next-{weight}-normal.ttf"
Anchor = Literal["start", "middle", "end"]
_ALIGN = {"start": "left", "middle": "center", "end": "right"}


def font_file(bold: bool = False) -> Path:
    """Where the front-end build put the font that measures and draws."""
    return Path(settings.BASE_DIR) / "static" / "build" / "fonts" / FILE.format(weight=700 if bold else 400)


@cache
def _font(bold: bool) -> Any:
    from matplotlib.font_manager import get_font

    return get_font(str(font_file(bold)))


def _properties(bold: bool, size: float) -> Any:
    """The font by its family name, so that the drawing names it as the pages do."""
    from matplotlib.font_manager import FontProperties, fontManager

    _add_once(str(font_file(bold)), fontManager)
    return FontProperties(family=FAMILY, weight=700 if bold else 400, size=size)


@cache
def _add_once(file: str, manager: Any) -> None:
    manager.addfont(file)


@lru_cache(maxsize=4096)
def width_of(text: str, size: float, bold: bool = False) -> float:
    """How wide `text` is at `size`, in units."""
    font = _font(bold)
    font.set_size(size, 72)
    font.set_text(text, 0.0)
    return float(font.get_width_height()[0]) / 64


def wrapped(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """`text` in lines no wider than `room`; a single word that is wider keeps a line of its own."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, size, bold) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@dataclass
class Canvas:
    """Collects what is drawn; `svg` draws it at the height that turned out to be needed."""

    width: float
    _artists: list[Any] = field(default_factory=list)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        *,
        bold: bool = False,
        colour: str = INK,
        anchor: Anchor = "start",
    ) -> None:
        """One line of text with its baseline at y."""
        from matplotlib.text import Text

        font = _properties(bold, size)
        self._artists.append(
            Text(
                x,
                y,
                words,
                color=colour,
                fontproperties=font,
                ha=_ALIGN[anchor],
                va="baseline",
                parse_math=False,
            )
        )

    def bar(self, x: float, y: float, length: float, thick: float, colour: str) -> None:
        """A lying bar: straight where it starts, softly rounded where it ends. Nothing when length is 0."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path as Outline

        if length <= 0:
            return
        r = min(3.0, length, thick / 2)
        right, low = x + length, y + thick
        line, curve = Outline.LINETO, Outline.CURVE3
        points = [
            (Outline.MOVETO, (x, y)),
            (line, (right - r, y)),
            (curve, (right, y)),
            (curve, (right, y + r)),
            (line, (right, low - r)),
            (curve, (right, low)),
            (curve, (right - r, low)),
            (line, (x, low)),
            (Outline.CLOSEPOLY, (x, y)),
        ]
        outline = Outline([point for _, point in points], [code for code, _ in points])
        self._artists.append(PathPatch(outline, facecolor=colour, edgecolor="none", linewidth=0))

    def column(self, x: float, bottom: float, height: float, wide: float, colour: str) -> None:
        """A standing bar on `bottom`."""
        from matplotlib.patches import Rectangle

        if height > 0:
            self._artists.append(
                Rectangle((x, bottom - height), wide, height, facecolor=colour, edgecolor="none", linewidth=0)
            )

    def line(self, x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1.0) -> None:
        """A thin rule."""
        from matplotlib.lines import Line2D

        self._artists.append(Line2D([x1, x2], [y1, y2], color=colour, linewidth=width, solid_capstyle="butt"))

    def svg(self, height: float) -> str:
        """All that was drawn as SVG by matplotlib, still with its own styles: `cleaning.clean` follows."""
        from matplotlib import rc_context
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure
        from matplotlib.transforms import Affine2D

        with rc_context({"svg.fonttype": "none", "svg.hashsalt": "msa", "path.simplify": False}):
            figure = Figure(figsize=(self.width / 72, height / 72), dpi=72, frameon=False)
            # Straight on the figure, upside down: axes would only cost time.
            downwards = Affine2D().scale(1, -1).translate(0, height)
            for artist in self._artists:
                artist.set_transform(downwards)
                figure.add_artist(artist)
            out = io.StringIO()
            FigureCanvasSVG(figure).print_svg(out, metadata={"Date": None})
        return out.getvalue()
