"""What every page shares: colours that can be read, icons that exist, nothing a strict policy refuses."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template
from django.template.loader import get_template

from msa.registry import NavItem
from msa.ui import palette
from msa.ui.conditions import CONDITIONS, VALENCES
from msa.ui.icons import shapes
from projects.templatetags.phases import menu_groups

ROOT = Path(settings.BASE_DIR)
PAGES = sorted(
    path for path in (ROOT / "templates").rglob("*.html") if not {"documents", "mail"} & {*path.parts}
)
STYLES = (ROOT / "static" / "css" / "msa.css").read_text("utf-8")
TOKENS = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", STYLES))
TEXT, SIGN = 4.5, 3.0
GROUNDS = ("paper", "card", "sand")
PAIRS = [
    *((ink, ground, TEXT) for ink in ("ink", "ink-soft", "brick", "brick-deep") for ground in GROUNDS),
    *((ink, ground, TEXT) for ink in ("leaf", "ochre") for ground in ("paper", "card")),
    ("leaf", "leaf-pale", TEXT),
    ("ochre", "ochre-pale", TEXT),
    ("ink", "ink-pale", TEXT),
    ("ink-soft", "ink-pale", TEXT),
    ("ink", "leaf-pale", TEXT),
    ("ink", "ochre-pale", TEXT),
    ("ink", "sand-deep", TEXT),
    ("ink", "brick-pale", TEXT),
    ("brick-deep", "brick-pale", TEXT),
    ("card", "brick", TEXT),
    ("card", "brick-deep", TEXT),
    ("card", "ink", TEXT),
    ("paper", "ink", TEXT),
    ("sun", "ink", SIGN),
    ("line-strong", "card", SIGN),
    ("line-strong", "paper", SIGN),
    *((condition, ground, TEXT) for condition in CONDITIONS for ground in ("paper", "card")),
]


def _light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((_light(one), _light(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_what_stands_on_a_ground_can_be_read(ink: str, ground: str, least: float) -> None:
    assert contrast(TOKENS[ink], TOKENS[ground]) >= least


def test_style_sheets_charts_and_posters_use_the_same_colours() -> None:
    for look in CONDITIONS.values():
        assert TOKENS[look.key] == look.colour
    assert (TOKENS["leaf"], TOKENS["ochre"]) == (VALENCES["opportunity"].colour, VALENCES["barrier"].colour)
    shared = {"INK": "ink", "INK_SOFT": "ink-soft", "PAPER": "paper", "SAND": "sand", "BRICK": "brick"}
    for constant, token in shared.items():
        assert getattr(palette, constant) == TOKENS[token]


def test_conditions_differ_in_sign_and_pattern_too() -> None:
    looks = list(CONDITIONS.values())
    assert len({look.icon for look in looks}) == len({look.pattern for look in looks}) == len(looks)
    assert VALENCES["opportunity"].icon != VALENCES["barrier"].icon


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_a_template_holds_nothing_that_the_policy_refuses(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r"\sstyle\s*=", text), "no inline styles"
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text), "no inline handlers"
    assert "javascript:" not in text
    for tag in re.findall(r"<(?:script|style)\b[^>]*>", text):
        assert "src=" in tag or "nonce=" in tag or 'type="application/json"' in tag, tag


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_a_template_compiles_and_names_icons_that_exist(path: Path) -> None:
    get_template(str(path.relative_to(ROOT / "templates")))
    for name in re.findall(r"{% icon \"([a-z0-9-]+)\"", path.read_text("utf-8")):
        assert name in shapes()


def test_style_sheets_fetch_nothing_from_elsewhere() -> None:
    for path in (ROOT / "static" / "css").glob("*.css"):
        assert "http" not in path.read_text("utf-8"), path.name


def _render(source: str, **context: object) -> str:
    return Template("{% load ui %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ 12345|nl_number }}", "12.345"),
        ("{{ 3|nl_number }}", "3"),
        ('{% nl_count 0 "huis" "huizen" %}', "geen huizen"),
        ('{% nl_count 1 "huis" "huizen" %}', "één huis"),
        ('{% nl_count 7 "huis" "huizen" %}', "zeven huizen"),
        ('{% nl_count 1200 "huis" "huizen" %}', "1.200 huizen"),
        ("{% out_of_ten 245 414 %}", "6 van de 10"),
        ("{% out_of_ten 0 0 %}", ""),
    ],
)
def test_numbers_are_said_in_dutch(source: str, text: str) -> None:
    assert _render(source) == text


def test_a_decimal_has_a_comma() -> None:
    assert _render("{{ value|nl_number }}", value=6.94) == "6,9"
    assert _render("{{ value|nl_number }}", value=7.0) == "7"


def test_an_icon_is_drawing_only_for_who_sees_it() -> None:
    drawn = _render('{% icon "house" "icon--large" %}')
    assert 'aria-hidden="true"' in drawn
    assert 'class="icon icon--large"' in drawn
    with pytest.raises(KeyError):
        _render('{% icon "huisje" %}')


def test_badges_say_in_words_what_the_colour_says() -> None:
    assert "sociale cohesie" in _render('{% condition "cohesion" %}')
    assert "belemmering" in _render('{% valence "barrier" %}')


def test_the_menu_marks_the_page_one_is_on() -> None:
    menu = [
        NavItem("Vandaag", "/", "sun"),
        NavItem("Project", "/projecten/x/", "house"),
        NavItem("Mensen", "/projecten/x/mensen/", "users", phase=1),
    ]
    groups = menu_groups(menu, "/projecten/x/mensen/7/", 2)
    marked = [item.label for group in groups for item, here in group.items if here]
    assert marked == ["Mensen"]
    assert [group.number for group in groups] == [0, 1]
    assert not any(here for group in menu_groups(menu, "/account/", 2) for _item, here in group.items)


def test_the_menu_opens_the_phase_of_the_project_and_of_the_page() -> None:
    menu = [NavItem(str(number), f"/x/{number}/", "sun", phase=number) for number in range(4)]
    opened = {group.number for group in menu_groups(menu, "/x/1/wijzigen/", 3) if group.open}
    assert opened == {0, 1, 3}
