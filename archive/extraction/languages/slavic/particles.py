"""Small words of Russian, Belarusian and Ukrainian: what joins, places, asks, denies and stands in between."""

from __future__ import annotations

from archive.extraction.languages import words

# Join two names, or two verbs of one speaker.
AND = words("и і й та ды")
# Open the clause of another speaker behind a semicolon.
JOINING = words("а но але и і")
# What opens another clause: a noun phrase ends before it.
BREAKS = words("что што що который которая которые как як если когда калі коли но а але")
# Never within a noun phrase that speaks: it ends before them.
PREPOSITIONS = words(
    """
    после перед накануне пасля перад напярэдадні після напередодні до и в во на по с о об аб пра про при для из у і й з за над ў да ад
    """
)
# "источник в министерстве": what may stand between somebody and his place or time.
PLACING = words("после перед пасля перад після до в во из у ў з із при на ад від")
# With these a person is no subject: "с министром", "для Анны Ли".
OBLIQUE = words("с со з к ко до для о об про пра без между перед над под за ради через кроме против від ад от")
WITHIN = words("в во у ў на")
HIMSELF = words("сам сама само сами самі")
OURSELVES = words("я мы ты вы ми ви")
ONE = words("один одна адзін адна")
# "в | одном из выступлений": the phrase begins earlier.
NUMBERED = words("одном одной одним одну один адной адным")
# Many, of whom none is named: "ряд СМИ".
SEVERAL = words("ряд некоторые несколько многие часть большинство шэраг некаторыя некалькі многія деякі кілька багато низка")
MEDIA = words("сми змі смі")
# "Премьер | в среду заявил".
DAYS = words(
    """
    понедельник вторник среду четверг пятницу субботу воскресенье панядзелак аўторак сераду чацвер пятніцу суботу нядзелю
    понеділок вівторок середу четвер п'ятницю п’ятницю неділю
    """
)
# What stands between a name and its verb and belongs to neither: particles, and small adverbs of time and manner.
ADVERBS = words(
    """
    сразу затем потом тогда также ранее при этом тоже уже накануне не ни ли ль же бы якобы ж б вновь снова опять наконец ещё еще вот даже
    лишь только всё все-таки всё-таки же-таки впервые вскоре теперь сейчас сегодня вчера раз неоднократно часто тут там здесь почти
    едва ведь будто вдруг действительно недавно вообще просто сначала прежде всего далее однажды дважды опять-таки официально публично
    адразу потым таксама раней ні лі ці жа ўжо ужо зноў нарэшце яшчэ нават толькі нібыта быццам ўпершыню упершыню цяпер зараз
    неаднаразова нядаўна спачатку афіцыйна публічна сапраўды
    одразу потім також раніше ані чи вже знову нарешті ще навіть лише тільки нібито начебто вперше невдовзі тепер щойно нещодавно
    неодноразово спочатку офіційно публічно справді вкотре
    """
)
# Between a dash and the verb: "— зокрема сказав міністр".
INSERTED = words("также зокрема частности в у прыватнасці таксама також затем далее тогда при этом потом")
# Before a verb of speech that tells of nothing said: "если бы он сказал", "сказал ли он".
IF = words("если ежели якби якщо якбы щоб чтобы чтоб каб чи ці словно будто мовби немовби неначе нібыта пусть хай няхай")
WOULD = words("бы б би")
ASKING = words("ли ль")
# Before an infinitive: "не стал говорить".
BEFORE_INFINITIVE = words(
    "стал стала стало стали мог могла могли может могут хочет хотят хотел хотела хотели будет будут смог смогла смогли готов готова"
)
NOT = words("не ни")
# With "доказательств" they deny: "нет доказательств того, что".
NO = words("не нет няма немає нема ніякіх никаких жодних жодного ніводнага")
