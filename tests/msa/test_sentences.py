"""Sentences that are put together carry one sign at their end."""

import pytest
from django.template import engines

from msa.ui.sentences import one_stop


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        (
            "Klaar: Leer: helpt het echt, en wie gaat ermee door?.",
            "Klaar: Leer: helpt het echt, en wie gaat ermee door?",
        ),
        ("Bewaard: Kom mee!.", "Bewaard: Kom mee!"),
        ("Bewaard: Bel de heer X..", "Bewaard: Bel de heer X."),
        ("Over: ‘Klopt de praatplaat?’.", "Over: ‘Klopt de praatplaat?’"),
        ("Bel Jan?. Verdeel ze, dan gebeurt het ook.", "Bel Jan? Verdeel ze, dan gebeurt het ook."),
        ("Bel Jan; Mail Piet; …. Verdeel ze.", "Bel Jan; Mail Piet; … Verdeel ze."),
        ("Klaar: Bel de gemeente.", "Klaar: Bel de gemeente."),
        ("En toen...", "En toen..."),
        ("Om 10.30 uur, in versie 2.1.", "Om 10.30 uur, in versie 2.1."),
        ("", ""),
    ],
)
def test_a_sentence_ends_once(made: str, wanted: str) -> None:
    assert one_stop(made) == wanted


def test_in_a_page_what_somebody_typed_stays_escaped() -> None:
    page = engines["django"].from_string("{% load ui %}{{ text|one_stop }}")
    assert page.render({"text": "Klaar: <b>wie</b>?."}) == "Klaar: &lt;b&gt;wie&lt;/b&gt;?"
