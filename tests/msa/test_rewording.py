"""What is offered instead of a finding: only the words that point go, the sentence stays Dutch (P17, P18)."""

import pytest

from msa.privacy.reading import Finding, Lexicon, Reader, Severity, suggest_rewrite
from msa.privacy.reading.rewording import Rewording, reword

LEXICON = Lexicon(
    streets=frozenset({"Stokerstraat", "Wagenmeesterstraat", "Perronplein"}),
    institutions=frozenset({"basisschool De Regenboog", "Buurthuis Het Wissel", "moskee Al Noor"}),
    house_numbers=frozenset({"12", "14", "16", "31", "14-2"}),
)
READER = Reader(LEXICON)

# Every sentence with what it becomes when all that blocks is replaced as offered.
SENTENCES = [
    # a family word or a neighbour stands before the name
    ("haar buurman piet en fatima helpen", "haar buurman en een kennis helpen"),
    ("mijn dochter sanne komt vaak", "mijn dochter komt vaak"),
    ("mijn dochter heet sanne", "mijn dochter"),
    ("mijn dochter heet sanne en zit op school", "mijn dochter zit op school"),
    ("Mijn dochter heet Sanne en mijn zoon heet Tim.", "Mijn dochter en mijn zoon."),
    ("Haar dochter, Petra, komt elke dag.", "Haar dochter komt elke dag."),
    ("Haar dochter (Petra) komt elke dag.", "Haar dochter komt elke dag."),
    ("Mijn kinderen Sam en Noor spelen buiten.", "Mijn kinderen spelen buiten."),
    ("Mijn ouders Jan en Riet zijn overleden.", "Mijn ouders zijn overleden."),
    ("Mijn zoon Ahmed en dochter Fatima gamen.", "Mijn zoon en dochter gamen."),
    ("Mijn vrouw Fatima kookt en mijn zoon Ahmed helpt.", "Mijn vrouw kookt en mijn zoon helpt."),
    ("Mijn buurvrouw en Fatima wandelen.", "Mijn buurvrouw en een kennis wandelen."),
    ("Ik ga met buurvrouw Roos naar de markt.", "Ik ga met een buurvrouw naar de markt."),
    ("Zij zegt dat buurman Achmed vaak helpt.", "Zij zegt dat een buurman vaak helpt."),
    ("Mijn buurman, meneer Bakker, helpt.", "Mijn buurman helpt."),
    ("Hulp van een vrijwilliger, Karin, is fijn.", "Hulp van een vrijwilliger is fijn."),
    ("Een vriendin die Petra heet komt langs.", "Een vriendin komt langs."),
    ("Een man genaamd Piet woont hier.", "Een man woont hier."),
    # spouses
    ("Hij is getrouwd met Fatima.", "Hij is getrouwd."),
    ("Is getrouwd met Fatima en ze hebben een tweeling.", "Is getrouwd en ze hebben een tweeling."),
    ("Ik ben met Fatima getrouwd.", "Ik ben getrouwd."),
    ("Met Fatima ben ik getrouwd.", "Met een partner ben ik getrouwd."),
    ("Zij trouwde met Ahmed en verhuisde hierheen.", "Zij trouwde en verhuisde hierheen."),
    ("Hij is getrouwd met Fatima, een lieve vrouw.", "Hij is getrouwd met een partner, een lieve vrouw."),
    ("Ze is gescheiden van Piet.", "Ze is gescheiden."),
    # titles
    ("Mevrouw Van der Heijden komt elke dag langs.", "Een buurvrouw komt elke dag langs."),
    ("Mevrouw de Vries en Fatima koken samen.", "Een buurvrouw en een kennis koken samen."),
    ("Die mevrouw Jansen klaagt altijd.", "Die mevrouw klaagt altijd."),
    ("Onze huisarts dokter Peeters is aardig.", "Onze huisarts is aardig."),
    ("Dokter Peeters komt langs.", "De huisarts komt langs."),
    ("Mijn tante Riet woont hier ook.", "Mijn tante woont hier ook."),
    ("De heer Jansen groet nooit.", "Een buurman groet nooit."),
    ("De familie Bakker is verhuisd.", "Een gezin is verhuisd."),
    # a name with its address behind it is one person
    ("Samira van nummer 16 brengt elke week soep.", "Een buurtgenoot brengt elke week soep."),
    ("Mijn buurvrouw Samira van nummer 16 helpt.", "Mijn buurvrouw helpt."),
    ("Fatima op Stokerstraat 14 helpt.", "Een buurtgenoot helpt."),
    ("Samira woont op nummer 16.", "Een buurtgenoot woont op een adres in de buurt."),
    # names alone
    ("Fatima helpt mij met de boodschappen.", "Een buurtgenoot helpt mij met de boodschappen."),
    ("fatima helpt mij", "een buurtgenoot helpt mij"),
    ("Theo en Riet helpen mij.", "Twee buurtgenoten helpen mij."),
    ("Jan, Piet en Klaas voetballen.", "Een buurtgenoot, een kennis en nog iemand voetballen."),
    ("Die Henk maakt lawaai.", "Die buurtgenoot maakt lawaai."),
    ("Ik hoop dat Fatima komt.", "Ik hoop dat een buurtgenoot komt."),
    ("Onze lieve Truus is ziek.", "Onze lieve buurtgenoot is ziek."),
    ("Fatima's man werkt veel.", "Iemands man werkt veel."),
    ("Ze heet Jolanda en is heel aardig.", "Ze is heel aardig."),
    ("Mijn naam is Piet Jansen.", "Mijn naam is (weggelaten)."),
    ("meneer P. wil niet met zijn naam erin", "een buurman wil niet met zijn naam erin"),
    ("Ik groet meneer P.", "Ik groet een buurman."),
    ("Het is de schuld van Duijvestein.", "Het is de schuld van een buurtgenoot."),
    ("De dames de Bruijn wandelen.", "De dames wandelen."),
    ("Kleine Mees is vaak ziek", "Een kind is vaak ziek"),
    # streets and doors
    ("Mijn adres is Stokerstraat 14, kom langs.", "Mijn adres is (weggelaten), kom langs."),
    (
        "Mevrouw de Vries van de Stokerstraat 14 hs helpt mij.",
        "Een buurvrouw helpt mij.",
    ),
    ("De Stokerstraat 14 II staat leeg.", "Een adres in de buurt staat leeg."),
    ("Ik woon op de Stokerstraat 14, 3 hoog.", "Ik woon op een adres in de buurt."),
    ("Ik woon Stokerstraat 14-2.", "Ik woon op een adres in de buurt."),
    ("Wij wonen in de Stokerstraat nummer 14.", "Wij wonen op een adres in de buurt."),
    ("De hele Stokerstraat is vies.", "De hele straat is vies."),
    ("Onze Stokerstraat is gezellig.", "Onze straat is gezellig."),
    ("Het Perronplein is leeg.", "Een plein in de buurt is leeg."),
    (
        "De Wagenmeesterstraat en de Stokerstraat zijn druk.",
        "Een straat in de buurt en een andere straat zijn druk.",
    ),
    ("Ik woon op 3 hoog.", "Ik woon op een bovenverdieping."),
    ("buurvrouw Roos van nummer 12 hs helpt", "een buurvrouw helpt"),
    # places, dates, numbers
    ("Mijn kind zit op basisschool De Regenboog.", "Mijn kind zit op een school in de buurt."),
    ("Wij gaan naar onze moskee Al Noor.", "Wij gaan naar onze moskee."),
    ("Op 12 maart 2021 ben ik verhuisd.", "Een tijd geleden ben ik verhuisd."),
    ("Ik woon hier sinds 12 maart 2021.", "Ik woon hier al enige tijd."),
    ("Hij is geboren op 3 mei 1950.", "Hij is geboren in de jaren vijftig."),
    ("Bel mij op 06-12345678.", "Bel mij op (weggelaten)."),
]

# Every hint with the sentence that its button makes; None where there is no button.
HINTS = [
    ("Ze is de enige met een drieling en heeft MS.", None),
    ("Ze is de enige met een hond.", None),
    ("Ze heeft MS.", "Ze heeft gezondheidsproblemen."),
    ("Ze kreeg een hersenbloeding.", "Ze kreeg gezondheidsproblemen."),
    ("Door haar dementie blijft ze binnen.", "Door haar gezondheidsproblemen blijft ze binnen."),
    ("Haar dementie wordt erger.", None),
    ("Mijn man is dement.", None),
    ("Ze heeft geen kanker.", None),
    ("Ze lijdt aan Parkinson.", "Ze lijdt aan een ziekte."),
    ("Wij komen uit Syrië.", "Wij komen uit een ander land."),
    ("Een Syrische buurvrouw kookt voor ons.", "Een buurvrouw kookt voor ons."),
    ("Een Turkse woont naast mij.", None),
    ("Mijn vriend is Turks.", None),
    ("Mijn vader was imker.", None),
    ("Hij werkt als piloot.", None),
    ("Zij heeft een drieling.", "Zij heeft meerdere kinderen."),
    ("De drieling speelt buiten.", None),
    ("Wij hebben zes kinderen.", "Wij hebben meerdere kinderen."),
    ("Mijn buurvrouw is 93 jaar oud.", "Mijn buurvrouw is hoogbejaard."),
    ("Een 93-jarige buurman helpt.", "Een hoogbejaarde buurman helpt."),
    ("Ze is geboren in 1985.", "Ze is geboren in de jaren tachtig."),
    ("Hij woont in een hoekhuis.", "Hij woont in een huis."),
    ("Zijn zoon zat in de gevangenis.", None),
]


def applied(text: str, rewording: Rewording) -> str:
    return text[: rewording.start] + rewording.new + text[rewording.end :]


def offered(text: str) -> list[tuple[Finding, Rewording]]:
    """What the buttons beside a text do."""
    found = [(finding, reword(text, finding)) for finding in READER.read(text)]
    return [(finding, rewording) for finding, rewording in found if rewording is not None]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_only_the_words_that_point_are_replaced_and_the_sentence_stays_dutch(
    text: str, expected: str
) -> None:
    assert suggest_rewrite(text, READER.read(text)) == expected


@pytest.mark.parametrize("text", [text for text, _expected in SENTENCES])
def test_what_is_replaced_as_offered_blocks_no_more(text: str) -> None:
    assert READER.blocking(suggest_rewrite(text, READER.read(text))) == []


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_button_after_button_comes_to_the_same_as_all_at_once(text: str, expected: str) -> None:
    while blocking := READER.blocking(text):
        rewording = reword(text, blocking[-1], blocking)
        assert rewording is not None
        assert text[rewording.start : rewording.end] == rewording.old
        text = applied(text, rewording)
    assert text == expected


@pytest.mark.parametrize(("text", "expected"), HINTS)
def test_a_hint_offers_a_more_general_word_or_only_advice(text: str, expected: str | None) -> None:
    hints = [one for finding, one in offered(text) if finding.severity is Severity.HINT]
    assert [applied(text, hint) for hint in hints] == ([expected] if expected else [])


def test_both_buttons_of_a_name_with_its_address_take_both_out() -> None:
    text = "Samira van nummer 16 brengt elke week soep."
    found = READER.read(text)
    offers = [reword(text, finding, found) for finding in found]
    assert [(one.old, one.new) for one in offers if one] == [("Samira van nummer 16", "Een buurtgenoot")] * 2


def test_the_writer_sees_that_part_of_the_sentence_before_it_is_replaced() -> None:
    text = "Het is hier fijn. Elke dinsdag komt haar buurman piet even koffie drinken met haar. Dat is leuk."
    ((_finding, rewording),) = offered(text)
    assert (rewording.before, rewording.new, rewording.after) == (
        "… komt haar buurman",
        "",
        " even koffie drinken …",
    )
    assert rewording.old == " piet"


def test_what_no_replacement_fits_is_left_to_the_writer() -> None:
    text = "اسمي فاطمة وأنا أسكن هنا"
    findings = READER.read(text)
    assert [reword(text, finding) for finding in findings] == [None] * len(findings)
    assert findings
