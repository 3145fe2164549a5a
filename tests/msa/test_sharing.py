"""What is shared while one page is made."""

from msa.sharing import Shared

asked: list[str] = []


def length_of(word: str) -> int:
    asked.append(word)
    return len(word)


def test_each_question_is_looked_up_once_for_one_page_and_again_for_the_next() -> None:
    asked.clear()
    page = Shared()
    assert [page.get(length_of, word) for word in ("blok", "blok", "wijk")] == [4, 4, 4]
    assert asked == ["blok", "wijk"]
    assert Shared().get(length_of, "blok") == 4
    assert asked == ["blok", "wijk", "blok"]


def test_an_empty_answer_is_an_answer_too() -> None:
    asked.clear()
    page = Shared()
    assert [page.get(length_of, "") for _time in range(2)] == [0, 0]
    assert asked == [""]
