"""Text files: separators, encodings, line endings, mangled letters."""

import codecs

import pytest

from msa.tables import Limits, TableError
from tests.msa.spreadsheets import as_csv, as_xlsx, read

ROWS = [
    ["Straat", "Nummer", "Opmerking"],
    ["Ketelmakerstraat", "7", "één ouder, met kind(eren)"],
    ["Reünieplein", "12", "zegt: 'hallo'; en weg"],
    ["Patiëntenpad", "3", ""],
]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "mac_roman", "cp850"]
)
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_every_separator_encoding_and_line_ending_gives_the_same_table(separator, encoding, newline):
    table = read(as_csv(ROWS, separator, encoding, newline))
    assert [list(table.columns), *map(list, table.rows)] == ROWS
    assert table.row_numbers == (2, 3, 4)
    assert table.letters == ("A", "B", "C")


def test_utf_16_with_a_big_endian_bom_is_read():
    data = codecs.BOM_UTF16_BE + as_csv(ROWS, ";").decode().encode("utf-16-be")
    assert read(data).values("Straat")[1] == "Reünieplein"


def test_what_was_recognised_is_said():
    notes = read(as_csv(ROWS, ";", "cp1252")).notes
    assert "Scheidingsteken: puntkomma." in notes
    assert "Tekenset: Windows-1252." in notes


def test_the_separator_line_of_excel_is_obeyed_and_counted():
    table = read(b"sep=;\r\nStraat;Nr\r\nA, B en C-straat;7\r\n")
    assert table.rows == (("A, B en C-straat", "7"),)
    assert table.row_numbers == (3,)


def test_mangled_letters_are_put_right_and_counted():
    mangled = [[cell.encode().decode("cp1252") for cell in row] for row in ROWS]
    table = read(as_csv(mangled))
    assert [list(row) for row in table.rows] == ROWS[1:]
    assert any("In 3 cellen waren letters verminkt" in note for note in table.notes)


@pytest.mark.parametrize(
    "text",
    ["één ouder", "‘wie weet’ – zei ze…", "koffie 😀 bij €2,50", "Ærø, façade, coördinatie", "naïef ½ 20°"],
)
@pytest.mark.parametrize("times", [1, 2])
def test_text_that_was_mangled_once_or_twice_comes_back(text, times):
    mangled = text
    for _time in range(times):
        mangled = "".join(
            chr(b) if b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([b]).decode("cp1252")
            for b in mangled.encode()
        )
    assert mangled != text
    assert read(as_csv([["a", "b"], [mangled, "x"]])).rows[0][0] == text


@pytest.mark.parametrize("text", ["CAFÉ—BAR", "CAFÉ…", "SÃO PAULO", "Â§", "âge", "MÊME ÇA", "É“"])
def test_good_letters_are_left_alone(text):
    expected = "§" if text == "Â§" else text
    assert read(as_csv([["a", "b"], [text, "x"]])).rows[0][0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "👩‍👩‍👧‍👦 gezin 🏳️‍🌈",
        "مرحبا بكم في الحي",
        "שלום \u202bעולם\u202c",
        "e\u0301e\u0301n".replace("e\u0301", "é"),
        "regel één\nregel twee\n\nregel vier",
        "zij zei: \"nee\", en 'ja'; of | niet",
        "=1+1",
        "漢字かな交じり文",
    ],
)
def test_emoji_right_to_left_and_line_ends_come_through_unharmed(text):
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        table = read(as_csv([["tekst", "b"], [text, "x"]], encoding=encoding))
        assert table.rows[0][0] == text


def test_a_file_of_two_encodings_glued_together_is_read_line_by_line():
    data = "naam,tekst\nx,één\ny,twéé\n".encode() + "z,drieën\n".encode("cp1252")
    table = read(data)
    assert table.values("tekst") == ["één", "twéé", "drieën"]
    assert any("door elkaar" in note for note in table.notes)


def test_lines_that_stand_in_quotes_as_a_whole_are_unwrapped():
    table = read(b'"straat,nr,plaats"\r\n"Pad,1,Nijmegen"\r\n"Weg,2,Nijmegen"\r\n')
    assert table.columns == ("straat", "nr", "plaats")
    assert table.rows[1] == ("Weg", "2", "Nijmegen")


def test_a_table_of_one_column_is_a_table():
    table = read(b"verhaal\nhet is hier fijn, zeker in de zomer\nde lift is stuk\n")
    assert table.columns == ("verhaal",)
    assert table.rows == (("het is hier fijn, zeker in de zomer",), ("de lift is stuk",))


def test_commas_in_sentences_do_not_hide_the_semicolons():
    rows = [["a", "b", "c"], *[[f"ja, nee, {i}", "x, y", "z, z, z"] for i in range(20)]]
    assert read(as_csv(rows, ";")).rows[3] == ("ja, nee, 3", "x, y", "z, z, z")


def test_a_row_with_too_many_or_too_few_cells_is_named():
    with pytest.raises(TableError) as caught:
        read(b"a,b,c\n1,2,3\n1,2,3,4\n\n1,2\n")
    assert [problem.row for problem in caught.value.problems] == [3, 5]
    assert "4 cellen en de kop 3" in str(caught.value)
    with pytest.raises(TableError) as one:
        read(b"a,b,c\n1,2,3\n1,2,3\nlos\n")
    assert "Deze rij heeft 1 cel en de kop 3." in str(one.value)
    assert str(caught.value).startswith("Rij 3: ")


def test_superfluous_separators_at_the_end_of_rows_do_no_harm():
    table = read(b"a,b,,\n1,2,,\n3,4,,\n")
    assert table.columns == ("a", "b")
    assert table.rows == (("1", "2"), ("3", "4"))


def test_a_quote_that_is_never_closed_is_said_at_its_row():
    body = "".join(f"{i},tekst {i}\n" for i in range(20_000))
    with pytest.raises(TableError) as caught:
        read(f'nr,tekst\n1,goed\n2,"dit gaat mis\n{body}'.encode())
    assert caught.value.problems[0].row == 3
    assert "aanhalingsteken" in str(caught.value)


def test_a_nul_byte_is_refused_with_its_row():
    with pytest.raises(TableError) as caught:
        read(b"a,b\n1,2\n3,\x004\n")
    assert caught.value.problems[0].row == 3


def test_a_quote_that_is_never_closed_in_a_small_file_is_said_at_its_row():
    body = "".join(f"{i},tekst {i}\n" for i in range(3_000))
    with pytest.raises(TableError) as caught:
        read(f'nr,tekst\n1,goed\n2,"dit gaat mis\n{body}'.encode())
    assert caught.value.problems[0].row == 3
    assert "aanhalingsteken" in str(caught.value)


def test_a_text_longer_than_a_spreadsheet_holds_is_named_with_row_and_column():
    with pytest.raises(TableError) as caught:
        read(as_xlsx([["nr", "Verhaal"], ["1", "kort"], ["2", "x" * 30_001]]), limits=Limits(max_cell=30_000))
    (problem,) = caught.value.problems
    assert (problem.row, problem.column, problem.letter) == (3, "Verhaal", "B")
    assert "30.001 tekens" in problem.message
    assert str(problem).startswith("Rij 3, kolom B (Verhaal): ")


@pytest.mark.parametrize("length", [20_000, 60_000])
def test_a_long_story_comes_in_whole(length):
    story = "Ik woon hier fijn. 😀" * (length // 20)
    assert len(story) == length
    assert read(as_csv([["nr", "Verhaal"], ["1", story]])).rows[0][1] == story
