"""Words that were said at another time than the document's, which nothing dates, have no day. All texts are invented."""

import pytest

from tests.archive.extraction.statements.passages import BE, BESIDE, PUBLICATION, RU, THAT, TODAY, UK, read

SAID = "“The bridge will open soon,” Anna Kovaleva"
NONE = (None, None)
PRINTED = (TODAY, PUBLICATION)
SCENE = "day of the scene"


@pytest.mark.parametrize(
    "text",
    [
        SAID + " has said.",
        SAID + " has repeatedly said.",
        SAID + " had told the council before the flood.",
        "Anna Kovaleva previously said that the bridge would open.",
        "Earlier, " + THAT,
        "For years, " + THAT,
        "Until the turn of the century, " + THAT,
        "Shortly before her death, " + THAT,
        "Weeks before the flood, " + THAT,
        "Незадолго до смерти " + RU,
        "Anna Kovaleva once said that the bridge would open.",
        "Anna Kovaleva often said that the bridge would open.",
        "Anna Kovaleva has long argued that the bridge would open.",
        SAID + " said at the time.",
        SAID + " later said.",
        SAID + " wrote in her memoirs.",
        "In a book about her childhood, Anna Kovaleva wrote that the bridge would open.",
        "Ранее " + RU,
        "Как ранее сообщала Анна Ковалева, мост откроют весной.",
        "Анна Ковалева не раз говорила, что мост откроют весной.",
        "«Мост откроют весной этого года», — говорила тогда Анна Ковалева.",
        "В своё время " + RU,
        "«Мост откроют весной этого года», — писала в своих мемуарах Анна Ковалева.",
        "Раней " + BE,
        "«Мост адкрыюць вясной гэтага года», — казала тады Ганна Кавалёва.",
        "Раніше " + UK,
        "Свого часу " + UK,
    ],
)
def test_words_said_earlier_are_not_of_the_day_of_print(text):
    assert read(text)[-1][:2] == NONE


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (SAID + " has now said.", PRINTED),
        (SAID + " said earlier than expected on Monday.", ("2023-05-15", BESIDE)),
        ("Earlier on Monday, " + THAT, ("2023-05-15", BESIDE)),
        ("As recently as March, " + THAT, ("2023-03", BESIDE)),
        ("Ранее в понедельник " + RU, ("2023-05-15", BESIDE)),
        ("Накануне " + RU, ("2023-05-16", BESIDE)),
        ("Anna Kovaleva had said on 3 May that the bridge would open.", ("2023-05-03", BESIDE)),
        ("She was once the mayor, and " + THAT, PRINTED),
        ("The bridge, once a ruin, was mended last week, and on Monday " + THAT, ("2023-05-15", BESIDE)),
    ],
)
def test_a_day_that_is_told_and_the_news_keep_theirs(text, day):
    assert read(text)[-1][:2] == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In 1974 the bridge was sold. “We had no choice in this,” said Mayor Paul Orr.", NONE),
        ("When the bridge was sold in 1974, " + THAT, NONE),
        ("A man gave a taped statement two days after the fire of 4 May 2017. In it, " + THAT, NONE),
        ("В 1974 году мост продали. " + RU, NONE),
        ("У 1974 році міст продали. " + UK, NONE),
        ("У 1974 годзе мост прадалі. " + BE, NONE),
        ("In 1974 the bridge was sold. Anna Kovaleva says that it will open.", PRINTED),
        ("In 1974 the bridge was sold. Most builders expect that it will open.", PRINTED),
        ("In 1974 the bridge was sold.\n\n" + THAT, PRINTED),
        ("In 1974 the bridge was sold. It was old. It was wet. It was low. It was long. " + THAT, PRINTED),
        ("Founded in 1902, the Ardovia Bank said that the bridge would open.", PRINTED),
        ("Основанный в 1902 году банк «Север» сообщил, что мост откроют весной.", PRINTED),
        ("The bridge, a ruin since 1974, is to open. " + THAT, PRINTED),
        ("Anna Kovaleva, who came in 2019, said that the bridge would open.", PRINTED),
        ("Anna Kovaleva said that the bridge was sold in 1974. “It will open soon,” she said.", PRINTED),
        ("The bridge has been shut since 1974. " + THAT, PRINTED),
    ],
)
def test_a_story_of_long_ago_is_not_told_of_the_day_of_print(text, day):
    assert read(text)[-1][:2] == day


STORY = (
    "The bridge was begun in 1911. It was opened in May 1914.\n\nIt fell on 3 June 1921, in a flood.\n\nA second was built in {year}."
    "\n\nPaul Orr said that nobody would cross it.\n\nNow Anna Kovaleva says that it is safe."
)


@pytest.mark.parametrize(("year", "day"), [("1931", NONE), ("1931, and a third last week", PRINTED), ("stone", PRINTED)])
def test_a_text_that_is_a_story_throughout_leaves_its_words_without_a_day(year, day):
    assert [one[:2] for one in read(STORY.format(year=year))] == [day, PRINTED]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 15 May Anna Kovaleva met the builders. She said that the bridge would open.", ("2023-05-15", SCENE)),
        ("15 мая Анна Ковалева встретилась со строителями. Она сообщила, что мост откроют весной.", ("2023-05-15", SCENE)),
        ("On 15 May the builders met in the north. " + THAT, PRINTED),
        ("On 15 May Anna Kovaleva met the builders. She says that the bridge will open.", PRINTED),
        ("On 15 May Anna Kovaleva met the builders. In an interview with Radio Ostrel, she said that it would open.", PRINTED),
        ("In May Anna Kovaleva met the builders. She said that the bridge would open.", PRINTED),
        ("On 19 May Anna Kovaleva will meet the builders. She said that the bridge would open.", PRINTED),
    ],
)
def test_day_on_which_the_speaker_did_something_is_that_of_the_words_in_the_same_paragraph(text, day):
    assert read(text)[-1][:2] == day


def test_words_that_nobody_is_told_to_have_said_have_no_day():
    (found,) = read("The day was “a bolt from the blue” for the crew.")

    assert found[:2] == NONE


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The April jobs report showed that the bridge would open.", PRINTED),
        ("The mill earned much in 2014 and experts expect that it will earn more.", PRINTED),
    ],
)
def test_a_date_that_names_what_speaks_or_lies_behind_a_present_verb_is_no_day_of_words(text, day):
    assert read(text)[-1][:2] == day
