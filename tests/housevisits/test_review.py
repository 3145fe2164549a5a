"""The last step of a registration: reading along, and the receipt code."""

import json
import re

import pytest
from django.utils import timezone

from housevisits.models import Conversation, Draft, SealedRegistration
from housevisits.services import drafts, receipts
from housevisits.services.release import release
from msa.privacy import receiptcodes
from msa.privacy.reading import Reader
from tests.cast import Cast, make_cast
from tests.housevisits.registrations import seal_many
from tests.housevisits.writing import HARMLESS, Writer

pytestmark = pytest.mark.django_db
THIS_MONTH = f"{timezone.localdate():%Y-%m}"


@pytest.fixture
def cast() -> Cast:
    return make_cast()


@pytest.fixture
def writer(cast: Cast) -> Writer:
    return Writer(cast)


PHONE = "Bel haar op 06-12345678."
NAME = "Wandelt met mevrouw Jansen."


@pytest.mark.parametrize("text", [PHONE, NAME, "Woont in de Seinhuisstraat.", "Mail jan@voorbeeld.nl"])
def test_what_points_at_a_person_is_not_handed_in(writer: Writer, text: str) -> None:
    draft = writer.write(text)
    page = writer.kept(draft)
    assert "kan wijzen" in page
    assert "Herschrijf dit" in page
    assert not SealedRegistration.objects.exists()
    assert Draft.objects.count() == 1


def test_rewriting_on_the_last_page_settles_it(writer: Writer) -> None:
    draft = writer.write(PHONE)
    assert writer.hands_in(draft, **{"text-belonging-person_opportunity": "Ze is goed te bereiken."})


def test_what_was_rewritten_but_not_well_enough_stands_on_the_page_again(writer: Writer) -> None:
    draft = writer.write(PHONE)
    page = writer.kept(draft, **{"text-belonging-person_opportunity": "Bel dan 06-87654321."})
    assert "06-87654321" in page
    assert "06-12345678" not in page
    assert 'class="error-summary"' in page


def test_who_comes_to_the_last_page_first_is_not_told_off(writer: Writer) -> None:
    page = writer.client.get(writer.url("review", writer.write(PHONE).pk)).content.decode()
    assert 'class="error-summary"' not in page


def test_the_summary_names_what_is_missing_and_leads_there(writer: Writer) -> None:
    draft = writer.write()
    drafts.change(draft, lambda content: setattr(content, "block", ""))
    summary = writer.kept(draft).partition('class="error-summary"')[2].partition("</ul>")[0]
    address = writer.url("step", draft.pk, "gesprek")
    assert f'<a href="{address}">Kies een blok, of ‘weet ik niet’.</a>' in summary
    assert "Er ontbreekt nog iets" not in summary


def test_what_no_longer_fits_in_the_draft_stays_on_the_page(writer: Writer) -> None:
    draft = writer.write(PHONE)
    noise = "".join(chr(0x4E00 + (number * 7919) % 20000) for number in range(30000))
    answer = writer.review(draft, **{"text-belonging-person_opportunity": noise})
    assert answer.status_code == 200
    assert "te lang om te bewaren" in answer.content.decode()
    assert noise in answer.content.decode()


def test_the_writer_can_say_that_it_is_no_name(writer: Writer) -> None:
    draft = writer.write(NAME)
    finding = Reader().check(NAME).findings[0]
    assert finding.key in writer.client.get(writer.url("review", draft.pk)).content.decode()
    assert writer.hands_in(draft, seen=finding.key, wave=finding.key)


def test_taking_that_back_makes_it_block_again(writer: Writer) -> None:
    draft = writer.write(NAME)
    key = Reader().check(NAME).findings[0].key
    writer.review(draft, go="save", seen=key, wave=key)
    assert writer.content(draft).waved == [key]
    assert writer.kept(draft, seen=key)


def test_what_is_certain_cannot_be_waved_through(writer: Writer) -> None:
    draft = writer.write(PHONE)
    keys = [finding.key for finding in Reader().check(PHONE).findings]
    assert writer.kept(draft, seen=keys, wave=keys)
    assert not SealedRegistration.objects.exists()


def test_a_hint_never_blocks(writer: Writer) -> None:
    draft = writer.write("Is de enige met een drieling in het gezin.")
    assert writer.hands_in(draft)


def test_where_a_part_of_the_check_is_down_the_text_waits_in_the_draft(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> list[object]:
        raise RuntimeError("word list is not there")

    draft = writer.write()
    monkeypatch.setattr("msa.privacy.reading.reader.RULES", {"names": (broken,)})
    from housevisits import reading

    reading._reader.cache_clear()
    page = writer.kept(draft)
    reading._reader.cache_clear()
    assert "Het meelezen lukte nu niet" in page
    assert not SealedRegistration.objects.exists()
    assert writer.content(draft).stories["belonging"]["person_opportunity"] == HARMLESS


def test_reading_along_answers_while_writing(writer: Writer) -> None:
    answer = writer.client.post(writer.url("reading"), {"text": NAME})
    finding = json.loads(answer.content)["findings"][0]
    assert (finding["severity"], finding["not_one"]) == ("likely", "Dit is geen naam")


def test_the_reader_follows_a_change_of_the_address_list(writer: Writer) -> None:
    def kinds() -> set[str]:
        text = {"text": "Op het Kraaiennest is het stil."}
        findings = writer.client.post(writer.url("reading"), text).json()["findings"]
        return {finding["kind"] for finding in findings}

    assert "street" not in kinds()
    home = writer.cast.homes[0]
    home.pk, home.street = None, "Kraaiennest"
    home.save(force_insert=True)
    assert "street" in kinds()


# --- the receipt code -------------------------------------------------------------------------------------


def test_a_code_from_a_card_is_typed_in(cast: Cast, writer: Writer) -> None:
    code = receiptcodes.new_code()
    draft = writer.write()
    assert writer.hands_in(draft, code_choice="card", typed_code=code.lower())
    seal_many(cast.project, 4, month=THIS_MONTH)
    release(cast.project.key)
    assert receipts.find(receipts.code_hash(code)) is not None


def test_a_card_typed_wrongly_is_said_beside_the_field(writer: Writer) -> None:
    draft = writer.write()
    page = writer.kept(draft, code_choice="card", typed_code="K7QM")
    assert "Deze code klopt niet" in page
    assert writer.content(draft).typed_code == "K7QM"


def test_without_a_code_none_is_stored(cast: Cast, writer: Writer) -> None:
    draft = writer.write()
    assert writer.hands_in(draft, code_choice="none")
    assert "ontvangstcode" not in writer.client.cookies
    seal_many(cast.project, 4, month=THIS_MONTH)
    release(cast.project.key)
    assert set(Conversation.objects.values_list("receipt_hash", flat=True)) == {None}


def test_a_code_that_is_in_use_is_refused(cast: Cast, writer: Writer) -> None:
    code = receiptcodes.new_code()
    seal_many(cast.project, 1, receipt_hash=receipts.code_hash(code))
    seal_many(cast.project, 4)
    release(cast.project.key)
    page = writer.kept(writer.write(), code_choice="card", typed_code=code)
    assert "hoort al bij een gesprek" in page
    assert not SealedRegistration.objects.exists()


def test_a_shown_code_taken_back_before_handing_in_keeps_it_out_of_the_register(
    cast: Cast, writer: Writer
) -> None:
    draft = writer.write()
    digest = receipts.code_hash(writer.content(draft).code)
    receipts.withdraw(digest)
    assert writer.hands_in(draft)
    seal_many(cast.project, 5, month=THIS_MONTH)
    release(cast.project.key)
    assert receipts.find(digest) is None


def test_a_card_that_was_taken_back_before_serves_again(cast: Cast, writer: Writer) -> None:
    code = receiptcodes.new_code()
    receipts.withdraw(receipts.code_hash(code))
    assert writer.hands_in(writer.write(), code_choice="card", typed_code=code)
    seal_many(cast.project, 4, month=THIS_MONTH)
    release(cast.project.key)
    assert receipts.find(receipts.code_hash(code)) is not None


def test_other_words_are_put_in_with_one_button_and_nothing_else_moves(writer: Writer) -> None:
    draft = writer.write("Haar buurman Piet helpt haar. Bel 0612345678.")
    page = writer.client.get(writer.url("review", draft.pk)).content.decode()
    offered = re.findall(r'name="replace" value="([^"]+)"', page)
    assert len(offered) == 2
    name = "text-belonging-person_opportunity"
    typed = "Haar buurman Piet helpt haar vaak. Bel 0612345678."
    for button in offered:
        kept = writer.kept(draft, **{name: typed, "go": "", "replace": button})
        typed = writer.content(draft).stories["belonging"]["person_opportunity"]
        assert "Nog even dit" not in kept
    assert "Piet" not in typed and "0612345678" not in typed
    assert typed.startswith("Haar buur") and "helpt haar vaak" in typed
    assert 'name="replace"' not in kept


def test_a_hint_in_a_text_that_passes_is_replaced_as_well(writer: Writer) -> None:
    draft = writer.write("Ze heeft parkinson en gaat graag naar buiten.")
    page = writer.client.get(writer.url("review", draft.pk)).content.decode()
    assert "Herschrijf dit" not in page
    (button,) = re.findall(r'name="replace" value="([^"]+)"', page)
    kept = writer.kept(draft, replace=button, go="")
    text = "Ze heeft gezondheidsproblemen en gaat graag naar buiten."
    assert writer.content(draft).stories["belonging"]["person_opportunity"] == text
    assert text in kept
    assert "parkinson" not in kept


@pytest.mark.parametrize("button", ["", "x", "text-belonging-person_opportunity", "text-life-important abc"])
def test_a_button_that_the_page_did_not_offer_changes_nothing(writer: Writer, button: str) -> None:
    draft = writer.write("Bel 0612345678.")
    writer.kept(draft, replace=button, go="save")
    assert writer.content(draft).stories["belonging"]["person_opportunity"] == "Bel 0612345678."
