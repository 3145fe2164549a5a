"""A believable poster of an invented outcome in a street of railway houses. Nobody in it exists."""

from neighbourhood.publication.poster.content import Island, PosterContent, PosterFigure

ISLANDS = (
    Island("omzien", "Buren letten op elkaar", "Blijft een gordijn dicht? Dan belt er iemand aan.", "fence_talk", "opportunity", "cohesion", "Ik heb de sleutel van de overkant. En zij die van mij."),
    Island("snelheid", "Er wordt te hard gereden", "Oversteken is niet veilig voor kinderen en voor wie slecht loopt.", "speeding", "barrier", "security", "Ik houd mijn hart vast als de kinderen naar school gaan."),
    Island("samen", "Samen koffie, samen lopen", "Bij de pipowagen en in de wandelgroep leren mensen elkaar kennen.", "walking", "opportunity", "inclusion", "Iedereen kan zo aanhaken. Dat is fijn."),
    Island("achterpad", "Het achterpad is donker", "Mensen lopen ’s avonds liever om. Er is al maanden een lamp kapot.", "dark_path", "barrier", "security", "Na het eten ga ik daar niet meer langs."),
    Island("talent", "Veel talent in huis", "Mensen koken, timmeren, naaien en maken muziek. Zij willen dat graag delen.", "music", "opportunity", "empowerment", "Ik speel wel een keer op het straatfeest!"),
    Island("alleen", "Het weekend duurt lang", "Sommige mensen zien dagen achter elkaar niemand.", "alone", "barrier", "inclusion", "Op zondag hoor ik alleen de klok."),
    Island("brieven", "Brieven zijn te moeilijk", "Mensen begrijpen brieven en formulieren niet. Ze weten niet wie kan helpen.", "letters", "barrier", "empowerment", "De ene brief zegt dit, de andere dat."),
)

SAMPLE = PosterContent(
    title="Zo leven wij in de Spoorbuurt",
    neighbourhood="Spoorbuurt, Nijmegen",
    subtitle="Dit vertelden bewoners aan de keukentafel. Herkent u het? Praat mee!",
    street="terraced",
    islands=ISLANDS,
    proud=("Buren die elkaar helpen", "Burendag in onze straat", "De voortuinen, goed voor een praatje", "De bibliotheek om de hoek", "Nieuwe ramen: het is weer warm in huis"),
    worries=("Te hard rijden in de straten", "Het donkere achterpad", "Onduidelijke brieven over het huis", "Mensen die veel alleen zijn", "Dealen op de parkeerplaats"),
    figures=(
        PosterFigure(6, "praten elke week of elke dag met buren"),
        PosterFigure(7, "voelen zich hier thuis"),
        PosterFigure(7, "willen misschien iets doen voor de buurt"),
    ),
    open_balloons=("Ik zou hier wel willen …", "Deze buurt wordt fijner als …", "Samen kunnen we …"),
    reach="Gemaakt van ongeveer 415 gesprekken in 499 huizen",
    contact="Vragen? Loop binnen in de modelwoning of mail praatmee@example.nl",
    date="november 2026",
    concept=True,
    url="https://praatplaat.example.nl/p/spoorbuurt",
    street_name="Spoorbuurt",
    landmarks=("railway", "caravan", "bench", "garden", "tree"),
)
