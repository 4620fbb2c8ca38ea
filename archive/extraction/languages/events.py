"""Words of the events at which people speak, and of the writings in which they do, in four languages. General words alone."""

from __future__ import annotations

from archive.extraction.languages import words

EVENTS = words(
    """
    conference conferences briefing briefings interview interviews speech speeches address addresses meeting meetings talks summit summits
    session sessions hearing hearings rally rallies debate debates forum ceremony visit visits presentation negotiations broadcast podcast
    lecture discussion discussions presser sitting congress inauguration opening dinner lunch breakfast reception launch laying exhibition
    conversation consultations roundtable seminar symposium workshop webinar call videoconference teleconference panel gathering reunion
    vigil march protest demonstration funeral memorial service trial inquest inquiry tribunal convention assembly plenary hustings sermon
    homily mass parade celebration celebrations anniversary commemoration appearance testimony tour trip stopover retreat fundraiser
    premiere festival unveiling groundbreaking handover signing swearing-in telethon livestream news-conference programme program show
    newscast bulletin q&a ama remarks comments phone-in
    """
)
# What people write or put out; a statement, a report and a release have their own rules.
WRITINGS = words(
    """
    post posts tweet tweets thread letter letters op-ed article column blog blogpost message messages telegram email e-mail essay video memo
    memorandum note editorial diary newsletter dispatch livestream story stories entry
    """
)
# Adjectives and nouns that may stand with nothing else before a writing or an event that was told of before.
JOINT = words("joint common shared совместная совместной совместном совместный сумеснай сумесная спільній спільна спільному")
NO_PLACES = words(
    """
    January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday English French German Russian Belarusian Ukrainian Spanish Polish Arabic Chinese Parliament Congress Senate Court House
    President Prime Minister Mr Mrs Ms Dr Facebook Telegram Twitter Instagram YouTube TikTok VKontakte Youtube LinkedIn Substack Mastodon
    The His Her Their January's
    Telegram-канале Telegram-канал Facebook-е Фейсбуке Фейсбук Фэйсбуку Телеграме Телеграм Тэлеграме Твиттере Инстаграме Госдуме Думе Раде
    Совете Совбезе Сейме Парламенте Кремле Кремлі Крамлі
    """
)

SLAVIC_EVENTS = (
    # Russian
    "пресс-конференци", "пресс-подход", "конференци", "встреч", "переговор", "брифинг", "интервью", "заседани", "саммит", "форум",
    "выступлени", "совещани", "эфир", "съезд", "сесси", "церемони", "визит", "поездк", "слушани", "дебат", "беседе", "беседы", "разговор",
    "послани", "обращени", "митинг", "лекци", "консультаци", "семинар", "презентаци", "открыти", "конгресс", "собрани", "приём", "прием",
    "стрим", "подкаст", "похорон", "молебн", "круглом стол", "круглого стол", "телемост", "прямой лини",
    # Belarusian
    "прэс-канферэнц", "канферэнцы", "сустрэч", "перамов", "брыфінг", "інтэрв", "паседжанн", "саміт", "выступленн", "выступ", "нарад",
    "з'езд", "з’езд", "сесі", "цырымоні", "візі", "паездк", "слуханн", "дэбат", "гутар", "размов", "пасланн", "звароц", "мітынг", "адкрыцц",
    "сход", "прэзентацы",
    # Ukrainian
    "прес-конференці", "конференції", "зустріч", "перемовин", "брифінг", "інтерв", "засіданн", "саміт", "виступ", "нарад", "ефір", "з'їзд",
    "з’їзд", "візит", "поїздк", "слуханн", "дебат", "розмов", "бесід", "посланн", "зверненн", "мітинг", "відкритт", "презентаці",
    "церемоні",
)  # fmt: skip
SLAVIC_WRITINGS = (
    "посте", "постах", "письме", "письма", "телеграмме", "твите", "статье", "колонке", "видео", "видеообращени", "записи", "публикации",
    "блоге", "сообщении в", "комментарии в",
    "допісе", "лісце", "лістах", "артыкуле", "каментары", "відэазвароц", "відэа", "паведамленні ў",
    "дописі", "дописах", "пості", "листі", "статті", "коментарі", "відеозверненн", "відео", "повідомленні в",
)  # fmt: skip
# Endings of the place where something happens -> of its name; only those that leave one reading.
PLACES_IN_NOMINATIVE = (
    ("ске", "ск"), ("цке", "цк"), ("бурге", "бург"), ("граде", "град"), ("городе", "город"), ("ополе", "ополь"), ("кве", "ква"),
    ("жеве", "жев"), ("иеве", "иев"), ("лине", "лин"), ("стане", "стан"), ("поле", "поль"), ("ии", "ия"),
    ("ску", "ск"), ("цку", "цк"), ("бургу", "бург"), ("ве", "ва"), ("дзе", "да"), ("ыі", "ыя"), ("іі", "ія"),
    ("ську", "ськ"), ("цьку", "цьк"), ("єві", "їв"), ("кві", "ква"), ("ії", "ія"), ("ові", "ів"),
)  # fmt: skip
