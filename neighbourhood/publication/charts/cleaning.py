"""From matplotlib's SVG to SVG that may stand in any page: no styles, no foreign parts, described in words.

A strict Content Security Policy refuses style attributes and style elements, so that what they say becomes
presentation attributes. What remains is a short list of elements and attributes; anything else is an error.
"""

import re
from typing import Any

from lxml import etree

SVG = "http://www.w3.org/2000/svg"
ALLOWED = {
    "svg": {"viewBox", "role", "aria-labelledby", "class"},
    "title": {"id"},
    "desc": {"id"},
    "path": {"d", "fill", "stroke", "stroke-width"},
    "text": {"x", "y", "fill", "font-family", "font-size", "font-weight", "text-anchor"},
}
_UPRIGHT = re.compile(r"rotate\(-?0 [-\d. ]+\)")
_NUMBER = re.compile(r"-?\d+\.\d+")
_FONT = re.compile(r"(?:(?P<weight>\d{3}|bold) )?(?P<size>[\d.]+)px (?P<family>.+)")


def clean(svg: str, *, name: str, title: str, description: str) -> str:
    """The same drawing with only the elements and attributes of ALLOWED.

    name: what ids start with, unique in a page. title, description: what a screen reader says.
    """
    source = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    root = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG})
    root.set("viewBox", str(source.get("viewBox")))
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title {name}-desc")
    root.set("class", "chart")
    for tag, words in (("title", title), ("desc", description)):
        part = etree.SubElement(root, f"{{{SVG}}}{tag}", {"id": f"{name}-{tag}"})
        part.text = words
    for element in source.iter(f"{{{SVG}}}path", f"{{{SVG}}}text"):
        if element.getparent().tag.rpartition("}")[2] not in ("defs", "clipPath"):
            root.append(_plain(element))
    return str(etree.tostring(root, encoding="unicode"))


def _plain(element: Any) -> Any:
    tag = element.tag.rpartition("}")[2]
    given = {**_styles(element.get("style", "")), **element.attrib}
    if tag == "text":
        given.update(_font(given))
    if not _UPRIGHT.fullmatch(given.get("transform", "rotate(0 0)")):
        raise ValueError("a chart holds no turned text")
    kept = {key: _short(given[key]) for key in sorted(ALLOWED[tag]) if given.get(key)}
    plain = etree.Element(f"{{{SVG}}}{tag}", kept)
    plain.text = element.text if tag == "text" else None
    return plain


def _styles(style: str) -> dict[str, str]:
    pairs = (rule.split(":", 1) for rule in style.split(";") if ":" in rule)
    return {key.strip(): value.strip() for key, value in pairs}


def _font(style: dict[str, str]) -> dict[str, str]:
    """Family, size and weight, from matplotlib's short or long way of writing a font."""
    short = _FONT.fullmatch(style.get("font", ""))
    found = short.groupdict() if short else {"size": style["font-size"], "family": style["font-family"]}
    family = found["family"].split(",")[0].strip("'\" ")
    # Readers without the font get any sans serif; the measures were taken with the font itself.
    fonts = {"font-size": found["size"].removesuffix("px"), "font-family": f"'{family}', sans-serif"}
    return {**fonts, "font-weight": found["weight"]} if found.get("weight") else fonts


def _short(value: str) -> str:
    """Coordinates with one decimal: a tenth of a pixel is finer than anybody sees."""
    return _NUMBER.sub(lambda match: f"{float(match[0]):.1f}".removesuffix(".0"), " ".join(value.split()))
