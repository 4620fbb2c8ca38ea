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


@pytest.mark.parametrize(
    "sentences",
    [
        "They spoke of the credit.|The Secretary today stressed it.",
        "Output was frozen.|The bank “sees no end”.|Later it “may rise.”|Nobody knows.",
        "Мост закрыт.|Дорогу откроют в мае.",
        "Міст закрито.|Дорогу відкриють.|Далі буде.",
        "The U.S.A.is large, e.g.The coast, said Ann Orr, Ph.D.He left.",
        "Read Insider.com, node.JS, site.Com, www.Facebook.com, gazeta.Ru and the file system.Object.parse(x) of a.Thing.",
        "Prices rose 3.5 pct.In all, approx.Three in ten of prof.Орлов and J.Orr.",
    ],
)
def test_stop_that_is_glued_to_the_next_sentence(sentences: str) -> None:
    text = sentences.replace("|", "")

    assert [text[start:end] for start, end in sentences_of(text, 0, len(text))] == sentences.split("|")
