"""Names that convention knows under several spellings: old and new names of cities, romanisations, initials."""

from typing import Final

from newscorpus.text.countries import ROWS, names_in

_ONE_AND_THE_SAME: Final = """
United Nations, UN, U.N.
European Union, EU, E.U.
World Health Organization, World Health Organisation, WHO, W.H.O.
North Atlantic Treaty Organization, NATO, Nato
Uyghurs, Uyghur, Uighurs, Uighur, Uygurs, Uygur
Muslims, Muslim, Moslems, Moslem
Shiites, Shiite, Shia, Shi'ite, Shi'ites, Shias
Mumbai, Bombay
Kolkata, Calcutta
Chennai, Madras
Guangzhou, Canton
Odesa, Odessa
Kharkiv, Kharkov
Lviv, Lvov
Dnipro, Dnepropetrovsk, Dnipropetrovsk
Chernobyl, Chornobyl
Donbas, Donbass
Yangon, Rangoon
Ho Chi Minh City, Saigon
Almaty, Alma-Ata
St Petersburg, Saint Petersburg, St. Petersburg, Leningrad
New York, New York City
Los Angeles, L.A.
Al Qaeda, al-Qaeda, al Qaeda, Al-Qaeda, al-Qaida, Al-Qaida, al Qaida
Hezbollah, Hizbollah, Hizbullah, Hezbullah
Houthis, Houthi, Huthi, Huthis
Islamic State, ISIS, ISIL, IS, Isis, Isil, Daesh
Taliban, Taleban
Koran, Quran, Qur'an
Red Crescent, Red Crescent Society
Mecca, Makkah
Kurds, Kurd, Kurdish
Jews, Jew, Jewish
"""


def _spellings() -> dict[str, str]:
    """Every way of writing a name -> the one it is merged under. Peoples stay apart from their places."""
    found = {}
    for places, _, capitals in ROWS:
        for family in filter(None, (places, capitals)):
            found.update(dict.fromkeys(family, family[0]))
    for family in map(names_in, _ONE_AND_THE_SAME.strip().splitlines()):
        found.update(dict.fromkeys(family, family[0]))
    return found


SAME_NAME: Final = _spellings()
"""Every spelling of a name that is one name by convention -> the spelling it is merged under."""
