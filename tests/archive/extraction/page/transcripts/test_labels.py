"""What stands before a colon: a speaker, or the heading of something else."""

import pytest

from archive.extraction.page.transcripts.label_shapes import LABEL, printed_in
from archive.extraction.page.transcripts.labels import IS_SPEAKER, Label, is_name, is_office_or_nothing, names_somebody
from tests.archive.extraction.page.blocks import block

NOBODY: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    ("label", "rule"),
    [
        (Label("Question", 1, NOBODY, is_only=True), (True, "question or answer")),
        (Label("Ответ", 1, NOBODY, is_only=True), (True, "question or answer")),
        (Label("Background", 9, NOBODY, is_only=False), (False, "heading")),
        (Label("Фото", 9, NOBODY, is_only=False), (False, "heading")),
        (Label("Anna Hill said", 1, frozenset(["hill"]), is_only=True), (False, "verb in it")),
        (Label("Анна Руис сказала", 1, frozenset(["руис"]), is_only=True), (False, "verb in it")),
        (Label("Anna Hill", 1, NOBODY, is_only=True), (True, "somebody's name")),
        (Label("L. Brandt", 1, frozenset(["brandt"]), is_only=True), (True, "initials before or behind the name")),
        (Label("Brandt", 1, frozenset(["brandt"]), is_only=True), (True, "somebody's name")),
        (Label("Our plan", 9, NOBODY, is_only=False), (False, "word in small letters")),
        (Label("Bridge Road Harbour Town Hall", 9, NOBODY, is_only=False), (False, "many words")),
        (Label("The MAYOR", 1, NOBODY, is_only=False), (True, "office in capitals")),
        (Label("MAYOR", 1, NOBODY, is_only=False), (True, "in capitals")),
        (Label("MAYOR", 1, NOBODY, is_only=True), (False, "otherwise")),
        (Label("MAYOR", 1, NOBODY, is_only=False, is_of_script=False), (False, "otherwise")),
        (Label("THE MAYOR", 1, NOBODY, is_only=True), (True, "office in capitals")),
        (Label("Ms. Brandt", 1, NOBODY, is_only=True), (True, "title before the name")),
        (Label("Mr. Chairman", 2, NOBODY, is_only=False), (False, "somebody spoken to")),
        (Label("О.Корзун", 1, NOBODY, is_only=True), (True, "initials before or behind the name")),
        (Label("Корзун О. П.", 1, NOBODY, is_only=False, shape="stop", role=", мэр"), (True, "initials before or behind the name")),
        (Label("YES", 1, NOBODY, is_only=False, shape="stop"), (False, "sign of another kind once")),
        (Label("YES", 2, NOBODY, is_only=False, shape="stop"), (False, "sign of another kind and no office")),
        (Label("SPEAKER", 2, NOBODY, is_only=False, shape="stop"), (True, "in capitals")),
        (Label("The Mayor", 1, NOBODY, is_only=True, beside="Ines Brandt"), (True, "office with somebody in brackets")),
        (Label("The Mayor of Ardo", 1, NOBODY, is_only=False), (True, "the office")),
        (Label("Ines Brandt", 1, NOBODY, is_only=False, shape="line", is_marked=False), (False, "line that comes once")),
        (Label("Rudo Kamau", 1, NOBODY, is_only=False, small_words=["bridge"]), (True, "capitals beside another speaker")),
        (Label("Next Steps", 1, NOBODY, is_only=False, small_words=["steps"]), (False, "otherwise")),
        (Label("Harbour Board", 2, NOBODY, is_only=False), (True, "comes back")),
        (Label("Harbour Board", 1, NOBODY, is_only=False), (False, "otherwise")),
    ],
)
def test_rule_that_speaks_of_a_label(label, rule):
    assert IS_SPEAKER.decided(label) == rule


@pytest.mark.parametrize(
    ("paragraph", "name", "office"),
    [
        ("Anna Hill: It will open.", "Anna Hill", None),
        ("Mr. Orr, Minister for Trade: It will open.", "Mr. Orr", ", Minister for Trade"),
        ("Анна Руис (по видеосвязи): Мост откроют.", "Анна Руис", None),
        ("MAYOR:  It will open.", "MAYOR", None),
    ],
)
def test_label_is_read(paragraph, name, office):
    match = LABEL.match(paragraph)

    assert match is not None
    assert (match["name"], match["role"]) == (name, office)


@pytest.mark.parametrize(
    ("beside", "is_somebody"),
    [("Mr Lund", True), ("Ines Brandt", True), ("Ardo", False), ("Northern Pier", False), ("by telephone", False)],
)
def test_brackets_hold_somebody(beside, is_somebody):
    assert names_somebody(beside) == is_somebody


@pytest.mark.parametrize(
    ("paragraph", "shape"),
    [
        ("Q   Will it open?", "letter"),
        ("Mr. HILL. It will open.", "stop"),
        ("Mr HILL (Ardo)—It will open.", "dash"),
        ("Anna Hill:", "line"),
        ("Anna Hill", "line"),
        ("It will open, and that is all there is to say of it.", None),
    ],
)
def test_shape_of_a_label(paragraph, shape):
    printed = printed_in(block(paragraph))

    assert (printed and printed.shape) == shape


@pytest.mark.parametrize("paragraph", ["mayor: It will open.", "Anna Hill:", "It opens at 9:30.", "It will open, she said. Then: nothing."])
def test_paragraph_without_a_label(paragraph):
    assert LABEL.match(paragraph) is None


def test_name_is_of_a_known_surname_or_begins_with_a_first_name():
    assert is_name("L. Brandt", ["brandt"])
    assert is_name("Anna von der Brandt", NOBODY)
    assert not is_name("L. Brandt", NOBODY)
    assert not is_name("Anna and all who were with her", NOBODY)
    assert not is_name("Анна пожала плечами", NOBODY)
    assert is_name("Chairman of the Harbour Board of Ardo Rudo Kamau", ["kamau"])
    assert not is_name("The road to Kamau", ["kamau"])


def test_office_between_the_name_and_the_colon():
    assert is_office_or_nothing("")
    assert is_office_or_nothing(", CNW ANCHOR")
    assert is_office_or_nothing(", Minister for Trade")
    assert not is_office_or_nothing(", who came late")
    assert not is_office_or_nothing(", the minister said")
