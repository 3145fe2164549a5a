"""Fonts of the web pages (WOFF2, as the packages ship them) and of documents and charts (TTF, made here).

The packages cut each font in two: Latin and extended Latin. A browser loads what it needs by `unicode-range`;
WeasyPrint and matplotlib want one file with all letters, so the two are merged.
"""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger
from fontTools.merge.options import Options
from fontTools.ttLib import TTFont

SUBSETS = ("latin", "latin-ext")


@dataclass(frozen=True)
class Face:
    """One static cut of a family, e.g. the bold of Atkinson Hyperlegible Next."""

    package: str
    family: str
    weight: int = 400
    style: str = "normal"

    def source(self, subset: str) -> str:
        """File name of one subset in the package."""
        return f"{self.package}-{subset}-{self.weight}-{self.style}.woff2"

    @property
    def document_file(self) -> str:
        """File name of the merged TTF."""
        return f"{self.package}-{self.weight}-{self.style}.ttf"


READING = ("atkinson-hyperlegible-next", "Atkinson Hyperlegible Next")
FACES = (
    Face(*READING),
    Face(*READING, style="italic"),
    Face(*READING, weight=700),
    Face(*READING, weight=700, style="italic"),
    Face("patrick-hand", "Patrick Hand"),
    Face("caveat-brush", "Caveat Brush"),
    Face("gochi-hand", "Gochi Hand"),
)
RULE = """@font-face {{
  font-family: "{family}";
  font-style: {style};
  font-weight: {weight};
  font-display: swap;
  src: url("{file}") format("{format}");{extra}
}}
"""


def write_fonts(packages: Path, target: Path) -> None:
    """Write all fonts, `fonts.css` (web) and `print.css` (documents) to the new directory `target`."""
    target.mkdir()
    web_rules, print_rules = [], []
    for face in FACES:
        files = packages / face.package / "files"
        subsets = [subset for subset in SUBSETS if (files / face.source(subset)).exists()]
        if not subsets:
            raise FileNotFoundError(files / face.source("latin"))
        ranges = json.loads((packages / face.package / "unicode.json").read_text("utf-8"))
        for subset in subsets:
            shutil.copyfile(files / face.source(subset), target / face.source(subset))
            web_rules.append(rule(face, face.source(subset), "woff2", ranges[subset]))
        merge([files / face.source(subset) for subset in subsets], target / face.document_file)
        print_rules.append(rule(face, face.document_file, "truetype"))
    (target / "fonts.css").write_text("\n".join(web_rules), "ascii")
    (target / "print.css").write_text("\n".join(print_rules), "ascii")


def rule(face: Face, file: str, file_format: str, unicode_range: str = "") -> str:
    """One @font-face rule with an address relative to the style sheet."""
    extra = f"\n  unicode-range: {unicode_range};" if unicode_range else ""
    return RULE.format(
        family=face.family, style=face.style, weight=face.weight, file=file, format=file_format, extra=extra
    )


def merge(sources: list[Path], target: Path) -> None:
    """Write the letters of all `sources` (WOFF2) to one TTF."""
    if len(sources) == 1:
        font = TTFont(sources[0])
    else:
        # STAT describes a variable family; a static cut does not need it and it cannot be merged.
        font = Merger(Options(drop_tables=["STAT"])).merge([str(path) for path in sources])
    font.flavor = None
    font.save(target)
