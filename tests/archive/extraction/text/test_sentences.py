"""Where a sentence ends and where a full stop belongs to an abbreviation, an initial or a number."""

import pytest

from archive.extraction.text.sentences import sentences_of


@pytest.mark.parametrize(
    "sentences",
    [
        "Mr. Smith went to Washington.|He met Gen. Lee at 5 p.m. in the lobby.|They left.",
        "The U.S. economy grew.|It was the U.S.|The rest fell.",
        "Sales rose 3.5 percent.|Prices fell to $1.2 million.",
        '"Is it true?" he asked.|"No!" she said.|They went home.',
        "See www.example.com.|Visit https://example.org/a.b?c=d today.|Thanks.",
        "Dr. A. B. Jones and J.R.R. Tolkien met.|They talked.",
        "He paused...|Then he went on.",
        "Figures (see Fig. 3) show it.|The rest is clear.",
        "Sen. Adler (D., Vt.) spoke.|So did Rep. Poole.",
        "The meeting ended at 6:30 p.m. EST.|Nobody stayed.",
        "That's it.|iPhone sales fell.|eBay rose.",
        "1. The first point is short.",
        "A robot at the show|Image: Ann Smith.",
        "Он родился в 1960 г. в Минске.|Потом уехал в г. Брест.",
        "А. С. Пушкин жил на ул. Ленина.|Он писал.",
        "Стоимость — 5 млн руб.|Это много.",
        "Стоимость 3 тыс. долл. США за тонну.|Рынок вырос.",
        "См. рис. 5.|Далее — табл. 2.",
        "Гэта каштуе 5 тыс. руб.|Ён заплаціў.",
        "Вул. Хрещатик, буд. 5.|Там жив І. Франко.",
        "Температура была –5 °C.|Холодно.",
    ],
)
def test_sentences_end_where_they_end(sentences: str) -> None:
    text = sentences.replace("|", " ")

    assert [text[start:end] for start, end in sentences_of(text, 0, len(text))] == sentences.split("|")
