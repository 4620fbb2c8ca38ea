"""Russian, Belarusian and Ukrainian words in and around the role beside a name."""

from __future__ import annotations

import re

from archive.extraction.languages import words

# "Экс-депутат Анна Ли".
PREFIXES = ("экс-", "вице-", "віцэ-", "віце-", "екс-")
# "И. о. министра", "т. н. глава": small words in short.
SHORTENED = ("и.", "в.", "т.")
CONNECTORS = words("и по")
# Between the words of a long office: "начальник управления | с вопросов", "заместитель министра | по работе | с молодёжью".
INSIDE = words("с со из в во при на і й та з зі із у ў па пры")
# "Делегация во главе с": nobody's office.
AT_THE_HEAD = words("главе чале чолі")
WITH = words("с со з із зі")
# Whose name of an agency follows: "корреспондент Укринформа".
CORRESPONDENTS = ("корреспондент", "карэспандэнт", "кореспондент")
ADJECTIVE = re.compile(r"(?:ий|ый|ой|ая|яя|ые|ие|скі|цкі|ькі|(?<!н)ні|ны|ы|ські|цький|ій|ська|цька|на)$")
# An adjective in the genitive, as places have before their noun: "губернатор Брянской области".
OF_PLACE = re.compile(r"(?:[сцзн]кой|[сц]кого|[сц]каго|[сц]кай|[сц]кага|ської|ського|цької|цького|ного|ной)$")
