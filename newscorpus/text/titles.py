"""Words that tell a person or an organisation: titles, roles, given names, the last words of organisations' names."""

import re
from typing import Final

from newscorpus.text.words import word_set

TITLES: Final = word_set(
    """mr mrs ms miss mx dr prof professor sir dame lord lady madam master mme mlle messrs herr frau senor senora
    señor señora president vice-president premier co-premier co-premiers chancellor minister secretary
    secretary-general senator sen sens congressman congresswoman representative rep reps governor gov govs
    mayor councillor councilman councilwoman ambassador envoy judge justice attorney speaker deputy
    commissioner chairman chairwoman chair general gen lieutenant lt colonel col major maj captain capt
    commander cmdr admiral adm sergeant sgt corporal cpl private pvt brigadier brig marshal sheriff constable
    const detective det inspector superintendent supt officer king queen prince princess duke duchess count
    countess baron baroness emperor sultan emir sheikh sheik shaikh pope cardinal archbishop bishop rev
    reverend father sister brother rabbi imam ayatollah mullah saint hon coach prime foreign former
    ex-president then"""
)
"""Lower case, without a stop. "Prime Minister Jane Roe" loses both words, "Chief Constable" likewise."""

ROLES: Final = word_set(
    """actor actress activist adviser aide ally analyst artist astronaut athlete attorney author banker batsman
    billionaire boss bowler boxer boyfriend businessman businesswoman candidate captain ceo champion chairman
    chief citizen coach colleague comedian commentator composer correspondent counterpart critic daughter
    defendant defender deputy designer detective diplomat director dissident doctor driver economist editor
    engineer envoy executive farmer father fighter forward founder friend general girlfriend goalkeeper golfer
    guerrilla historian husband investor journalist judge lawmaker lawyer leader legislator magnate manager
    mayor midfielder minister mother neighbour neighbor novelist officer official owner partner photographer
    physicist pilot pitcher player poet politician premier president producer professor prosecutor rebel
    researcher resident rider rival runner scientist senator singer skipper son spokesman spokesperson
    spokeswoman sprinter star striker student successor suspect swimmer teacher teammate team-mate tenor
    victim warlord widow wife winger winner witness writer"""
)
"""Nouns that stand before the name of a person: "striker Roe", "the lawyer Jane Roe"."""

ORGANISATIONS_END_IN: Final = word_set(
    """inc corp ltd llc plc co spa ag gmbh sa nv bv ab oy kk holdings group bank bancorp bancshares trust fund
    company corporation industries international airlines airways motors electric pharmaceuticals university
    college institute school hospital ministry department agency authority commission committee council court
    parliament congress assembly senate party union federation association organisation organization league
    club press times post journal newsroom news television radio army navy police forces front foundation
    society museum church exchange securities capital partners brothers bros bureau office board service
    services systems technologies united rovers wanderers athletic academy"""
)
"""Last words, in lower case and without a stop, of names that are organisations whatever stands before them."""

FIRST_NAMES: Final = word_set(
    """Aaron Abdul Abdullah Adam Adrian Ahmad Ahmed Alan Albert Alejandro Aleksandr Alex Alexander Alexandra
    Alexei Alfred Ali Alice Allan Allen Amanda Amir Amy Ana Anders Andre Andrea Andreas Andrei Andrew Andy
    Angela Anita Ann Anna Anne Anthony Antonio Arthur Barbara Ben Benjamin Bernard Bernd Beth Bill Bob Boris
    Brad Brendan Brian Bruce Carl Carlos Carol Caroline Catherine Charles Charlie Charlotte Chris Christine
    Christopher Claudia Claus Colin Craig Dale Dan Daniel Daniela Dave David Dean Deborah Dennis Derek Diana
    Diego Dieter Dmitry Dominic Don Donald Doug Douglas Duncan Ed Eddie Edward Elena Elizabeth Emily Emma
    Emmanuel Enrique Eric Erik Ernest Eva Fatima Federico Felipe Fernando Francesco Francis Francisco Frank
    Fred Frederick Gabriel Gareth Gary Gavin Geoff Geoffrey George Gerald Gerard Gerhard Giovanni Giuseppe
    Glenn Gordon Graham Greg Gregory Guido Gustavo Guy Hans Harold Harry Hassan Heather Heinrich Helen Helmut
    Henri Henry Herbert Howard Hugh Hugo Hussein Ian Ibrahim Igor Imran Ingrid Irina Isabel Ivan Jack Jacob
    Jacques Jaime James Jamie Jan Jane Janet Jason Javier Jay Jean Jeff Jeffrey Jennifer Jens Jeremy Jerry
    Jessica Jim Jimmy Joan Joe Joel Johan Johannes John Johnny Jon Jonathan Jorge Jose José Josef Joseph Josh
    Joshua Juan Judith Julia Julian Julie Jurgen Jürgen Justin Karen Karin Karl Kate Katherine Kathleen Keith
    Kelly Ken Kenneth Kevin Khalid Kim Klaus Kofi Kurt Larry Lars Laura Lauren Laurent Lawrence Lee Leon
    Leonard Leonid Leslie Lisa Louis Louise Luc Lucas Luca Lucy Luis Luiz Manuel Marc Marcel Marcelo Marco
    Marcus Margaret Maria Marie Marina Mario Marion Marius Mark Markus Martin Martina Mary Massimo Mats Matt
    Matteo Matthew Matthias Maurice Max Maxim Mehmet Melissa Michael Michel Michele Michelle Miguel Mike
    Mikhail Milan Miroslav Mohamed Mohammad Mohammed Monica Muhammad Mustafa Nancy Natalia Natalya Nathan Neil
    Nicholas Nick Nicola Nicolas Nicole Nigel Nikolai Nina Norman Oleg Olga Oliver Omar Oscar Otto Pablo
    Pamela Paolo Pat Patricia Patrick Patrik Paul Paula Pavel Pedro Per Peter Petr Phil Philip Philippe Pierre
    Rachel Rafael Rainer Ralph Ramon Raul Ray Raymond Rebecca Ricardo Richard Rick Rob Robert Roberto Robin
    Rod Rodney Roger Roland Rolf Ron Ronald Rory Rosa Ross Roy Ruben Rudolf Rupert Russell Ruth Ryan Sally Sam
    Samuel Sandra Sara Sarah Scott Sean Sebastian Serena Serge Sergei Sergio Shane Sharon Simon Sofia Sonia
    Stefan Stefano Stella Stephan Stephane Stephen Steve Steven Stuart Susan Svetlana Sven Tatyana Ted Terry
    Theo Theresa Thomas Tim Timothy Todd Tom Tommy Tony Tracy Trevor Ulrich Ursula Valentina Valeri Vanessa
    Vasily Vera Veronica Victor Viktor Vincent Vladimir Walter Warren Wayne Wendy Werner Wilhelm William
    Willie Wim Wolfgang Xavier Yasser Yekaterina Yevgeny Yuri Yves Zoe"""
)
"""Given names that are hardly ever the first word of a place or an organisation."""

_LEADING_TITLES: Final = re.compile(r"((?:[^\W\d_]|[-'])+)\.?\s+(?=\S)")


def end_of_titles(name: str) -> int:
    """Offset in `name` at which the name itself begins, behind forms of address, ranks and offices.

    The last word always stays, for somebody may be called King.

    >>> name = "Prime Minister Jane Roe"
    >>> name[end_of_titles(name):], end_of_titles("King")
    ('Jane Roe', 0)
    """
    at = 0
    while (match := _LEADING_TITLES.match(name, at)) and match[1].lower() in TITLES:
        at = match.end()
    return at
