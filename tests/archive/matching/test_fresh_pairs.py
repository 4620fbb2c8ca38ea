"""Pairs written for this table alone, in many styles: what a guard must catch, and what it must let pass.

A guard that cries at true pairs is soon ignored: of SAME no more than one in ten may be warned of. Every row of CHANGED must be named.
"""

import pytest

from archive.matching import Idf, compare

SAME = [
    ("The ministry of health closed nine clinics in Sarrow.", "Nine clinics in Sarrow were closed by the health ministry."),
    ("Our navy has sunk no civilian ships.", "No civilian ships were sunk by our navy, the admiral said."),
    ("Ferry tickets will cost 12 percent more from June.", "From June, tickets for the ferry go up by 12 per cent."),
    ("We spent three and a half billion on the tunnel.", "The tunnel cost us 3.5bn."),
    ("The court did not hear a single witness.", "Not one witness was heard by the court."),
    ("Sarrow never agreed to the fishing quota.", "Sarrow has at no time agreed to the fishing quota."),
    ("More than 200,000 people have left the delta.", "Over two hundred thousand people left the delta."),
    ("Half our buses run on gas.", "50% of our buses run on gas."),
    ("Bread prices doubled within two years under Marek.", "Under Marek, the price of bread doubled in two years."),
    ("Governor Lind vetoed the water bill.", "The water bill was vetoed by Governor Lind."),
    ("It isn't true that the bridge is unsafe.", "It is not true that the bridge is unsafe."),
    ("They do not pay any tax in this country!", "They don't pay any taxes in this country."),
    ("In 2011 the two states signed a grain accord.", "A grain agreement was signed by the two states in 2011."),
    ("Sarrow bought the gas from Belmar.", "Belmar sold the gas to Sarrow."),
    ("Belmar's army crossed the river on 4 March.", "On March 4th the army of Belmar crossed the river."),
    ("The lake is 40 km long.", "The length of the lake is forty kilometres."),
    ("Doctors in the north earn less than those in the capital.", "Doctors in the capital earn more than those in the north."),
    ("The drought came after the war.", "The war came before the drought."),
    ("Rents in Velden are higher than in Sarrow.", "Rents in Sarrow are lower than in Velden."),
    ("I have always opposed the nuclear plant.", "My position has always been against the nuclear plant."),
    ("#SaveTheDelta: the dam kills 30 species https://t.co/xYz12", "The dam kills thirty species in the delta."),
    ("RT @MinistryOfRail: the line to Velden opens on Monday!", "The rail line to Velden opens Monday."),
    ("Wages rose 4.5% last year, Lind said.", "Last year wages increased by 4.5 percent, according to Lind."),
    ("The opposition boycotted the vote in Belmar.", "Belmar's vote was boycotted by the opposition."),
    ("The port handles 1,200,000 tonnes a year.", "Each year the port handles 1.2 million tonnes."),
    ("One in four children in Velden goes hungry.", "A quarter of Velden's children go hungry."),
    ("Two thirds of voters backed the treaty.", "The treaty was backed by 67 percent of the voters."),
    ("Marek lied to parliament about the missiles.", "About the missiles Marek lied to the parliament."),
    ("The pipeline has been shut down since September.", "Since September the pipeline is shut."),
    ("“We will not sell the airport”, the mayor repeated.", "The mayor said again: we won't sell the airport."),
    ("Sarrow has the highest petrol tax in Europe.", "Europe's highest tax on petrol is Sarrow's."),
    ("The embargo cost farmers $80 million.", "Farmers lost 80 million dollars through the embargo."),
    ("The second reactor was built without a licence.", "The 2nd reactor was built without a license."),
    ("Neither Lind nor Marek has visited the camp.", "Lind and Marek have not visited the camp."),
    ("Soldiers were told not to shoot at the crowd.", "The soldiers had orders not to shoot at the crowd."),
    ("Nobody was killed in the raid on Velden.", "There were no deaths in the raid on Velden."),
    ("The hospital in Brask treats refugees for free.", "Refugees are treated for free at Brask's hospital."),
    ("Since the reform, crime in Brask has fallen by a third.", "Crime in Brask is down by a third since the reform."),
    ("Lind failed to declare his shares in the bank.", "Lind did not declare his bank shares."),
    ("Belmar refuses to extradite the general.", "Belmar will not extradite the general."),
    ("The two countries no longer share intelligence.", "The two countries have stopped sharing intelligence."),
    ("Fishing off Brask is illegal.", "Fishing off Brask is not legal."),
    ("Who paid for the stadium? The taxpayers of Brask did.", "The taxpayers of Brask paid for the stadium."),
    ("Wasn't the treaty signed in Velden in 1994?", "The treaty was signed in Velden in 1994."),
    ("Let me say it again: Brask will never host foreign troops.", "Brask will never host foreign troops."),
    ("Under my government 15,000 teachers were hired.", "My government hired 15 thousand teachers."),
    ("The satellite was launched on the third of May 2019.", "On 3 May 2019 the satellite was launched."),
    ("Belmar supplies 40 percent of Sarrow's gas.", "40% of Sarrow's gas is supplied by Belmar."),
    ("The new law lets police read private letters.", "Under the new law police may read private letters."),
    ("The vaccine was tested on 9,000 volunteers.", "9000 volunteers tested the vaccine."),
    ("Министр заявил, что безопасность неделима.", "Безопасность неделима, — заявил министр."),
    ("Мы не начинали эту войну.", "Эту войну начали не мы."),
    ("Цены на хлеб выросли на 12 процентов.", "Хлеб подорожал: цены выросли на 12%."),
    ("Мы построили 300 новых школ за пять лет.", "За пять лет построено 300 новых школ."),
    ("Уряд не підписав договору про безпеку.", "Договір про безпеку уряд не підписував."),
    ("Урад павялічыў пенсіі на 12 працэнтаў.", "Пенсіі павялічаны ўрадам на 12%."),
    ("THE BORDER WITH BELMAR STAYS CLOSED!!!", "The border with Belmar stays closed."),
    ("Marek promised that pensions would not be cut.", "Pensions will not be cut, Marek promised."),
    ("The army denies that it used gas in Brask.", "The army says it did not use gas in Brask."),
    ("The trade deficit with Belmar has shrunk to 2 billion.", "Our trade deficit with Belmar fell to $2bn."),
    ("Young people leave the valley because there is no work.", "There is no work, so young people leave the valley."),
    ("The fire destroyed 60 houses in Brask.", "Sixty houses in Brask burnt down in the fire."),
    ("Veterans wait more than a year for an appointment.", "An appointment takes veterans over a year of waiting."),
    ("Sugar is dearer in Velden than in any other city.", "No other city has dearer sugar than Velden."),
    ("Everybody in the cabinet knew of the bribe.", "Nobody in the cabinet was unaware of the bribe."),
    ("Lind was the first to warn of the flood.", "The first to warn of the flood was Lind."),
    ("The union accepted the offer of the railways.", "The railways' offer was accepted by the union."),
]

VARIANT, REVERSAL, NARROWER = "variant", "reversal", "narrower"
CHANGED = [
    ("The ministry closed nine clinics in Sarrow.", "The ministry closed six clinics in Sarrow.", VARIANT),
    ("Ferry tickets will cost 12 percent more from June.", "Ferry tickets will cost 20 per cent more from June.", VARIANT),
    ("We spent three and a half billion on the tunnel.", "We spent 2.5bn on the tunnel.", VARIANT),
    ("More than 200,000 people have left the delta.", "More than two million people have left the delta.", VARIANT),
    ("The embargo cost farmers $80 million.", "The embargo cost farmers €80 million.", VARIANT),
    ("The embargo cost farmers 80 million dollars.", "The embargo cost farmers 80 billion dollars.", VARIANT),
    ("In 2011 the two states signed a grain accord.", "In 2013 the two states signed a grain accord.", VARIANT),
    ("The satellite was launched on the third of May.", "The satellite was launched on the fifth of May.", VARIANT),
    ("Belmar's army crossed the river in March.", "Belmar's army crossed the river in June.", VARIANT),
    ("The line to Velden opens on Monday.", "On Friday the line to Velden opens.", VARIANT),
    ("Wages rose last year in the public sector.", "Wages rose this year in the public sector.", VARIANT),
    ("One in four children in Velden goes hungry.", "One in seven children in Velden goes hungry.", VARIANT),
    ("The lake is 40 km long.", "The lake is 40 miles long.", VARIANT),
    ("Sarrow has the second highest petrol tax in Europe.", "Sarrow has the highest petrol tax in Europe.", VARIANT),
    ("The lake is the third largest in Europe.", "The lake is the fifth largest in Europe.", VARIANT),
    ("A third of our hospitals lack surgeons.", "Two thirds of our hospitals lack surgeons.", VARIANT),
    ("Цены на хлеб выросли на 12 процентов.", "Цены на хлеб выросли на 20 процентов.", VARIANT),
    ("Мы построили 300 новых школ за пять лет.", "Мы построили 500 новых школ за пять лет.", VARIANT),
    ("The hospital in Brask treats refugees for free.", "The hospital in Velden treats refugees for free.", VARIANT),
    ("In Brask refugees are treated for free.", "Refugees are treated for free in Velden.", VARIANT),
    ("Governor Lind vetoed the water bill.", "Governor Marek vetoed the water bill.", VARIANT),
    ("Lind called the verdict a disgrace.", "Marek called the verdict a disgrace.", VARIANT),
    ("We will plant 5,000 trees by spring.", "We will fell 5,000 pines by spring.", VARIANT),
    ("Our trains are the slowest on the continent.", "Our courts are the slowest on the continent.", VARIANT),
    ("Sarrow bought 40 tanks.", "Sarrow bought 40 trucks.", VARIANT),
    ("The court heard the witness.", "The court did not hear the witness.", REVERSAL),
    ("Sarrow agreed to the fishing quota.", "Sarrow never agreed to the fishing quota.", REVERSAL),
    ("They pay tax in this country.", "They don't pay tax in this country.", REVERSAL),
    ("The bridge was built with a licence.", "The bridge was built without a licence.", REVERSAL),
    ("Lind declared his shares in the bank.", "Lind failed to declare his shares in the bank.", REVERSAL),
    ("Belmar will extradite the general.", "Belmar refuses to extradite the general.", REVERSAL),
    ("The two countries share intelligence.", "The two countries no longer share intelligence.", REVERSAL),
    ("Marek admitted that he met the smugglers.", "Marek denied that he met the smugglers.", REVERSAL),
    ("The army used gas in Brask.", "The army denies that it used gas in Brask.", REVERSAL),
    ("Soldiers were told to shoot at the crowd.", "Soldiers were told not to shoot at the crowd.", REVERSAL),
    ("It is true that the dam leaks.", "It is not true that the dam leaks.", REVERSAL),
    ("Everybody in the cabinet knew of the bribe.", "Nobody in the cabinet knew of the bribe.", REVERSAL),
    ("All of the mines were reopened.", "None of the mines were reopened.", REVERSAL),
    ("The general ruled out a ceasefire.", "The general offered a ceasefire.", VARIANT),
    ("Bread prices rose under Marek.", "Bread prices fell under Marek.", REVERSAL),
    ("Exports to Belmar increased by half.", "Exports to Belmar decreased by half.", REVERSAL),
    ("The union accepted the offer of the railways.", "The union rejected the offer of the railways.", REVERSAL),
    ("Fishing off Brask is legal.", "Fishing off Brask is illegal.", REVERSAL),
    ("The new reactor is safe.", "The new reactor is unsafe.", REVERSAL),
    ("I have always supported the nuclear plant.", "I have always opposed the nuclear plant.", REVERSAL),
    ("The drought came before the war.", "The drought came after the war.", REVERSAL),
    ("Rents in Velden are higher than in Sarrow.", "Rents in Velden are lower than in Sarrow.", REVERSAL),
    ("Belmar imports wheat from Sarrow.", "Belmar exports wheat to Sarrow.", REVERSAL),
    ("Sarrow bought the gas from Belmar.", "Sarrow sold the gas to Belmar.", REVERSAL),
    ("Belmar won the final against Sarrow.", "Belmar lost the final against Sarrow.", REVERSAL),
    ("The police attacked the miners.", "The miners attacked the police.", REVERSAL),
    ("Belmar owes Sarrow two billion.", "Sarrow owes Belmar two billion.", REVERSAL),
    ("Lind was sued by the contractor.", "Lind sued the contractor.", REVERSAL),
    ("Doctors in the north earn less than those in the capital.", "Doctors in the capital earn less than those in the north.", REVERSAL),
    ("The reform made housing cheaper for the young.", "The reform made housing more expensive for the young.", REVERSAL),
    ("Marek strengthened the constitution.", "Marek weakened the constitution.", REVERSAL),
    ("Most farmers voted for the accord.", "Most farmers voted against the accord.", REVERSAL),
    ("Россия поддержала резолюцию о перемирии.", "Россия не поддержала резолюцию о перемирии.", REVERSAL),
    ("Уряд підписав угоду про безпеку.", "Уряд не підписав угоди про безпеку.", REVERSAL),
    ("Безработица выросла за последний год.", "Безработица снизилась за последний год.", REVERSAL),
    ("The islands will leave the union.", "The islands will leave the union if the king abdicates.", NARROWER),
    ("The mine poisoned the river.", "The mine may have poisoned the river.", NARROWER),
    ("The general stole the election.", "The general allegedly stole the election.", NARROWER),
    ("The minister knew about the bribe.", "Did the minister know about the bribe?", NARROWER),
    ("We defeated the rebels in the hills.", "We hope to defeat the rebels in the hills.", NARROWER),
    ("Crime fell in every district of Brask.", "Crime fell in the harbour of Brask.", NARROWER),
    ("The navy bought new frigates.", "The navy bought new frigates from Belmar for 300 million in 2016.", NARROWER),
    ("Lind has never raised a tax.", "Lind did not raise a tax this spring.", NARROWER),
]  # fmt: skip


def warnings(a: str, b: str) -> list[str]:
    return [reason for reason in compare(a, b, Idf()).reasons if reason.startswith(("variant", "possible reversal", "narrower"))]


def test_true_pairs_are_rarely_warned_of():
    warned = [(a, b, found) for a, b in SAME if (found := warnings(a, b))]

    assert len(warned) <= 0.1 * len(SAME), warned


def test_true_pairs_are_mostly_found_the_same():
    missed = [(a, b) for a, b in SAME if not compare(a, b, Idf()).same]

    assert len(missed) <= 0.2 * len(SAME), missed


@pytest.mark.parametrize(("a", "b", "label"), CHANGED)
def test_change_is_named(a, b, label):
    match = compare(a, b, Idf())

    assert (match.same, match.label) == (False, label)
    assert warnings(a, b)
