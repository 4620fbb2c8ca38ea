"""Which words stand between quotation marks, however they were typed."""

import pytest

from archive.extraction.text.blocks import blocks_of
from archive.extraction.text.marks import mask_of
from archive.extraction.text.quotes import quotes_of

ROWS = [
    # As printers set them
    ("“We open the lock,” Anna said. “It is free.”", ["We open the lock", "It is free."]),
    ("«Мы открываем шлюз», — сказала она.", ["Мы открываем шлюз"]),
    ("„Мы адкрываем шлюз“, — сказала яна.", ["Мы адкрываем шлюз"]),
    ("„Wir öffnen die Schleuse”, sagte sie.", ["Wir öffnen die Schleuse"]),
    # The wrong way round
    ('Anna Hill said: "The lock is open.“ She left.', ["The lock is open."]),
    ('"Nobody came,“ Boris Lund said. "We left.“', ["Nobody came", "We left."]),
    ("“Nobody came,“ Boris Lund said. “We left.“", ["Nobody came", "We left."]),
    ("”Nobody came,” Boris Lund said. ”We left.”", ["Nobody came", "We left."]),
    ("«Никто не пришёл«, — сказал Лунд.", ["Никто не пришёл"]),
    ("»Никто не пришёл«, — сказал Лунд. »Мы ушли.«", ["Никто не пришёл", "Мы ушли."]),
    # Straight and curly in one
    ('“Nobody came," Boris Lund said. "We left.”', ["Nobody came", "We left."]),
    ('„Ніхто не прийшоў", — сказаў Лунд.', ["Ніхто не прийшоў"]),
    # Of wires and old typewriters
    ("``Nobody came,'' Boris Lund said. ``We left.''", ["Nobody came", "We left."]),
    ("''Nobody came,'' Boris Lund said.", ["Nobody came"]),
    # Inches, feet, seconds
    ('“The crack is 30" deep and wide,” said Vera.', ['The crack is 30" deep and wide']),
    ('"It was 5\'6" from wing to wing," Tom said. "It flew."', ["It was 5'6\" from wing to wing", "It flew."]),
    ('"From 12" to 14" of snow fell," she said.', ['From 12" to 14" of snow fell']),
    ('"We ran it in 9\'58" flat."', ["We ran it in 9'58\" flat."]),
    ("“The plank is 12” wide,” he said, “and 3” thick.”", ["The plank is 12” wide", "and 3” thick."]),
    ('"We counted 12" she said. "They were gone by 9", he said.', ["We counted 12", "They were gone by 9"]),
    ('He called it "the summer of 1976" and bought a 12" pipe.', ["the summer of 1976"]),
    ('A 12" pipe and a 3" valve were found.', []),
    # One inside another
    ('"He said "never" to us," she said.', ['He said "never" to us']),
    ("“He said “never” to us,” she said.", ["He said “never” to us"]),
    ("“He said ‘never’ to us,” she said.", ["He said ‘never’ to us"]),
    ("«Он сказал «никогда» и ушёл», — сказала она.", ["Он сказал «никогда» и ушёл"]),
    ("«Мы едем в «Зарю», — сказала она. «Завтра», — добавила она.", ["Мы едем в «Зарю»", "Завтра"]),
    ("«Это была бы удача для «Зари», — сказал он.", ["Это была бы удача для «Зари»"]),
    ('По словам мэра, это "новый путь в отличие от "Зари". Мост закрыт.', ['новый путь в отличие от "Зари"']),
    ("«Группа «Заря» поёт песню.", ["Группа «Заря» поёт песню."]),
    ("Она сказала: « Это то, что «Заря» хочет продать. Поэтому мы ждём. »", ["Это то, что «Заря» хочет продать. Поэтому мы ждём."]),
    ("**“** This is a step,” Anna said. **Council:**”We know it now.”", ["** This is a step", "We know it now."]),
    ('<a href="https://lock.example/a">https://lock.example/b</a> and <a href="https://lock.example/c">', []),
    ("«Он сказал “никогда” и ушёл», — сказала она.", ["Он сказал “никогда” и ушёл"]),
    ("«Мы едем в „Зарю“», — сказала она.", ["Мы едем в „Зарю“"]),
    # Paragraphs of one quotation that were run together: each begins with a mark, the last alone closes
    ('He said: "We need more. "We look at that now. "We will tell you."', ['We need more. "We look at that now. "We will tell you.']),
    ('"We need more. "We look at that," he said. "Ask me then."', ['We need more. "We look at that', "Ask me then."]),
    ("“We need more. “We look at that,” he said. “Ask me then.”", ["We need more. “We look at that", "Ask me then."]),
    # Never closed: the reporter's words are none of it
    ("“The lock will open in May, said Anna Hill.", ["The lock will open in May"]),
    ('"The lock will open in May, Anna Hill said. "It is free."', ["The lock will open in May", "It is free."]),
    ("«Шлюз откроют в мае, — сказала Анна Орлова.", ["Шлюз откроют в мае"]),
    ("“The lock will open in May. It will be free.", ["The lock will open in May. It will be free."]),
    # Apostrophes and single marks
    ("‘Nobody came,’ she said of the boys’ team.", ["Nobody came"]),
    ("It wasn't the Smiths' fault, rock 'n' roll is.", []),
]


@pytest.mark.parametrize(("text", "wanted"), ROWS)
def test_words_between_marks(text: str, wanted: list[str]) -> None:
    mask = mask_of(text)
    read = mask.text if mask else text
    found = [(quoted.inner, quoted.outer) for quoted in quotes_of(read, blocks_of(read))]
    places = [(mask.at(start), mask.at(end)) if mask else (start, end) for start, end in found]

    assert [text[start:end] for start, end in places] == wanted
