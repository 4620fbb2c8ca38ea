"""Tells what on a pasted page is not the article: menus, weather, invitations to subscribe, captions and credits."""

from __future__ import annotations

import re

from archive.extraction.page.agencies import is_other_body
from archive.extraction.page.stamps import is_time_alone
from archive.extraction.text.rules import Rules

AGENCIES = "AFP|AP|EPA|TASS|ТАСС|BelTA|БелТА|БЕЛТА|Reuters|Getty|Shutterstock|Alamy|Pool|DPA|ANSA|Xinhua|PAP|UNIAN|Ukrinform|Sputnik|RIA"
CREDIT = re.compile(
    r"©|\((?:c|C)\)\s|\b(?:Photo(?:graph)?|Image|Picture|Illustration|Video|File photo|Archive photo|Фото|Фотография|Иллюстрация"
    r"|Здымак|Світлина|Ілюстрація)"
    r"(?:\s(?:by|credits?|courtesy(?:\sof)?))?\s?:|^\(?(?:Photo|Image|Picture)s?\sby\s|\b(?:AP|AFP|Reuters|EPA|TASS)\s(?:Photo"
    r"|Images?)\b|Getty Images"
    rf"|\b(?:[Ff]ile|[Aa]rchive|[Hh]andout|[Ii]llustrative)\s(?:photo|picture|image)\b|/\s?(?:{AGENCIES})\)?$"
    rf"|\b(?:{AGENCIES}|REUTERS)/[A-ZА-ЯЁ]"
)
CAPTION_TAIL = re.compile(r"[\w)]/[A-ZА-ЯЁІЎЇЄ][\w-]{1,20}$")
LONGEST_CAPTION, LONGEST_SIGNED = 60, 30  # spaces; of a caption that ends with the name of who took the picture
SHORT, LONGEST_CHROME = 80, 200  # characters
LEAST_BARS = 2
EXACT = frozenset(
    " ".join(item.split())
    for item in """
    home, menu, search, share, print, subscribe, sign in, sign up, log in, login, register, read more, more, related,
    advertisement, sponsored, contact us, about us, follow us, all news, news, politics, world, economy, society, sport,
    culture, opinion, video, photo, comments, tags, skip to content, skip to, main content, back to top, listen, save, copy
    link, facebook, twitter, telegram, whatsapp, top news, latest, most read, government bodies, go to the mediabank, главная,
    новости, все новости, меню, поиск, поделиться, подписаться, реклама, комментарии, политика, общество, мир, экономика, спорт,
    культура, галоўная, навіны, усе навіны, падзяліцца, головна, новини, усі новини, всі новини, поділитися
    """.split(",")
)
KINDS = frozenset(
    """press release|press releases|news release|press statement|news story|media note|пресс-релиз|прэс-рэліз|прес-реліз""".split("|")
)
BEGINS = re.compile(
    r"(?:(?:home|you are here|главная|галоўная|головна)\s?[:>›»/]"
    r"|read (?:also|more|this)|see also|also read|more (?:on this|news|from)|related(?:\s(?:stories|news|articles|topics"
    r"|coverage))?:?$|recent news|latest news|top stories"
    r"|share this|follow us|subscribe|sign up|join (?:our|us)|click here|copyright|all rights reserved"
    r"|tags?:|topics?:|keywords?:|source:|sources:|category:|filed under|posted in|reference(?:\sno\.?)?:|press release no"
    r"|(?:for )?immediate release|embargoed|\d{1,2}\s?[- ]?min(?:ute)?s?(?:\sread|\s?чита|\sна чтение)"
    r"|\d{1,2}\s?мин\w{0,3}\.?\sчита|время чтения"
    r"|published in section|direct link:|permalink|short (?:link|url):"
    r"|reading time|час чытання|час читання"
    r"|media contacts?|for more information|this article (?:was|is)|don['’]t miss|advert|loading|watch:|listen:|cookies?"
    r"|we use cookies|terms of|privacy"
    r"|читайте также|читать далее|смотрите также|подпи(?:сывайтесь|шитесь)|источник:|теги:|метки:|наш канал|реклама"
    r"|чытайце таксама|глядзіце таксама|падпі(?:сывайцеся|шыцеся)|крыніца:|читайте також|дивіться також|підпи(?:суйтесь|шіться)|джерело:)",
    re.IGNORECASE,
)
WEATHER = re.compile(r"[+−-]?\d{1,2}\s?°\s?[CF]?\b")


def is_chrome(text: str) -> bool:
    """A line of the site's own, by its words."""
    return IS_CHROME(text)


IS_CHROME = Rules[[str], bool]("is this line the site's own", otherwise=False)


@IS_CHROME.when("bar of a menu", True, "News | Politics | Sport")
def _is_bar(text: str) -> bool:
    return len(text) <= SHORT and text.count("|") + text.count("•") + text.count(" · ") >= LEAST_BARS


@IS_CHROME.when("item of a menu", True, "Read more »")
def _is_item(text: str) -> bool:
    return text.casefold().strip(" :»«>→|") in EXACT | KINDS


@IS_CHROME.when("opens like one", True, "See also: The bridge will open")
def _opens_like_one(text: str) -> bool:
    return len(text) <= LONGEST_CHROME and bool(BEGINS.match(text))


@IS_CHROME.when("time that tells no day", True, "The bridge will open\n3 minutes ago\n\nThe bridge will open, Anna Hill said.")
def _is_time_alone(text: str) -> bool:
    return len(text) <= SHORT and is_time_alone(text)


@IS_CHROME.when("weather", True, "Ardo +17 °C")
def _is_weather(text: str) -> bool:
    return len(text) <= SHORT and bool(WEATHER.search(text))


@IS_CHROME.when("kind of text of a body", True, "Harbour Commission - Press release\n\nThe bridge will open, Anna Hill said.")
def _is_kind_of_text(text: str) -> bool:
    body, _, kind = text.rpartition(" - ")
    return is_kind_of_text(kind) and is_other_body(body)


def is_kind_of_text(words: str) -> bool:
    """ "Press release"."""
    return words.casefold().strip() in KINDS


def is_caption(text: str) -> bool:
    """A caption with its credit: short, and naming a photographer, an agency or a picture."""
    spaces = text.count(" ")
    if spaces > LONGEST_CAPTION:
        return False
    return bool(CREDIT.search(text) or (spaces <= LONGEST_SIGNED and CAPTION_TAIL.search(text)))
