"""Invented pages in the manner of many publishing programs and languages, each with the publication that a careful reader would tell.

`when` is the EDTF that has to be read; `others` the days that disagree and have to be shown beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

ROW = "<p>The border will be open for everybody who wants to cross it, Anna Kovaleva told reporters, and it will stay open all year.</p>"
OLDER = '<div class="related-posts"><h3>Related</h3><a href="/2014/02/03/a">Older talks</a> <time datetime="2014-02-03">3 February 2014</time></div>'


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    when: str
    head: str = ""
    body: str = ""
    title: str = "Border talks go on"
    language: str = "en"
    others: tuple[str, ...] = ()
    heading: str = ""
    after: str = ""

    @property
    def html(self) -> bytes:
        heading = self.heading or f"<h1>{self.title}</h1>"
        head = f'<html lang="{self.language}"><head><meta charset="utf-8"><title>{self.title} | Valmere News</title>{self.head}</head>'
        body = self.body.replace("TITLE", heading) if "TITLE" in self.body else f"{heading}{self.body}"
        return f"<!doctype html>{head}<body>{body}{ROW * 3}{self.after}</body></html>".encode()


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def meta(name: str, content: str, key: str = "property") -> str:
    return f'<meta {key}="{name}" content="{content}">'


def canonical(address: str) -> str:
    return f'<link rel="canonical" href="{address}">'


PAGES = [
    # Blogs
    Page(
        "blog with a graph of linked data", "2019-05-17T09:30:00+02:00",
        linked('{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"V"},{"@type":"WebPage","datePublished":"2019-05-17T07:30:00+00:00"},{"@type":["Article","NewsArticle"],"headline":"Border talks go on","datePublished":"2019-05-17T09:30:00+02:00","dateModified":"2021-01-02T09:30:00+01:00"}]}')
        + meta("article:published_time", "2019-05-17T07:30:00+00:00") + meta("article:modified_time", "2021-01-02T08:30:00+00:00"),
        '<span class="posted-on">Posted on <time class="entry-date published" datetime="2019-05-17T09:30:00+02:00">17 May 2019</time></span>',
        after=OLDER,
    ),
    Page("blog without data, older entries beside", "2016-11-04",
         body='<div class="entry-meta">Posted on <a href="/2016/11/04/">November 4, 2016</a> by peter</div>',
         after='<div id="sidebar"><h3>Archives</h3><ul><li><a href="/2012/05">May 2012</a></li></ul>Recent: 2 March 2012</div>'),
    Page("blog with comments that are older than its change", "2012-06-05",
         meta("article:modified_time", "2020-02-02T10:00:00+00:00"),
         '<abbr class="published" title="2012-06-05">June 5th, 2012</abbr>',
         after='<ol class="comment-list"><li class="comment"><time datetime="2012-06-04T09:00">4 June 2012</time> First!</li></ol>'),
    Page("old blog moved to a new program", "2009-03-12",
         meta("article:published_time", "2018-10-01T12:00:00+00:00") + canonical("https://v.example/2009/03/12/border-talks/"),
         '<p class="date">12 March 2009</p>', others=("2018-10-01T12:00:00Z",)),
    Page("blog of a free host: date in a heading over the title", "2011-04-23",
         body='<h2 class="date-header"><span>Saturday, April 23, 2011</span></h2><h3 class="post-title entry-title">TITLE</h3>', heading="Border talks go on"),
    Page("essay platform", "2020-08-19T16:21:08.531Z"[:19] + "Z",
         meta("article:published_time", "2020-08-19T16:21:08.531Z") + linked('{"@type":"NewsArticle","datePublished":"2020-08-19T16:21:08.531Z","dateCreated":"2020-08-18T11:00:00.000Z"}'),
         "<span>Anna K.</span> <span>Aug 19, 2020</span> · <span>4 min read</span>"),
    # News
    Page("clock of the masthead", "2017-09-08",
         body='<div id="top"><span class="date">Monday, 1 July 2024</span> 18 °C</div>TITLE<div class="article-date">8 September 2017</div>', others=("2024-07-01",)),
    Page("a journal with the history of the paper under its title", "2021-03-09", meta("DC.Date", "2021-03-09", "name"),
         '<div class="history">Received 4 May 2020 · Revised 2 October 2020 · Accepted 16 December 2020</div>'),
    Page("a history with the publication in it", "2021-03-09", body="<p>Submitted: 4 May 2020; accepted: 16 December 2020; published online: 9 March 2021</p>"),
    Page("the last review of a page of advice", "2017-10-03", body="<p>Page last reviewed: 3 February 2020. Published 3 October 2017</p>"),
    Page("Dublin Core with colons", "2021-03-09", meta("dcterms:issued", "2021-03-09", "name") + meta("dcterms:modified", "2023-03-09", "name")),
    Page("only the change is in the head", "2015-02-20",
         meta("article:modified_time", "2019-01-15T10:10:10+01:00") + meta("og:updated_time", "2019-01-15T10:10:10+01:00"),
         "<p class=info>Published: 20 February 2015, updated: 15 January 2019</p>"),
    Page("copyright year alone in the data", "2013-07-30",
         '<meta itemprop="copyrightYear" content="2013">', "<p><em>Valmere, 30 July 2013</em></p>", after="<footer>© 2024 Valmere News</footer>"),
    Page("address has the day, page has none", "2018-03-07", canonical("https://v.example/news/2018/03/07/border-talks.html"),
         after="<footer>Copyright 2001-2023 V. Ltd.</footer>"),
    Page("address with day in words", "2018-03-07", canonical("https://v.example/world/2018/mar/07/border-talks")),
    Page("compact day in the address", "2020-11-30", meta("og:url", "https://v.example/a/20201130/border-talks.htm")),
    Page("data of the day before in UTC", "2019-05-17T00:30:00+02:00",
         linked('{"@type":"NewsArticle","datePublished":"2019-05-16T22:30:00Z","dateModified":"2019-05-18T11:00:00+02:00"}') + canonical("https://v.example/2019/05/17/a"),
         "<p class=date>17 May 2019</p>"),
    Page("several articles in the data: the one with the headline", "2019-05-17T09:30:00Z",
         linked('[{"@type":"NewsArticle","headline":"Something else","datePublished":"2012-01-01T10:00:00Z"},{"@type":"NewsArticle","headline":"Border talks go on","datePublished":"2019-05-17T09:30:00Z"}]')),
    Page("video beside the article", "2019-05-17T09:30:00Z",
         linked('{"@type":"VideoObject","uploadDate":"2016-01-01T10:00:00Z"}') + linked('{"@type":"ReportageNewsArticle","datePublished":"2019-05-17T09:30:00Z"}')),
    Page("the day in the article's data, the moment in the page's", "2019-05-17T09:30:00+02:00",
         linked('{"@graph":[{"@type":"NewsArticle","headline":"Border talks go on","datePublished":"2019-05-17"},{"@type":"WebPage","datePublished":"2019-05-17T09:30:00+02:00"}]}')),
    Page("comments in the data", "2019-05-17T09:30:00Z",
         linked('{"@type":"Article","comment":[{"@type":"Comment","datePublished":"2019-05-19T09:30:00Z"}],"datePublished":"2019-05-17T09:30:00Z"}'), others=("2019-05-19",)),
    Page("broken data", "2019-05-17T09:30:00+03:00",
         linked('{"@type":"NewsArticle","headline":"He said "no"","datePublished": "2019-05-17T09:30:00+03:00",}')),
    Page("data in a comment of the script", "2019-05-17T09:30:00+03:00",
         linked('<!--\n{"@type" : "NewsArticle", "datePublished" : "2019-05-17T09:30:00+03:00"}\n-->')),
    Page("date of today in the meta of a program", "2014-12-01",
         meta("date", "2024-07-01", "name"), '<div class="byline">By Peter Marsh, December 1, 2014</div>'),
    Page("day first in words of the meta", "2019-05-17", meta("pubdate", "17 May 2019", "name")),
    Page("seconds since 1970", "2019-05-07T10:00:00Z", meta("sailthru.date", "1557223200", "name")),
    Page("RFC 2822 in the meta", "2019-05-07T10:00:00+02:00", meta("DC.date.issued", "Tue, 07 May 2019 10:00:00 +0200", "name")),
    Page("microdata", "2019-05-17T09:30:00+03:00",
         body='<div itemscope itemtype="https://schema.org/NewsArticle">TITLE<time itemprop="datePublished" datetime="2019-05-17T09:30+03:00">today</time><div itemprop="comment" itemscope itemtype="https://schema.org/Comment"><time itemprop="datePublished" datetime="2019-05-20T10:00Z"></time></div></div>'),
    Page("time elements of other articles first", "2019-05-17T09:30:00Z",
         body='<aside><time datetime="2011-01-01T00:10Z">1 Jan 2011</time></aside><nav><time datetime="2012-01-01T00:10Z"></time></nav>TITLE<time datetime="2019-05-17T09:30:00Z">17 May</time>'),
    Page("American order", "2019-04-05T15:15:00", body="<div class='timestamp'>Published 04/05/2019 3:15 PM</div>", language="en-US", others=("2019-05-04",)),
    Page("American order by the day", "2019-04-25", body="<div class='timestamp'>Published 04/25/2019</div>"),
    Page("British order", "2019-05-04", body="<div class='timestamp'>Published 04/05/2019</div>", language="en-GB"),
    Page("midnight in UTC as stated", "2019-05-17T00:00:00Z", meta("article:published_time", "2019-05-17T00:00:00+00:00")),
    Page("midnight in UTC beside a time", "2019-05-17T09:30:00+03:00",
         meta("article:published_time", "2019-05-17T00:00:00+00:00"), '<time datetime="2019-05-17T09:30:00+03:00">17 May 2019</time>'),
    Page("time without a zone", "2019-05-17T09:30:00", meta("article:published_time", "2019-05-17 09:30:00")),
    Page("zone where the time is told twice", "2019-05-17T09:30:00+03:00",
         meta("article:published_time", "2019-05-17 09:30:00") + linked('{"@type":"NewsArticle","datePublished":"2019-05-17T09:30:00+03:00"}')),
    Page("press release of a ministry", "2022-02-11", body='TITLE<p>Press release No. 45/2019 of 11 February 2022</p><dl><dt>Date</dt><dd>11 February 2022</dd></dl>',
         after="<p>The agreement of 3 March 2014 stays in force.</p><div id=footer-info-lastmod>Last modified on 5 May 2023</div>", others=("2023-05-05",)),
    Page("old page without classes", "2004-10-21", body="<center><font size=2><b>October 21, 2004</b></font></center>", heading="<font size=5><b>Border talks go on</b></font>"),
    Page("dates in the text are not its own", "2021-06-09",
         body="<p><small>9 June 2021</small></p><p>Since the treaty of 12 May 1992, which was renewed on 3 March 2014, the border has been closed.</p>"),
    Page("day, month and year in elements of their own", "2019-05-17",
         body='<div class="post-date"><span class="day">17</span><span class="month">May</span><span class="year">2019</span></div>'),
    Page("date in the footer of the entry", "2019-05-17",
         after='<footer class="entry-footer">Posted on <a href="/x">17 May 2019</a></footer><footer class="site-footer">1 July 2024</footer>'),
    Page("month in the address decides", "2012-06-15", canonical("https://v.example/2012/06/border-talks/") + meta("date", "2016-01-02", "name"),
         "<p>15 June 2012</p>"),
    Page("data for the page's own scripts", "2019-05-17T09:30:00+03:00",
         '<script>window.data = {"id": 7, "publishedAt": "2019-05-17T09:30:00+03:00", "updatedAt": "2020-01-01T00:00:00Z"};</script>'),
    Page("evening in UTC, next day in the address", "2019-05-17",
         meta("article:published_time", "2019-05-16T22:30:00Z") + linked('{"@type":"NewsArticle","datePublished":"2019-05-16T22:30:00Z"}') + canonical("https://v.example/2019/05/17/a"),
         "<time datetime='2019-05-16T22:30:00Z'>17 May</time>", others=("2019-05-16T22:30:00Z",)),
    Page("evening in its own zone, next day in print", "2019-05-16T22:30:00-05:00",
         meta("article:published_time", "2019-05-16T22:30:00-05:00"), canonical("https://v.example/2019/05/17/a") + "<p class=date>17 May 2019</p>", others=("2019-05-17",)),
    # Languages
    Page("German", "2019-05-17T08:30:00", body='<div class="autor">Von Anna Berg</div><div>Veröffentlicht am 17.05.2019 um 08:30 Uhr</div><div>Aktualisiert am 19.05.2019</div>', language="de", title="Grenze bleibt offen"),
    Page("Austrian", "2019-01-17", body="<p class=meta>17. Jänner 2019</p>", language="de-AT"),
    Page("French", "2019-08-01T10:30:00", body="<p>Publié le 1er août 2019 à 10h30 - Mis à jour le 2 août 2019 à 11h00</p>", language="fr"),
    Page("Spanish", "2019-05-12", body='<span class="fecha">12 de mayo de 2019</span>', language="es"),
    Page("Portuguese", "2019-03-12", body="<p>Publicado em 12 de março de 2019</p>", language="pt"),
    Page("Italian", "2019-06-12", body="<p>Pubblicato il 12 giugno 2019</p>", language="it"),
    Page("Polish", "2019-11-12T14:05:00", body="<div class='art-datetime'>Opublikowano: 12 listopada 2019, 14:05</div>", language="pl"),
    Page("Croatian November is Polish too", "2019-11-12", body="<div class='date'>12. studenoga 2019.</div>", language="hr"),
    Page("Czech", "2019-05-12", body="<p>Vydáno 12. května 2019</p>", language="cs"),
    Page("Hungarian", "2019-05-05", body="<div class=datum>2019. május 5.</div>", language="hu"),
    Page("Lithuanian", "2019-05-05", body="<div class=data>2019 m. gegužės 5 d.</div>", language="lt"),
    Page("Turkish", "2019-12-05", body="<div class=tarih>Yayınlanma: 5 Aralık 2019 - Güncelleme: 7 Aralık 2019</div>", language="tr"),
    Page("Russian", "2023-05-17T15:44:00", body="<div class=article__info-date>15:44 17.05.2023 (обновлено: 16:02 18.05.2023)</div>", language="ru", title="Граница останется открытой"),
    Page("Belarusian", "2023-05-17", body="<div class=date_full>17 траўня 2023 года</div>", language="be"),
    Page("Ukrainian", "2023-05-17T15:44:00", body="<div class=post__time>Середа, 17 травня 2023, 15:44</div>", language="uk"),
    Page("Greek", "2019-05-05", body="<div>Δημοσίευση: 5 Μαΐου 2019</div>", language="el"),
    Page("Japanese", "2023-05-17", body="<p class=date>2023年5月17日 15時44分</p>", language="ja", title="国境は開いたままだと発表"),
    Page("Vietnamese", "2019-05-05", body="<p>ngày 5 tháng 5 năm 2019</p>", language="vi"),
    Page("Arabic", "2019-05-05", body="<p>5 مايو 2019</p>", language="ar"),
    Page("Russian with its zone", "2023-05-17T15:44:00+03:00", body="<div>17 мая 2023 года, 15:44 МСК</div>", language="ru"),
    Page("clock of a zone in winter", "2019-12-05T15:15:00-05:00", body="<span>Posted Dec. 5, 2019 at 3:15 p.m. EST</span>"),
    Page("clock of a zone that is several", "2019-12-05T15:15:00", body="<span>Posted Dec. 5, 2019, 3:15 PM IST</span>"),
    Page("state of a German page", "2019-05-17T08:30:00", body='<p class="metatext">Stand: 17.05.2019 08:30 Uhr</p>', language="de"),
    Page("created, in the data of a program", "2019-05-17T07:30:00Z", body='<span property="schema:dateCreated" content="2019-05-17T07:30:00+00:00">17 May</span>'),
    Page("seconds beside the printed day", "2019-05-17T09:45:00Z", body='<div class="date" data-seconds="1558086300" data-datetime="17 May 2019">17 May 2019</div>'),
    Page("clock in an element of its own", "2017-10-11T17:30:00",
         body='<div class="meta"><time class="published" datetime="2017-10-11">October 11, 2017</time><div class="read-time">17:30</div></div>'),
    Page("clock with its zone before the day", "2017-10-11T17:30:00+03:00",
         body='<div class="meta"><b class="time">17:30 MSK</b><b class="date">11 October 2017</b></div>'),
    Page("length of a film beside the day", "2017-10-11", body='<span class="date">11 October 2017</span><span class="duration">17:30</span>'),
    Page("no date anywhere", ""),
    Page("a year in the foot of the page alone", "", body='<span class="time">3 hours ago</span>', after="<footer>© 2024 Valmere News</footer>"),
]  # fmt: skip
