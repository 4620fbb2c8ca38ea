"""English date expressions: a sentence with each expression in brackets, and what it means beside Wednesday 17 May 2023.

Every sentence is invented. A sentence without brackets holds no date, however much it looks like one.
"""

import datetime
import re

import pytest

from archive.extraction.dates import find_dates

REFERENCE = datetime.date(2023, 5, 17)
MARKED = re.compile(r"\[([^\]]*)\]")

EXPLICIT = """
    The bridge opened on [3 June 2019]. | 2019-06-03
    The bridge opened on [June 3, 2019], in the rain. | 2019-06-03
    It was dated [the 3rd of June 2019]. | 2019-06-03
    The letter of [Mon., Jan. 9, 2023] was short. | 2023-01-09
    The pact of [12 Sept. 1938] is on show. | 1938-09-12
    They spoke on [5 MAY 2021] in the hall. | 2021-05-05
    The fair is open on [May 3-5, 2022]. | 2022-05-03/2022-05-05
    The fair is open [Jan. 12-14]. | 2023-01-12/2023-01-14
    The fair ran from [June 30] to [July 2, 2021]. | 2021-06-30 2021-06-30/2021-07-02
    The talks of [3 and 4 March 2020] failed. | 2020-03-03/2020-03-04
    Rain fell in [October 2018] and in [Nov. 2019]. | 2018-10 2019-11
    Rain fell in [early October 2018]. | 2018-10~
    Work began in [mid-January]. | 2023-01~
    Work began in [late March 2021]. | 2021-03~
    Work began [at the beginning of March]. | 2023-03~
    The works ran from [March] to [June 2020]. | 2020-03 2020-03/2020-06
    The works ran [March–June 2020]. | 2020-03/2020-06
    It was made in [1994]. | 1994
    It was made in [1994] and [1996]. | 1994 1996
    In his [1995] book he says little. | 1995
    A [2010] report found no fault. | 2010
    From [2014] to [2021] it fell. | 2014 2014/2021
    It fell from [2014] to [2021], and between [May 2019] and [June 2020]. | 2014 2021 2019-05 2020-06
    It was common from [the 1970s] to [the 1990s]. | 197X 199X
    They wore pre-[1914] coats. | 1914
    [2016]'s worst film won; so did that of the [2014] FIFA World Cup. | 2016 2014
    [2020] was a bad year. | 2020
    Output was higher than [2019], and dates back to [1951]. | 2019 1951
    The [2012] floods killed twelve. | 2012
    The war of [1877–78] was short. | 1877/1878
    It was in [February '82], and nobody in [the 60s] knew. | 1982-02 196X
    They ruled [1996-2001]. | 1996/2001
    It was the wettest spring [since 1921/22]. | 1921~/..
    It was common in [the 1980s]. | 198X
    It was common in [the ’60s]. | 196X
    It was common in [the early eighties]. | 1980/1983
    Mills closed in [the late nineteenth century]. | 1867~/1900~
    Mills closed in the [18th century]. | 17XX
    The [21st-century] city has no walls. | 20XX
    He left in [the fall of 2009]. | 2009-23
    He left in [late summer 2009]. | 2009-22~
    He left in [the winter of 2010-11]. | 2010-24
    Sales for [the third quarter of 2020] fell. | 2020-07/2020-09
    Sales for [Q2 2020] fell, and for [2021 Q1] too. | 2020-04/2020-06 2021-01/2021-03
    Sales in [the first nine months of 2020] fell. | 2020-01/2020-09
    Sales in [the last three months of 2020] fell. | 2020-10/2020-12
    The budget for [fiscal 2022] was late. | 2022
    The budget for [fiscal year 2022] was late. | 2022
    A deal is due [by the end of 2025]. | ../2025-12-31
    A deal is due [by the end of June]. | ../2023-06-30
    They have worked [since the early 2000s]. | 2000~/..
    It closed in or [around 2008]. | 2008~
    It closed [around 1450]. | 1450~
    He was born [c. 1742] in a village. | 1742~
    She died [perhaps in 1801]. | 1801?
    It was signed on [2021-03-04] at noon. | 2021-03-04
    He was tried in [A.D. 312]. | 0312
    The temple fell in [AD 70]. | 0070
"""

WEEKDAYS = """
    He resigned on [Monday]. | 2023-05-15
    He resigned on [Friday morning]. | 2023-05-12
    He resigned [late Tuesday]. | 2023-05-16
    The court will rule [Friday]. | 2023-05-19
    The court will rule on [Friday afternoon]. | 2023-05-19
    [Sunday]'s vote was calm. | 2023-05-14
    The team plays in Lima on [Saturday]. | 2023-05-20
    He has [until Monday] to answer. | ../2023-05-22
    Ahead of [Sunday]'s election the streets are calm. | 2023-05-21
    He left [last Wednesday]. | 2023-05-10
    He left [this past Sunday]. | 2023-05-14
    He leaves [this Saturday]. | 2023-05-20
    They will meet [next Thursday]. | 2023-05-18
    They will meet [this coming Tuesday]. | 2023-05-23
    The shop will open from [Monday] to [Friday]. | 2023-05-22 2023-05-26
    The strike lasted from [Thursday] to [Sunday]. | 2023-05-11 2023-05-14
    The market is held every Friday.
    The market is held on Fridays.
    She was born on a Sunday.
    He told the Sunday Times that he was tired.
    Each Monday the bins are emptied.
    They remember Bloody Sunday.
    Prices fell on Black Friday.
    Sheffield Wednesday won.
"""

BESIDE_TODAY = """
    He spoke [earlier today]. | 2023-05-17
    He spoke [yesterday evening]. | 2023-05-16
    Two shops burned [last night]. | 2023-05-16
    They sing [tomorrow night]. | 2023-05-18
    They sing [the day after tomorrow]. | 2023-05-19
    He writes for USA Today.
    The paper Russia Today printed it.
    Prices rose [last month]. | 2023-04
    Prices rose [earlier this month]. | 2023-05
    Prices rose [late last month]. | 2023-04~
    Prices rose [early this year]. | 2023-01/2023-03
    Prices rose [late last year]. | 2022-10/2022-12
    Prices will fall [later this year]. | 2023
    Prices will fall [next year]. | 2024
    Prices will fall [by the end of this year]. | ../2023-12-31
    Prices will fall [by year end]. | ../2023-12-31
    Prices will fall [before the end of the year]. | ../2023-12-31
    Prices will fall [at the end of the month]. | 2023-05~
    Prices will fall [until the end of the week]. | ../2023-05-21
    A vote is due [later in the week]. | 2023-05-15/2023-05-21
    A vote was held [earlier in the month]. | 2023-05
    A vote was held [earlier in the day]. | 2023-05-17
    Rates rose in [the current year]. | 2023
    Rates rose in [the current quarter]. | 2023-04/2023-06
    Rates rose [last quarter]. | 2023-01/2023-03
    Rates rose [this quarter]. | 2023-04/2023-06
    Profit fell in [the third quarter]. | 2022-07/2022-09
    Profit fell in [the first quarter]. | 2023-01/2023-03
    Profit will fall in [the fourth quarter]. | 2023-10/2023-12
    Profit fell in [the first half]. | 2023-01/2023-06
    Profit fell in [the first half of the year]. | 2023-01/2023-06
    Profit fell in [the first quarter of this year]. | 2023-01/2023-03
    Profit fell in [the fourth quarter of last year]. | 2022-10/2022-12
    They scored in the first half and in the second half.
    The second quarter of the town was burnt.
    She left over [the weekend]. | 2023-05-13/2023-05-14
    She leaves [this weekend]. | 2023-05-20/2023-05-21
    She left [last weekend]. | 2023-05-13/2023-05-14
    She left [last summer]. | 2022-22
    She left [last spring]. | 2022-21
    She will leave [this summer]. | 2023-22
    She will leave in [the autumn]. | 2023-23
    She left in [the spring]. | 2023-21
    She left in [early spring]. | 2023-21~
    She has worked there [since last winter]. | 2022-24/..
    She left in [January]. | 2023-01
    She left [last December]. | 2022-12
    She will be back [next January]. | 2024-01
    She left in [late April]. | 2023-04~
    She left in [this decade]. | 202X
    The laws of [the last century] are gone. | 19XX
    She left on [April 30]. | 2023-04-30
    She left in [May last year]. | 2022-05
    She left on [12 June of last year]. | 2022-06-12
    She left in [the summer of last year]. | 2022-22
    She will leave in [March next year]. | 2024-03
    She left on [Nov. 5]. | 2022-11-05
    She will leave on [the 5th of November]. | 2023-11-05
    She came in 12th.
    The fall of the house was sudden.
    The spring in the clock broke.
    We may march in the sun.
"""

SO_LONG = """
    The mill closed [ten years ago]. | 2013
    The mill closed [a decade ago]. | 2013~
    The mill closed [six months ago]. | 2022-11
    The mill closed [two weeks ago]. | 2023-05-01/2023-05-07
    The mill closed [a week ago]. | 2023-05-08/2023-05-14
    The mill closed [five days ago]. | 2023-05-12
    The mill closed [more than twenty-five years ago]. | 1998
    The mill closed [about 40 years ago]. | 1983~
    The mill closed [some 300 years ago]. | 1723~
    The mill closed [nearly two years ago]. | 2021~
    The mill closed [a couple of years ago]. | 2021
    The mill closed several years ago.
    The mill closed [two centuries ago]. | 1823~
    The mill closed [a century ago]. | 1923~
    The mill closed [half a century ago]. | 1973~
    The mill closed [a year and a half ago]. | 2021~
    The mill closed [this time last year]. | 2022
    The mill will open [in two weeks]. | 2023-05-29/2023-06-04
    The mill will open [three years from now]. | 2026
    The mill will open [in three years' time]. | 2026
    The mill was built in three weeks.
    The mill will open within two weeks.
    Nobody was heard in [the past three years]. | 2020/2023
    Nobody was heard for [the last two weeks]. | 2023-05-03/2023-05-17
    Nobody was heard over [the past year]. | 2022/2023
    Nobody was heard in [the past few days]. | ../2023-05-17
    Nobody was heard in [recent weeks]. | ../2023-05-17
    Rain will fall over [the next three days]. | 2023-05-17/2023-05-20
    Rain will fall in [the coming days]. | 2023-05-17/..
    They waited for three years.
    The work takes ten days.
    He was 40 years old then.
    He is serving a 12-year sentence.
"""

NARRATIVE = """
    He came on [3 May 2020] and left [two days later]. | 2020-05-03 2020-05-05
    He came on [3 May 2020] and left [the next day]. | 2020-05-03 2020-05-04
    He came on [3 May 2020] and spoke [the same day]. | 2020-05-03 2020-05-03
    He came on [3 May 2020] and spoke [that evening]. | 2020-05-03 2020-05-03
    He came on [3 May 2020]. [A week later] he fell ill. | 2020-05-03 2020-05-10~
    He came in [May 2020] and left [the following month]. | 2020-05 2020-06
    He came in [May 2020] and left [three months later]. | 2020-05 2020-08
    He came in [May 2020] and left [the following year]. | 2020-05 2021
    He came in [1994] and left [two years later]. | 1994 1996
    He came in [1994] and left [later that year]. | 1994 1994
    He came in [1994] and left in [June of that year]. | 1994 1994-06
    He came in [1994] and left [at the end of that year]. | 1994 1994-12~
    He came in [1994] and died in [the summer of the same year]. | 1994 1994-22
    He came in [1994], having sold the farm [a year earlier]. | 1994 1993
    He came in [1994], having sold the farm [five years before]. | 1994 1989
    He came on [3 May 1994] and left on [12 June]. | 1994-05-03 1994-06-12
    On [3 May 1994] the strike began. On [12 June] the police came. | 1994-05-03 1994-06-12
    In [1994] he was a clerk. He will speak on [12 June]. | 1994 2023-06-12
    They met on [Monday] and again [the following day]. | 2023-05-15 2023-05-16
    They met on [Monday], and, [the day before], they had talked. | 2023-05-15 2023-05-14
    They met in [July 2010], and [the previous month] they had talked. | 2010-07 2010-06
    They met on [3 May 2020] and [the following Monday]. | 2020-05-03 2020-05-04
    They met in [March 2010] and [the following August]. | 2010-03 2010-08
    They met in [2010] and [the following summer]. | 2010 2011-22
    In [the third quarter] it lost more than [a year earlier]. | 2022-07/2022-09 2021-07/2021-09
    In [the third quarter] it lost more than in [the year-earlier quarter]. | 2022-07/2022-09 2021-07/2021-09
    In [April] sales fell from [a year earlier]. | 2023-04 2022-04
    It lost more than in [the previous year]. | 2022
    It lost more than in the same period [last year]. | 2022
    He died two days after the vote.
    He had died six months before the vote.
    He died [two days after 3 May 2020]. | 2020-05-05
    He died [two weeks before Christmas]. | 2022-12-11~
    The lights went out two days later.
    The same day may come again.
"""

MORE = """
    They met on [Wednesday of last week]. | 2023-05-10
    They will meet [Tuesday next week]. | 2023-05-23
    The law took effect on [the first day of 2021]. | 2021-01-01
    It rained on [the last day of February 2020]. | 2020-02-29
    It rained in [the first week of March 2020]. | 2020-03~
    It rained in [the latter half of 2020]. | 2020-07/2020-12
    It rained in [March] and [April]. | 2023-03 2023-04
    It rained in [January], [February] and [March]. | 2023-01 2023-02 2023-03
    It rained between [March] and [April]. | 2023-03 2023-04
    The [October] strike was long, and [November]'s was short. | 2022-10 2022-11
    The May government fell.
    April and May went home. He resigned in [March]. She stayed. | 2023-03
    He died the day before the vote, and a year after his wife.
    [Friday, May 12], was wet; [Friday, June 10], was dry. | 2023-05-12 2022-06-10
    Profit fell from [a year earlier]; [the year-ago quarter] was better. | 2022 2022-01/2022-03
    [Since Jan. 1] the price is up. | 2023-01-01/..
    It rained in [March] and [April 2020], in [spring] and [summer 2019]. | 2020-03 2020-04 2019-21 2019-22
    It snowed in [December] and [January 2020]; they met on [3 May] and [5 June 2021]. | 2019-12 2020-01 2021-05-03 2021-06-05
    They met on [Monday] and [5 June 2021]. | 2023-05-15 2021-06-05
    On [3 May 1994] it began; on [12 June] it spread; on [14 July] it ended. | 1994-05-03 1994-06-12 1994-07-14
    He came on [3 May 2020], in [May 2021] he married, and two days later he left. | 2020-05-03 2021-05
    They met [late in the week]. | 2023-05-15/2023-05-21
    In the [2000] election he lost, and the firm expects [1990] earnings to fall. | 2000 1990
    On [6 April 1941] they attacked; [by April 17] it was over. | 1941-04-06 ../1941-04-17
    [Last Saturday] was good; [this Saturday]'s game will be better. | 2023-05-13 2023-05-20
    The March on the capital was long.
    Sales in [the latest quarter] rose. | 2023-01/2023-03
    In [first-quarter] profit, and in [fourth-quarter] sales, it led. | 2023-01/2023-03 2022-10/2022-12
    It closed in [the mid-’80s]. | 1984/1986
    It opened on [1 Jan. 2000] at noon. | 2000-01-01
    They split on [31 December 1999]. | 1999-12-31
    In the year [2000] nobody came. | 2000
    The shop, shut [since Dec. 31], is for sale. | 2022-12-31/..
    His trial opens [June 5]; it was due [Fri., May 12]. | 2023-06-05 2023-05-12
    He was mayor from [May 2010] until [last month]. | 2010-05 2023-04
    He was mayor [May 2010 – June 2012]. | 2010-05/2012-06
"""

HISTORY = """
    She left the town [before 9/11]. | ../2001-09-11
    [The September 11] attacks changed how ships are searched. | 2001-09-11
    Trains were searched after the [7/7] bombings. | 2005-07-07
    He spoke of [the January 6] attack on the Capitol. | 2021-01-06
    The share rose by 7/7 points since.
    War began on [1 September 1939]. On [3 September] ships sailed, [two days later] they met. | 1939-09-01 1939-09-03 1939-09-05
    It began [1 May 1939]. In [1941] the pact of [2 June 1941] held. In [October] it fell. | 1939-05-01 1941 1941-06-02 1941-10
    It began [1 May 1939] and [2 June 1941]. [Yesterday] he spoke. He will speak [3 August]. | 1939-05-01 1941-06-02 2023-05-16 2023-08-03
"""

WIRE = """
    WARSAW (AP) _ The Senate voted [Thursday] to close it. | 2023-05-11
    The shuttle will land at 6:20 p.m. EST [Sunday]. | 2023-05-21
    Relief flights resume [Saturday]. | 2023-05-20
    The deadline is midnight [Saturday]. | 2023-05-20
    The vote is set for [Friday]. | 2023-05-19
    They were told of the fire after [Friday]'s blast. | 2023-05-12
    The President will visit the United States on [Friday]. | 2023-05-19
    The President will meet leaders of the occupied towns on [Friday]. | 2023-05-19
    He could be freed as early as [Friday]. | 2023-05-19
    He could not be reached [Friday]. | 2023-05-12
    He may have been killed [Friday]. | 2023-05-12
    A judge ordered him to appear [Monday]. | 2023-05-22
    They agreed to meet [Monday]. | 2023-05-22
    They put off the vote [until Monday, May 22]. | ../2023-05-22
    The offer, which was to expire [Friday], was extended to [June 30]. | 2023-05-19 2023-06-30
    On [Monday] the mayor, who will retire in [June], said no. | 2023-05-15 2023-06
    Shares rose ahead of [Friday]'s vote. | 2023-05-19
    The pay rise, effective [June 1], was small. | 2023-06-01
    Mayor to visit Leeds on [Friday] | 2023-05-19
    On [Friday the 12th] nobody came. | 2023-05-12
    In [March] the court met; in [June] the other will. | 2023-03 2023-06
    In [October] Iran said no, and in [May] President Lee said yes. | 2022-10 2023-05
    [February] was the coldest month, and [March] saw the best of it. | 2023-02 2023-03
    It was the hottest [May] on record, after the driest [April]. | 2023-05 2023-04
    It rose from [January] and was higher than [March], the agency said. | 2023-01 2023-03
    The Black September group and the October Revolution are in it.
    It was a December Films production.
    The [January–March] quarter was good. | 2023-01/2023-03
    It lost more than in the [2021 third quarter] and [2020’s first half]. | 2021-07/2021-09 2020-01/2020-06
    GDP fell in [Q4]. | 2022-10/2022-12
    In [the third quarter of 2020] it lost less; costs rose in [the quarter]. | 2020-07/2020-09 2020-07/2020-09
    For [the year], sales should rise. | 2023
    The treaty of [1648] ended the war; the firm's [2019] net topped [2018]'s. | 1648 2019 2018
    [1944] opened with raids. | 1944
    It was new in [’98] and new to those of the [80s]. | 1998 198X
    She is in her late 40s; highs in the low 80s are seen.
    It began [a year ago today] and ends [a week from Friday]. | 2022-05-17 2023-05-26
    Farmers came 6,500 years ago.
    Prices rose 4 percent in the year to [March]. | 2023-03
    The Bulls play the Knicks [Sunday]; “I’ll see you [Friday],” she said. | 2023-05-21 2023-05-19
    A judge gave the firm [until Friday] to obey [Monday]'s order. | ../2023-05-19 2023-05-15
    She asked that the vote be held [Friday]; the election is [Nov. 3]. | 2023-05-19 2023-11-03
    The team beat Peru [Sunday] to reach the final, to be played [Saturday]. | 2023-05-14 2023-05-20
    It lost on [Sunday] and in [2021]. [Three days earlier] it had won. The drought of [2003] cost much. | 2023-05-14 2021 2023-05-11 2003
    The ban, which came into force [today], runs to [the end of June]. | 2023-05-17 2023-06~
    The report for [March] is due [June 13]; wheat for [July] delivery fell. | 2023-03 2023-06-13 2023-07
    Earnings were up from the same quarter [last year]; the two open their fair [Monday]. | 2022 2023-05-22
    It was off to a bright start on [Saturday]. | 2023-05-13
    Snow is due on [Friday] and [Saturday]; tickets go on sale [Monday]. | 2023-05-19 2023-05-20 2023-05-22
    In [December] the two sides agreed to try again. | 2022-12
    The bank was to be sold in [July]. | 2023-07
    [December] jobs figures are due [June 3]. | 2022-12 2023-06-03
    It rose to 18.6 billion in [November], he said [Friday], from 14.2 billion [a month earlier]. | 2022-11 2023-05-12 2022-10
    It burned in [August 1951] and was rebuilt [the next year]. | 1951-08 1952
    He joined in [January 2021] and has been out [since March 29]. | 2021-01 2023-03-29/..
    A law of [1998] makes it so; it could be ready as early as [2026]. | 1998 2026
    He was chosen [last November 8th]. | 2022-11-08
    The shops are shut [Monday] for [Christmas]. | 2023-05-22 2022-12-25
"""

YEARS = """
    [2007] Lantern Festival draws thousands | 2007
    Only [1998] was warmer; both [2005] and [2010] were colder. | 1998 2005 2010
    [2010], [2005] and [1998] were the warmest years. | 2010 2005 1998
    It was tied with [1998]; like [2010], it was hot. | 1998 2010
    Image: NASA, [2012]. | 2012
    The report, published [2009], says sales were 4% above [2008]. | 2009 2008
    Sales fell from [2012] levels to [2010]'s level. | 2012 2010
    Through [2030] it will grow. For [2024], growth is put at 3 percent. | 2030 2024
    The tax year [2015] returns are late; the fire of [1871] burned it. | 2015 1871
    Sales in [the 1980's] rose, and in [the late 1990's] fell. | 198X 1997/1999
    It grew across the U.S. from [1980] to [2012]; losses [by 2050] exceeded 10%. | 1980 2012 ../2050
    The theme of [this years] festival is ice; in last years it was fire. | 2023
    They sold only 1998 tickets; born 1998 grams, it lived.
    It published 1950 pages and released 2011 prisoners.
    Mr. September and Miss July met.
"""

FEASTS = """
    He was shot on [Christmas Day]. | 2022-12-25
    He was shot on [Christmas Eve 2019]. | 2019-12-24
    He will be home [by Christmas]. | ../2023-12-25
    He was shot on [Easter Sunday]. | 2023-04-09
    He was shot on [Easter Monday 2016]. | 2016-03-28
    He was shot on [Good Friday 1998]. | 1998-04-10
    He was shot on [Orthodox Easter]. | 2023-04-16
    He was shot on [Orthodox Christmas]. | 2023-01-07
    He was shot on [New Year's Eve]. | 2022-12-31
    He was shot on [New Year’s Day 2001]. | 2001-01-01
    He was shot on [Halloween]. | 2022-10-31
    He was shot on [Thanksgiving]. | 2022-11-24
    He was shot on [Thanksgiving Day 2001]. | 2001-11-22
    He was shot on [Labor Day]. | 2022-09-05
    He was shot on [Memorial Day 2020]. | 2020-05-25
    He was shot on [Valentine's Day]. | 2023-02-14
    He was shot on [St. Patrick's Day]. | 2023-03-17
    He was shot on [Ash Wednesday]. | 2023-02-22
    He was shot on [May Day]. | 2023-05-01
    He was shot on Independence Day.
    Ramadan was quiet.
    A Christmas tree fell on the Christmas market.
    Easter Island is far.
"""

TRAPS = """
    He may go, and she may not.
    The march was long; April Jones led it.
    She is in her 20s.
    She is in her 1990th hour.
    Room 2019 is locked.
    He ran the 1500 metres.
    It costs 1995 euros.
    They sold 2010 of them.
    There were 2012 applications.
    The law (Act 2018) stands.
    Dial 2020 for help.
    Page 1984 is torn.
    Chapter 11 helped the firm.
    Windows 2000 is old, and so is Expo 67.
    The score was 3-2, then 4-5.
    A dish of 3/4 cream; 24/7 service.
    The 5th Avenue shop is shut.
    The First Quarter of the moon was seen.
    A man of the year was chosen.
    At the end of the day, nobody cares.
    The day was cold and the night was long.
    The week was hard.
    Next, he sang; last, he wept; this he knew.
    The second half of the match was dull.
    The Second World War ended.
    He is a Man Friday.
"""


def rows(table: str) -> list[tuple[str, str]]:
    found = []
    for line in table.strip().splitlines():
        sentence, _, values = line.partition("|")
        found.append((sentence.strip(), values.strip()))
    return found


TABLES = {
    "explicit": EXPLICIT,
    "weekdays": WEEKDAYS,
    "beside today": BESIDE_TODAY,
    "so long": SO_LONG,
    "narrative": NARRATIVE,
    "more": MORE,
    "history": HISTORY,
    "wire": WIRE,
    "years": YEARS,
    "feasts": FEASTS,
    "traps": TRAPS,
}


@pytest.mark.parametrize("table", TABLES)
def test_expressions_are_found_and_read(table: str) -> None:
    faults = {}
    for sentence, values in rows(TABLES[table]):
        found = find_dates(sentence.replace("[", "").replace("]", ""), language="en", reference=REFERENCE)
        read = [(date.text, date.edtf) for date in found]
        if read != list(zip(MARKED.findall(sentence), values.split(), strict=True)):
            faults[sentence] = read

    assert faults == {}
