"""The written matter is true where a machine can see it: paths exist, commands are named, links lead on."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
NAMED = re.compile(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:md|toml|json|lock|yml))`")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
# Homes and work places of some machine. /etc, /var/lib and /opt are examples for an installation.
MACHINE = re.compile(r"(?<![\w.])/(?:home|root|tmp|work|Users|workspace)/")
ROOMS = {path.name for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")}
MADE_LATER = {"static/build/LICENSES.txt", "static/build/"}  # by the asset build
LARGEST_PICTURE = 150_000  # bytes; the one of the README may be larger
LARGEST_OF_README = 400_000
APPS = ("msa", "projects", "housevisits", "neighbourhood", "actions", "evaluation")
LABEL = re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)")


def page_name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def named_paths(page: Path) -> set[str]:
    """Paths between back quotes that begin in a folder of the repository."""
    found = set(NAMED.findall(page.read_text("utf-8")))
    return {path for path in found if path.split("/")[0] in ROOMS} - MADE_LATER


@pytest.mark.parametrize("name", ["docs/features.md", "docs/privacy.md"])
def test_every_path_that_a_page_names_exists(name: str) -> None:
    paths = named_paths(ROOT / name)
    assert len(paths) > 30
    assert sorted(path for path in paths if not (ROOT / path).exists()) == []


def test_a_path_that_does_not_exist_would_be_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("`housevisits/rules.py` and `housevisits/nowhere.py`", "utf-8")
    assert [path for path in named_paths(page) if not (ROOT / path).exists()] == ["housevisits/nowhere.py"]


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_every_link_of_our_own_leads_somewhere(page: Path) -> None:
    links = [link.split("#")[0] for link in LINK.findall(page.read_text("utf-8"))]
    own = [link for link in links if link and ":" not in link]
    assert [link for link in own if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_no_page_names_a_place_on_somebodys_machine(page: Path) -> None:
    assert MACHINE.findall(page.read_text("utf-8")) == []


def words_of_the_app() -> str:
    """Everything that may end up on a screen, in lower case."""
    files = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "static" / "js").glob("*.js")]
    files += [file for app in APPS for file in (ROOT / app).rglob("*.py")]
    return "\n".join(file.read_text("utf-8") for file in files).lower().replace("’", "'")


def test_every_label_that_the_manual_names_is_on_a_screen() -> None:
    words = words_of_the_app()
    for page in sorted((ROOT / "docs" / "handleiding").glob("*.md")):
        labels = LABEL.findall(page.read_text("utf-8"))
        parts = [" ".join(part.split()) for label in labels for part in label.split("…")]
        assert [part for part in parts if part.lower() not in words] == [], page.name


def test_the_readme_names_both_commands_and_shows_one_picture() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert "make demo" in text
    assert "make test" in text
    assert len([link for link in LINK.findall(text) if link.endswith(".png")]) == 1


def test_every_make_target_for_people_is_in_the_readme() -> None:
    targets = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    text = (ROOT / "README.md").read_text("utf-8")
    assert {name for name in targets if f"make {name}" not in text} <= {"runtime", "development"}


def test_every_setting_of_the_example_is_in_the_readme() -> None:
    example = (ROOT / "deploy" / "env.example").read_text("utf-8")
    text = (ROOT / "README.md").read_text("utf-8")
    names = re.findall(r"^([A-Z_]+)=", example, re.MULTILINE)
    assert [name for name in names if f"`{name}`" not in text] == []


def test_every_feature_and_every_rule_has_its_line() -> None:
    features = (ROOT / "docs" / "features.md").read_text("utf-8")
    codes = {"V": 10, "H": 13, "B": 11, "S": 12, "E": 9}
    wanted = [f"{letter}{number}" for letter, most in codes.items() for number in range(1, most + 1)]
    assert [code for code in wanted if not re.search(rf"\b{code}\b", features)] == []
    privacy = (ROOT / "docs" / "privacy.md").read_text("utf-8")
    assert [n for n in range(1, 28) if f"| P{n} |" not in privacy] == []


def test_every_attack_is_named_beside_its_rule() -> None:
    privacy = (ROOT / "docs" / "privacy.md").read_text("utf-8")
    attacks = sorted((ROOT / "tests" / "attacks").glob("test_p*.py"))
    assert [path.name for path in attacks if path.name not in privacy] == []


def test_decision_records_are_numbered_once_and_listed() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    numbers = [path.name[:4] for path in records]
    assert len(numbers) == len(set(numbers))
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    assert [path.name for path in records if path.name not in index] == []


def test_pictures_are_few_and_small() -> None:
    pictures = list((ROOT / "docs" / "images").iterdir())
    text = "".join(page.read_text("utf-8") for page in PAGES)
    large = [path for path in pictures if path.stat().st_size > LARGEST_PICTURE]
    assert len(large) <= 1
    assert all(path.stat().st_size <= LARGEST_OF_README for path in large)
    assert [path.name for path in pictures if path.name not in text] == []
