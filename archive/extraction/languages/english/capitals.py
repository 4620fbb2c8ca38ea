"""English words in and around names: titles, offices and their fields, bodies, nations, and capitals that are no part of a name."""

from __future__ import annotations

from archive.extraction.languages import words

TITLES = words(
    """
    mr mrs ms miss mx dr prof sir dame madam lord lady baroness baron mr. mrs. ms. dr. prof. sen. rep. gov. gen. lt. col. maj.
    capt. sgt. rev. st. adm. amb. pres. hon. supt. supt sgt insp cllr cpl lt col maj capt cmdr brig gen sen rep gov rev hon det
    """
)
FEMALE = words(
    """
    mrs ms miss mrs. ms. dame lady madam baroness spokeswoman chairwoman congresswoman actress queen princess duchess mother
    sister wife daughter woman girl policewoman
    """
)
MALE = words(
    """
    mr mr. sir lord baron spokesman chairman congressman actor king prince duke father brother husband son man boy policeman
    pope imam bishop archbishop cardinal priest
    """
)
MODIFIERS = words(
    """
    foreign prime deputy former acting interim chief senior executive general first vice opposition assistant associate special
    state defence defense finance interior health education home trade energy environment labour labor justice culture agriculture
    transport economic political military presidential national federal regional local parliamentary government party team press
    outgoing incoming newly-elected ex then late veteran co managing lead main permanent honorary retired lieutenant brigadier
    major attorney shadow junior city policy security climate human rights legal research science medical police army
    union company school club film music sports football graduate undergraduate psychology history law
    """
)
PORTFOLIOS = words(
    """
    Affairs Foreign Defense Defence Finance Education Health Interior Justice Trade Economy Economic Development Energy Labour
    Labor Agriculture Culture Environment Transport Transportation State Treasury Commerce Security Internal Information Science
    Technology Sport Sports Youth Communications Industry Emergency Emergencies Digital Social Policy Protection Tourism
    Infrastructure Community Family Veterans Homeland Relations Integration Home Commonwealth External Cooperation Investment
    Climate Welfare Housing Immigration Media Press Human Rights Public Prime Deputy First Vice Acting Former Chief Senior
    Executive General Permanent Assistant Shadow Special
    """
)
ORGANISATIONS = words(
    """
    Fair Stadium Cup Festival Center Centre Hall Museum Institute College School Hospital Street Avenue Square Park River Lake
    Mountain Mountains Island Islands Sea Ocean Bay Valley County Province Region District Oblast Airport Station Bridge Tower
    Palace House Church Cathedral University Academy Association Society Foundation Fund Bank Group Company Corporation Inc Ltd
    Press News Times Post Journal Magazine Radio TV Television Channel Network Agency Office Department Ministry Bureau Service
    Services Police Army Navy Force Forces Guard Court Council Committee Commission Parliament Senate Congress Assembly Cabinet
    Government Party Union League Alliance Organization Organisation Federation Republic Kingdom Empire State States Nations World
    International National Federal Act Treaty Agreement Convention Protocol Plan Project Program Programme Operation War Day Week
    Month Award Prize Medal Games Championship Team Club United Olympic Olympics City Town Village Port Upper Lower Capital
    North South East West Northern Southern Eastern Western Central Middle Great New Old Saint Fort Mount San Los Santa El Las
    Wall Internet Web Site Zone Border Line Road Highway Way Guardian Herald Tribune Telegraph Gazette Observer Chronicle Review
    Weekly Daily Globe Mail Sun Mirror Independent Express Huffington Democratic Republican Conservative Labour Liberal Social
    Socialist Communist Popular Christian Muslim Islamic Jewish Catholic Orthodox Holy Supreme High Constitutional
    Security General Human Rights Watch Amnesty Red Cross White Black Green Blue Golden Silver Science Technology Research Studies
    Standards Authority Administration Board Embassy Campaign Movement Front Corps Command Twitter Facebook Google
    Microsoft Apple Amazon YouTube Explorer Space Solar Nuclear Pacific Atlantic Arctic Gulf Crown Theatre Theater
    Unit Division Squad Brigade Battalion Regiment Taskforce Directorate Secretariat Inspectorate Tribunal Registry Chamber Coalition
    Partnership Partners Holdings Ventures Securities Bancorp Motors Airlines Airways Pharmaceuticals Laboratories Systems Technologies
    Software Solutions Industries Insurance Mutual Financial Advisors Advisers Management Trust Charity
    Prix Meeting Meetings Session Roundtable
    Hotel Studio Studios Records Entertainment Pictures Conference Summit Forum Challenge Initiative Series Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November
    December
    """
)
NATIONS = words(
    """
    Russian Belarusian Ukrainian American British French German Italian Spanish Polish Lithuanian Latvian Estonian Finnish Swedish
    Norwegian Danish Dutch Belgian Swiss Austrian Hungarian Czech Slovak Romanian Bulgarian Serbian Croatian Slovenian Greek
    Turkish Israeli Palestinian Syrian Iraqi Iranian Egyptian Saudi Chinese Japanese Korean Indian Pakistani Afghan Australian
    Canadian Mexican Brazilian Argentine Chilean Cuban Venezuelan Irish Scottish Welsh English European African Asian Georgian
    Armenian Azerbaijani Kazakh Uzbek Moldovan Portuguese Albanian Macedonian Bosnian Nigerian Kenyan Ethiopian Libyan Tunisian
    Algerian Moroccan Lebanese Jordanian Yemeni Vietnamese Thai Indonesian Malaysian Philippine Filipino Soviet Western Eastern US
    U.S. UK U.K. EU UN U.N. NATO Russia Belarus Ukraine America Britain France Germany Italy Spain Poland Lithuania Latvia Estonia
    Finland Sweden Norway Denmark Netherlands Belgium Switzerland Austria Hungary Slovakia Romania Bulgaria Serbia Croatia
    Slovenia Greece Turkey Israel Palestine Syria Iraq Iran Egypt Arabia China Japan Korea India Pakistan Afghanistan Australia
    Canada Mexico Brazil Argentina Chile Cuba Venezuela Ireland Scotland Wales England Europe Africa Asia Armenia Azerbaijan
    Kazakhstan Uzbekistan Moldova Portugal Albania Macedonia Kosovo Bosnia Nigeria Kenya Ethiopia Libya Tunisia Algeria Morocco
    Lebanon Yemen Vietnam Thailand Indonesia Malaysia Philippines Taiwan Zealand Emirates Qatar Kuwait Czechia Crimea Donbas
    Siberia Moscow Minsk Kiev Kyiv London Paris Berlin Rome Madrid Warsaw Vilnius Riga Tallinn Brussels Geneva Vienna Washington
    Beijing Tokyo York Texas California Florida Chicago Boston Sydney Melbourne Toronto Delhi Dubai Istanbul Ankara Jerusalem Gaza
    Baghdad Tehran Kabul Cairo
    """
)
# Names of months, days and beginnings of sentences: capitals that are no part of a name.
PLAIN_CAPITALS = words(
    """
    The A An In On At By For From With Without To Of And But Or Nor Yet So If When While As Since Until After Before During
    Because Although Though He She They It We I You His Her Their Its Our My Your This That These Those There Here What Who Which
    How Why Where Both Either Neither All Some Many Most Several Other Another One Two Three Four Five No Not Now Then Also
    However Meanwhile According Asked Speaking Earlier Later Today Yesterday Tomorrow Last Next First Second Third Once Only Just
    Even More Less Such Following Despite Against Among Between Under Over About Around Through Late Early Every Each Any Few Much
    Citing Writing Commenting Responding Referring Noting Adding Saying Thus Therefore Instead Again Still Perhaps Maybe Yes Well
    Do Does Did Is Are Was Were Will Would Can Could Should May Might Must Has Have Had Let Please Unfortunately Indeed Recent
    Like Unlike Within
    """
)
PARTICLES = words("de van von der den la le bin ibn al el di da du dos del della ter ten af zu y")
