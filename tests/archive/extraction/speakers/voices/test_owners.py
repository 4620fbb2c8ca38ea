"""Documents that are one person's words: who that is, and which paragraphs are his."""

import pytest

from archive.extraction import extract

WORDS = "The road to the harbour will be open in May."
OURS = "We will open the bridge in the spring, and I am glad of it."


def said(text: str) -> set[tuple[str | None, str]]:
    """Who says what."""
    return {(speaker.name, one.text) for one in extract(text).statements for speaker in one.speakers}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Statement from Minister Anna Hill on the Bridge", "Anna Hill"),
        ("Remarks as Prepared for Delivery by First Deputy Mayor Anna Hill Before the Council", "Anna Hill"),
        ("STATEMENT BY TREASURY SECRETARY ANNA HILL", "Anna Hill"),
        ("Statement of the Deputy Secretary for Capital Markets Anna Hill", "Anna Hill"),
        ("Testimony of Anna Hill Deputy Secretary for Roads", "Anna Hill"),
        ("Open letter to the council from Anna Hill", "Anna Hill"),
        ("Weekly Address: Governor Anna Hill on the Bridge", "Anna Hill"),
        ("Governor Anna Hill’s Opening Statement on the Bridge", "Anna Hill"),
        ("Full text of the speech by Anna Hill at the harbour", "Anna Hill"),
        ("Remarks by Anna Hill on Why the Bridge Is Safe", "Anna Hill"),
        ("Statement by Anna Hill Welcoming the Opening", "Anna Hill"),
        ("Anna Hill’s Open Letter to the Council", "Anna Hill"),
        ("Обращение министра Анны Корзун к жителям", "Анна Корзун"),
        ("Текст выступления Анны Корзун на съезде", "Анна Корзун"),
        ("Открытое письмо учительницы Анны Корзун", "Анна Корзун"),
        ("Звернення міністра Олега Вересая до мешканців", "Олег Вересай"),
        ("Зварот дырэктаркі Ганны Кавалік да чытачоў", "Ганна Кавалік"),
    ],
)
def test_title_says_whose_words_they_are(title, name):
    assert said(f"{title}\n\n17 May 2023\n\n{WORDS}\n\n{OURS}") == {(name, WORDS), (name, OURS)}


@pytest.mark.parametrize(
    "title",
    [
        "Remarks at the Funeral of Anna Hill",
        "Joint Statement by Minister Anna Hill and Mayor Tom Orr",
        "Statement from the Harbour Board",
        "Открытое письмо к Анне Корзун от соседей",
    ],
)
def test_title_leaves_open_whose_words_they_are(title):
    assert said(f"{title}\n\n17 May 2023\n\n{WORDS}\n\n{OURS}") == set()


@pytest.mark.parametrize(
    "title",
    [
        "Speech by Rosa Lind postponed",
        "Speech by Rosa Lind on school meals angers parents",
        "Letter by Rosa Lind sold at auction",
        "Letter by Rosa Lind Sold at Auction",
        "Letter of Rosa Lind to Tom Orr stolen",
        "Statement from Rosa Lind's lawyer Tom Orr",
        "Remarks by Rosa Lind were misread by all",
        "Union rejects appeal of Rosa Lind",
        "Anger over remarks by Rosa Lind",
        "Rosa Lind's Statement Draws Protest",
        "Премьер Словении Роман Кос приехал в Ардо",
        "Слова Анны Корзун обидели учителей",
        "Доклад Анны Корзун отменён",
        "Соседи осудили выступление Анны Корзун",
        "Реакция на письмо Анны Корзун",
        "Лист Олега Вересая знайшли на горищі",
        "Зварот Ганны Кавалік абмяркоўваюць у горадзе",
        "Ліст Ганны Кавалік знайшлі ў архіве",
    ],
)
def test_title_tells_something_of_the_words(title):
    assert said(f"{title}\n\n17 May 2023\n\n{WORDS}\n\nThe council met in the old hall for two hours.") == set()


@pytest.mark.parametrize(
    "body",
    [
        f"Minister Anna Hill said on Monday that the bridge will open.\n\n{WORDS}",
        f"Traffic stood still when Hill left the hall.\n\n{WORDS}",
        f"“It is late,” said Tom Orr, a driver.\n\n{WORDS}",
    ],
)
def test_report_about_a_statement_is_no_statement(body):
    assert ("Anna Hill", WORDS) not in said(f"Statement by Minister Anna Hill on the Bridge\n\n17 May 2023\n\n{body}")


def test_opening_announces_the_words_behind_it():
    opening = "ARDO, 17 May – Minister Anna Hill issued the following statement on the bridge:"

    assert said(f"A bridge for Ardo\n\n{opening}\n\n{WORDS}\n\n“{OURS}”\n\n###\n\nThe ministry has three bridges.") == {
        ("Anna Hill", WORDS),
        ("Anna Hill", OURS),
    }


def test_title_and_opening_say_the_same():
    opening = "Minister Anna Hill released the following statement today:"

    assert said(f"Statement by Minister Anna Hill\n\n17 May 2023\n\n{opening}\n\n{WORDS}") == {("Anna Hill", WORDS)}


@pytest.mark.parametrize("closing", ["Yours sincerely,", "З повагою,", "С уважением,"])
def test_letter_is_of_who_signs_it(closing):
    body = f"Dear all,\n\n{OURS}\n\nMy house stands beside it.\n\n{closing}\n\nAnna Hill\nThe mayor of Ardo"
    text = f"A letter to the council\n\n5 June 2019\n\n{body}"

    assert said(text) == {("Anna Hill", OURS), ("Anna Hill", "My house stands beside it.")}


def test_letter_of_two_is_left_open():
    assert said(f"A letter\n\n5 June 2019\n\n{OURS}\n\nMy house stands there.\n\nYours sincerely,\n\nAnna Hill\nTom Orr") == set()


def test_post_is_of_the_name_beside_the_handle():
    for head in ("Anna Hill\n@annahill", "Anna Hill (@annahill)"):
        assert said(f"{head}\n\n{WORDS}\n\n{OURS}") == {("Anna Hill", WORDS), ("Anna Hill", OURS)}
    assert said(f"@annahill\n\n{WORDS}") == set()


def test_article_is_its_authors_words_where_he_speaks_of_himself():
    head, about = "Why we need the bridge\n\nBy Anna Hill\n\n12 February 2020\n\n", "Anna Hill is the mayor of Ardo."

    assert said(f"{head}{OURS}\n\nMy children cross the river.\n\n{about}") == {
        ("Anna Hill", OURS),
        ("Anna Hill", "My children cross the river."),
    }
    assert said(f"{head}{WORDS}\n\nThe bridge is long.\n\nIt is of steel.") == set()
    assert said(f"Why we need it\n\nBy Anna Hill and Tom Orr\n\n12 February 2020\n\n{OURS}\n\nMy children cross it.") == set()


def test_title_that_ends_in_a_full_stop_is_none_of_the_words():
    assert said(f"Remarks by Minister Anna Hill in Ardo, N.Y.\n\nMay 17, 2023\n\nAs prepared for delivery.\n\n{WORDS}\n\n{OURS}") == {
        ("Anna Hill", WORDS),
        ("Anna Hill", OURS),
    }


def test_words_that_a_statement_quotes_are_of_others():
    text = (
        f"Statement by Rosa Lind\n\n3 November 2026\n\n{OURS}\n\nI thank the board.\n\n“It is a waste,” Tom Orr told the council.\n\n"
        "I do not share his view.\n\nIvo Brandt, who built it, wrote to us:\n\n“The wall is thin.\n\n“It will not hold.”\n\n"
        "We will look at it.\n\n"
        "Vera Stone, who lives there and has written to the council about the wall more often than anybody else, asks again:\n\n"
        "“Who pays for it?”\n\n"
        "I wrote in May:\n\n“The county pays for it.”\n\nThat holds.\n\nNotes to editors: the wall is of stone.\n\nIt is of the last age."
    )

    named = said(text)
    assert {words for name, words in named if name == "Tom Orr"} == {"It is a waste"}
    assert {words for name, words in named if name == "Ivo Brandt"} == {"The wall is thin.", "It will not hold."}
    assert ("Rosa Lind", "Who pays for it?") not in named
    assert {
        ("Rosa Lind", "I do not share his view."),
        ("Rosa Lind", "The county pays for it."),
        ("Rosa Lind", "We will look at it."),
    } < named
    assert not any("stone" in words or "age" in words for _name, words in named)


@pytest.mark.parametrize("mark", ["> ", "> > ", ">"])
def test_mail_that_quotes_another_is_not_of_its_author_there(mark):
    body = f"Dear Rosa,\n\n{mark}We will sell the hall.\n{mark}Nobody needs it.\n\nI do not agree with you.\n\nWe need it each week."

    assert said(f"{body}\n\nBest regards,\n\nTom Orr") == {("Tom Orr", "I do not agree with you."), ("Tom Orr", "We need it each week.")}


def test_announcement_within_a_statement_is_no_word_of_it():
    head = "Statement by Rosa Lind\n\n3 November 2026\n\nThe county owns the bridge."
    text = f"{head}\n\nThe mayor, Rosa Lind, issued the following statement:\n\n“{OURS}\n\n“{WORDS}\n\n“I thank the board.”"

    assert said(text) >= {("Rosa Lind", OURS), ("Rosa Lind", WORDS)}
    assert not any("issued" in words for _name, words in said(text))


def test_mail_that_is_quoted_as_a_whole_is_of_who_signs_it():
    lines = ["Dear all,", "", OURS, "", "I thank the board.", "", "Yours sincerely,", "", "Rosa Lind"]

    assert said("\n".join(f"> {line}".strip() for line in lines)) == {("Rosa Lind", OURS), ("Rosa Lind", "I thank the board.")}


def test_post_below_is_of_another():
    first = f"Rosa Lind\n@rosalind · Nov 4\n\n{WORDS}\n\nTom Orr\n@tomorr · Nov 4\n\nWho told you that?"
    text = f"{first}\n\nRosa Lind\n@rosalind\n\nThe board did so."

    assert said(text) == {("Rosa Lind", WORDS), ("Rosa Lind", "The board did so.")}


@pytest.mark.parametrize(
    "body",
    [
        "The man fell in World War I.\n\nHe may have served George I of Ardo.\n\nNeighbours told us of a smell.\n\nOur reporter was there.",
        "Рабочие нашли кости у реки.\n\nКто нашёл их первым, не знают.\n\nИх нашла собака.\n\nНаш корреспондент был там.",
    ],
)
def test_report_does_not_speak_of_its_author(body):
    assert said(f"Bones below the bridge\n\nBy Anna Hill\n\n12 February 2020\n\n{body}") == set()
