"""What people are called after: offices, trades, kinship and crowds, in English and in the case forms of three Slavic languages."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from archive.extraction.languages import words
from archive.extraction.languages.english import words as english
from archive.extraction.languages.slavic import words as slavic

# Trades and standings beside those of `english.ROLES`, which also decides where reported clauses begin.
MORE = words(
    """
    friends councillor councilor councilman councilwoman alderman eyewitness counterpart goalie headteacher headmaster headmistress novelist
    poet playwright playwriter sculptor painter composer conductor violinist pianist guitarist drummer bassist rapper dancer
    choreographer comedian broadcaster presenter anchor anchorman anchorwoman host moderator pundit podcaster youtuber influencer
    model chef cook baker butcher barber tailor plumber electrician carpenter welder mechanic technician builder architect surveyor
    accountant auditor banker broker trader investor entrepreneur businessman businesswoman industrialist tycoon billionaire
    millionaire philanthropist shopkeeper shopper customer client tenant landlord landlady homeowner housewife pensioner retiree
    widow widower orphan refugee migrant asylum-seeker immigrant exile defector dissident hostage prisoner inmate detainee suspect
    convict fugitive whistleblower informant spy agent fisherman fisher hunter shepherd rancher grower beekeeper gardener forester
    ranger miner fireman firefighter paramedic midwife surgeon physician paediatrician pediatrician dentist pharmacist vet
    veterinarian psychiatrist therapist pathologist coroner virologist immunologist cardiologist neurologist archaeologist
    anthropologist ethnologist linguist philosopher theologian mathematician statistician astronomer astrophysicist meteorologist
    forecaster oceanographer hydrologist glaciologist geographer zoologist ornithologist botanist ecologist entomologist
    conservationist environmentalist palaeontologist paleontologist curator librarian archivist headman elder chieftain tribesman
    mullah ayatollah lama monk nun friar abbot abbess deacon vicar chaplain preacher reverend bey pasha count countess marquis
    viscount crown-prince regent monarch tsarina empress consort first-lady lady chancellor vice-chancellor vice-minister
    undersecretary statesman politician ex-president ex-minister ex-prime lobbyist delegate commissioner ombudsman rapporteur
    registrar clerk magistrate barrister solicitor notary juror bailiff constable policewoman trooper marshal sniper gunner marine
    sailor skipper mate bosun helmsman navigator airman pilot co-pilot stewardess dispatcher engineer-in-chief foreman supervisor
    technologist operator receptionist secretary-general cyclist skier skater snowboarder swimmer rower sprinter runner marathoner
    jumper hurdler boxer wrestler fencer gymnast footballer winger fullback halfback quarterback pitcher batsman bowler wicketkeeper
    cricketer golfer jockey racer climber mountaineer diver surfer referee umpire linesman selector masseur mascot ultra graduate
    undergraduate alumnus alumna pupil schoolboy schoolgirl classmate roommate intern apprentice fellow postgraduate grandmother
    grandfather grandson granddaughter grandparent uncle aunt nephew niece cousin twin stepfather stepmother godfather fiance
    fiancee boyfriend girlfriend spouse mum dad mom baby toddler child kid youngster pensioners brothers sisters parents twins
    cousins presidents chairmen senators governors mayors ambassadors envoys deputies chiefs captains coaches players chancellors
    premiers secretaries delegates members neighbours neighbors passers-by bystanders locals villagers islanders townspeople
    commuters passengers drivers motorists tourists visitors shoppers customers clients staff workers miners fishermen nurses
    doctors medics rescuers firefighters crews sailors pilots soldiers veterans migrants refugees survivors relatives families
    pupils students graduates academics scholars linguists philosophers archaeologists biologists climatologists geologists
    meteorologists forecasters astronomers physicists engineers architects planners traders brokers investors bankers shareholders
    landlords tenants homeowners farmers growers ranchers hunters rebels fighters militants insurgents gunmen hackers bloggers
    commentators pundits sceptics skeptics environmentalists conservationists unionists strikers picketers marchers demonstrators
    negotiators mediators aides insiders interlocutor interlocutors spokespeople spokespersons spokeswomen regulators inspectors
    auditors detectives
    """
)
COMPOUNDS = re.compile(
    r"[a-z-]{2,20}(?:ologist|maker|keeper|holder|owner|worker|leader|driver|player|writer|teacher|master|mistress|mother|father|woman"
    r"|(?<!hu)(?<!ger)(?<!ro)(?<!otto)man|person|ographer|onomist|athlete|hunter|trainer|manager|builder|dealer|grower)s?$"
)

# ---------------------------------------------------------------- Slavic

# Dictionary forms; feminine ones are written in full where they are words of their own.
MASCULINE = words(
    """
    обозреватель комментатор публицист продюсер блогер репортёр аглядальнік блогер прадзюсар оглядач коментатор блогер
    президент министр чиновник политик премьер премьер-министр вице-премьер вице-президент экс-президент экс-министр экс-премьер
    представитель директор гендиректор депутат секретарь пресс-секретарь госсекретарь посол губернатор мэр вице-мэр руководитель
    лидер эксперт аналитик профессор доктор доцент академик ректор декан генерал полковник майор капитан лейтенант адмирал адвокат
    юрист прокурор спикер сенатор канцлер король принц патриарх епископ архиепископ митрополит священник советник начальник
    заместитель помощник журналист политолог экономист историк социолог психолог биолог физик химик врач хирург инженер учёный
    ученый исследователь сотрудник специалист консультант координатор режиссёр режиссер актёр актер певец музыкант композитор
    писатель поэт художник архитектор тренер футболист хоккеист вратарь нападающий защитник чемпион спортсмен учитель преподаватель
    студент ученик фермер рабочий водитель пилот лётчик летчик космонавт шахтёр шахтер рыбак спасатель полицейский следователь
    судья-докладчик очевидец свидетель житель сосед родственник брат отец муж сын дед правозащитник активист волонтёр волонтер
    оппозиционер кандидат бизнесмен предприниматель банкир владелец основатель автор редактор главред корреспондент ведущий блогер
    собеседник источник наблюдатель комиссар уполномоченный омбудсмен дипломат атташе консул командир командующий боец солдат
    ветеран орнитолог спелеолог археолог эколог метеоролог синоптик сейсмолог эпидемиолог вирусолог замминистр сопредседатель
    председатель зампред замдиректор коллега тренер-преподаватель прэзідэнт міністр чыноўнік палітык прэм'ер прэм'ер-міністр
    віцэ-прэм'ер прадстаўнік дырэктар дэпутат сакратар прэс-сакратар дзяржсакратар амбасадар губернатар лідар аналітык прафесар
    палкоўнік адвакат пракурор спікер сенатар кіраўнік намеснік дарадца памочнік журналіст палітолаг эканаміст гісторык лекар
    інжынер вучоны навуковец даследчык супрацоўнік спецыяліст рэжысёр акцёр музыка пісьменнік паэт мастак трэнер футбаліст настаўнік
    выкладчык студэнт рабочы кіроўца пілот сведка жыхар сусед праваабаронца актывіст кандыдат бізнесмен уладальнік заснавальнік
    аўтар рэдактар карэспандэнт суразмоўца назіральнік дыпламат камандзір старшыня амбудсмен сацыёлаг бацька посадовець політик
    прем'єр прем'єр-міністр віце-прем'єр представник очільник керівник речник секретар прес-секретар держсекретар радник заступник
    помічник мер аналітик професор політолог економіст історик лікар інженер науковець дослідник співробітник фахівець режисер актор
    музикант письменник поет футболіст викладач водій рибалка свідок мешканець сусід правозахисник активіст власник засновник
    кореспондент співрозмовник спостерігач військовий уповноважений батько чоловік
    вчитель співак капітан лейтенант слідчий агроном краєзнавець
    """
)
FEMININE = words(
    """
    представительница председательница чиновница депутатка учительница преподавательница студентка журналистка актриса певица
    писательница художница спортсменка чемпионка соседка жительница правозащитница активистка бизнесвумен основательница мать жена
    сестра дочь вдова бабушка королева принцесса директриса пресс-секретарша советница помощница кандидатка прадстаўніца дырэктарка
    настаўніца выкладчыца студэнтка журналістка актрыса спявачка пісьменніца мастачка суседка жыхарка актывістка заснавальніца маці
    жонка сястра дачка дэпутатка міністарка міністэрка кіраўніца намесніца дарадчыца прэс-сакратарка аўтарка рэдактарка каралева
    представниця речниця директорка міністерка прем'єр-міністерка вчителька викладачка акторка співачка письменниця художниця
    сусідка мешканка активістка засновниця мати дружина донька дочка очільниця керівниця заступниця радниця помічниця
    прес-секретарка авторка редакторка посолка президентка мерка головиня лідерка науковиця дослідниця посадовиця лікарка адвокатка
    прокурорка начальниця ректорка професорка тренерка волонтерка мэрка
    """
)
# Nouns in -а and -я for either gender.
EITHER = words("глава старшыня голова судья суддя суддзя староста коллега калега колега прем'єрка воевода замглавы крыніца джерело")
PLURALS = words(
    """
    президенты министры представители депутаты эксперты аналитики специалисты ученые учёные исследователи врачи жители очевидцы
    свидетели соседи родственники родители чиновники журналисты правозащитники активисты наблюдатели следователи военные спасатели
    фермеры рабочие студенты экономисты политологи историки сотрудники собеседники источники синоптики полицейские власти медики
    пассажиры авторы юристы адвокаты социологи критики лидеры послы главы прэзідэнты міністры прадстаўнікі дэпутаты аналітыкі
    спецыялісты вучоныя навукоўцы даследчыкі лекары жыхары сведкі суседзі сваякі бацькі чыноўнікі журналісты праваабаронцы актывісты
    назіральнікі следчыя вайскоўцы ратавальнікі рабочыя студэнты эканамісты гісторыкі супрацоўнікі суразмоўцы крыніцы улады медыкі
    пасажыры президенти міністри представники депутати експерти аналітики фахівці вчені науковці дослідники лікарі мешканці жителі
    очевидці свідки сусіди родичі батьки посадовці журналісти правозахисники активісти спостерігачі слідчі військові рятувальники
    фермери студенти економісти історики співробітники співрозмовники джерела влада пасажири
    """
)
MALE_ENDINGS = (
    "",
    "а",
    "я",
    "у",
    "ю",
    "ом",
    "ем",
    "ам",
    "ём",
    "эм",
    "е",
    "і",
    "и",
    "ы",
    "ого",
    "ому",
    "ым",
    "им",
    "аму",
    "ага",
    "ові",
    "еві",
)
FEMALE_ENDINGS = ("а", "я", "ы", "и", "і", "ої", "ою", "ой", "ей", "ай", "яй", "у", "ю", "е", "ею", "ию", "")
BASE = re.compile(r"(?:ий|ый|ой|і|ы|а|я|й|ь|о)$")


def _stem(lemma: str) -> str:
    return BASE.sub("", lemma)


@cache
def _forms() -> dict[str, tuple[str, str | None]]:
    """Every case form of the singular nouns -> dictionary form and gender."""
    found: dict[str, tuple[str, str | None]] = {}
    for lemmas, endings, gender in ((EITHER, FEMALE_ENDINGS, None), (FEMININE, FEMALE_ENDINGS, "f"), (MASCULINE, MALE_ENDINGS, None)):
        for lemma in lemmas:
            for ending in endings:
                form = _stem(lemma) + ending
                if len(form) > 3 or form == lemma:
                    found.setdefault(form, (lemma, gender))
    for plain, short in (("посол", "посл"), ("отец", "отц"), ("певец", "певц"), ("владелец", "владельц"), ("боец", "бойц"), ("очевидец",
        "очевидц"), ("навуковец", "навукоўц"), ("науковець", "науковц"), ("фахівець", "фахівц"), ("мешканець", "мешканц")):  # fmt: skip
        found.update({short + ending: (plain, None) for ending in MALE_ENDINGS[1:]})
    found.update({lemma: (lemma, gender) for lemmas, gender in ((MASCULINE, None), (FEMININE, "f"), (EITHER, None)) for lemma in lemmas})
    for other in ("мера", "меры", "мере", "меру"):  # a measure
        found.pop(other, None)
    return found


def lemma_of(word: str) -> str | None:
    """ "министром" -> "министр": the dictionary form of a Slavic word for somebody in one office."""
    known = _forms().get(word)
    return known[0] if known else None


def feminine(word: str) -> bool:
    known = _forms().get(word)
    return known is not None and known[1] == "f"


@lru_cache(maxsize=20_000)
def is_calling(word: str) -> bool:
    """Whether the small-lettered word says what somebody is."""
    if word in english.ROLES or word in MORE or word.removeprefix("ex-") in english.ROLES:
        return True
    if word.isascii():
        return bool(COMPOUNDS.match(word)) and word not in NO_CALLING
    return word in slavic.ROLES or word in PLURALS or word in _forms()


NO_CALLING = words("newsletter human german roman ottoman webmaster postmaster grandmaster showman chairman's")
