"""Lines of the site's own and captions, told from lines of the article."""

import pytest

from archive.extraction.page.chrome import is_caption, is_chrome


@pytest.mark.parametrize(
    "line",
    [
        "Home | News | Sport",
        "Ardo · Weather · Traffic",
        "Read more »",
        "ADVERTISEMENT",
        "See also: The harbour wall is to be repaired",
        "3 min read",
        "Ardo +17 °C",
        "Читайте также: Стену порта восстановят до зимы",
        "Чытайце таксама: Сцяну порта адновяць да зімы",
        "Підпишіться на новини",
        "УСЕ НАВІНЫ",
    ],
)
def test_line_of_the_site(line):
    assert is_chrome(line)


@pytest.mark.parametrize(
    "line",
    [
        "The council reads more than it writes, the mayor said.",
        "Harbour wall to be repaired | CoastWire",
        "At −5 °C the harbour of Ardo freezes over, and no ship leaves it before the thaw, said the captain of the port.",
        "Новости из порта",
        "",
    ],
)
def test_line_of_the_article(line):
    assert not is_chrome(line)


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ana Ruiz",
        "The wall before the storm. (c) CoastWire",
        "The harbour wall. File photo",
        "The harbour wall of Ardo in January. CoastWire/Ruiz",
        "Фото: Анна Руис",
    ],
)
def test_caption(line):
    assert is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "The council of Ardo agreed to repair the harbour wall.",
        "Photo: " + "a long line that goes on and on " * 10,
        "It was " + "one more night in the harbour, and " * 5 + "the tugs/Ferries",
    ],
)
def test_no_caption(line):
    assert not is_caption(line)
