"""Russian, Belarusian and Ukrainian abbreviations, words that begin sentences, and verbs of the reporter in a dialogue."""

from __future__ import annotations

from archive.extraction.languages import words
from archive.extraction.languages.slavic.verbs import ALL

# Never the end of a sentence: a name, a number or more of the phrase follows.
ABBREVIATIONS = words(
    """
    им ул пр просп пер стр обл р-н т.е т.к т.н см напр проф акад доц ст гр с.ш в.д вул праф бул пл буд табл рис кв корп наб пас пр-т
    ал п-ск м-р г-н г-жа св тов спец уч ред изд тел факс
    """
)
# Often the end of one: it goes on unless a word follows that begins sentences.
EITHER = words("т.д т.п т.г др пр гг тыс млн млрд трлн руб коп долл грн злот евро м км кг г-д н.э тис крб чел экз")
# Before a number.
NUMBERED = words("№ ст п пп рис гл табл буд д кв с т вып арт")
# What can follow “U.S.” only as the beginning of a new sentence.
STARTERS = words(
    """
    это он она оно они мы вы я на по но и а также однако при после как если когда так все всё там здесь этот эта эти его её их об в с
    для за гэта ён яна яны у ў але калі пасля таксама гэты паводле цяпер ці і зараз це він вона вони та якщо коли після також цей ця
    до під є багато однак
    """
)
# Abbreviations behind a figure, where they may end a sentence, and before a name: "2023 г.", "г. Минск".
BEHIND_FIGURES = words("г р")
# Behind the words of a turn of dialogue: "— Я против, — сказал министр".
TURN_REPORTING = ALL
