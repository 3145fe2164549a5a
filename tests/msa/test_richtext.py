"""Rich text: Markdown that stays the same, HTML that is safe, blocks for Word, and a difference in words."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from msa.richtext import blocks_of, compare, from_html, has_image, tidy, to_html

SAMPLE = """## Kop

Alinea met **vet**, *schuin* en [een link](https://voorbeeld.example/a_b?x=1&y=2).

- een
- twee
  - dieper

1. eerst
2. dan

> Een citaat."""


def test_a_tidy_text_stays_as_it_is() -> None:
    assert tidy(SAMPLE) == SAMPLE
    assert from_html(to_html(SAMPLE)) == SAMPLE


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([*"ab *_#>-+1.`[]()!<&\\\n", "\n\n", "## ", "- ", "**", "](https://x.nl)"]),
        max_size=30,
    )
)
@example(["## ", "## ", "## ", "##"])
def test_whatever_is_typed_settles_and_never_becomes_another_tag(parts: list[str]) -> None:
    once = tidy(tidy("".join(parts)))
    assert tidy(once) == once
    assert "<script" not in to_html("<script>" + once)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h1>Kop</h1><div>een<br><br>twee</div>", "## Kop\n\neen\n\ntwee"),
        ("<h5>Klein</h5><p>a<br></p>", "### Klein\n\na"),
        ("<p><br>a</p>", "a"),
        ("<p>a</p><p></p><p>b</p>", "a\n\nb"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n  - b"),
        ("<p>2 * 3 en a_b</p>", "2 \\* 3 en a\\_b"),
        ("<p>[nog invullen: naam]</p>", "[nog invullen: naam]"),
    ],
)
def test_what_an_editor_hands_over_becomes_markdown(html: str, text: str) -> None:
    assert from_html(html) == text


def test_an_open_place_is_marked_for_reading_and_plain_for_writing() -> None:
    text = "Bel [nog invullen: nummer]."
    assert '<mark class="gap" id="plek-1">[nog invullen: nummer]</mark>' in to_html(text)
    assert "<mark" not in to_html(text, gaps=False)


@pytest.mark.parametrize("text", ["![x](https://a.example/b.png)", "<IMG src=x>", "a ![x] [b]"])
def test_an_image_is_seen(text: str) -> None:
    assert has_image(text)


def test_blocks_know_their_list_and_number() -> None:
    found = [(block.kind, block.depth, block.number, block.text) for block in blocks_of(SAMPLE)]
    assert found[2:7] == [
        ("bullet", 1, 0, "een"),
        ("bullet", 1, 0, "twee"),
        ("bullet", 2, 0, "dieper"),
        ("number", 1, 1, "eerst"),
        ("number", 1, 2, "dan"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "counts"),
    [
        ("Een twee drie.", "Een twee drie.", (0, 0, 0)),
        ("Wij bellen in vijf dagen.", "Wij bellen in twee dagen.", (1, 1, 1)),
        ("Een zin.", "Een zin.\n\nNog iets nieuws erbij.", (4, 0, 1)),
        ("Een zin.\n\nWeg ermee.", "Een zin.", (0, 2, 1)),
        ("Een *zin* hier nu.", "Een zin hier nu.", (1, 1, 1)),
    ],
)
def test_a_difference_is_counted_in_words(old: str, new: str, counts: tuple[int, int, int]) -> None:
    found = compare(old, new)
    assert (found.added, found.removed, found.blocks) == counts
    assert found.same == (counts == (0, 0, 0))


def test_a_difference_says_aloud_what_came_and_what_went() -> None:
    html = compare("Wij bellen **nooit** terug.", "Wij bellen **altijd** terug.").html
    assert '<del><span class="visually-hidden">[weggehaald: </span><strong>nooit' in html
    assert '<ins><span class="visually-hidden">[toegevoegd: </span><strong>altijd' in html


def test_a_long_run_without_a_change_is_folded_away_up_to_the_heading() -> None:
    same = "\n\n".join(f"Alinea nummer {n} blijft." for n in range(8))
    html = compare(f"{same}\n\n## Kop\n\nOud woord hier.", f"{same}\n\n## Kop\n\nNieuw woord hier.").html
    assert "8 alinea’s zonder verandering" in html
    assert html.index("</details>") < html.index("Kop") < html.index("<del>")


def test_comparing_two_hostile_texts_takes_no_long_time() -> None:
    many = "\n\n".join(f"a{n}" for n in range(400))
    assert compare(many, many.replace("a", "b")).blocks == 800
