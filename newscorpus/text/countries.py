"""Countries, their peoples and capitals, states and regions: plain facts.

One line a country: its names, `|` the names of its people and what is theirs, `|` its capital. Names are parted by
commas; the first name of a place is the one it is merged under.
"""

from typing import Final

_COUNTRIES: Final = """
Afghanistan | Afghan, Afghans | Kabul
Albania | Albanian, Albanians | Tirana
Algeria | Algerian, Algerians | Algiers
Andorra | Andorran, Andorrans |
Angola | Angolan, Angolans | Luanda
Argentina | Argentine, Argentines, Argentinian, Argentinians | Buenos Aires
Armenia | Armenian, Armenians | Yerevan
Australia | Australian, Australians, Aussie, Aussies | Canberra
Austria | Austrian, Austrians | Vienna
Azerbaijan | Azerbaijani, Azerbaijanis, Azeri, Azeris | Baku
Bahamas | Bahamian, Bahamians | Nassau
Bahrain | Bahraini, Bahrainis | Manama
Bangladesh | Bangladeshi, Bangladeshis | Dhaka, Dacca
Barbados | Barbadian, Barbadians | Bridgetown
Belarus, Byelorussia | Belarusian, Belarusians, Belarussian, Belarussians | Minsk
Belgium | Belgian, Belgians | Brussels
Belize | Belizean, Belizeans | Belmopan
Benin | Beninese | Porto-Novo
Bermuda | Bermudian, Bermudians |
Bhutan | Bhutanese | Thimphu
Bolivia | Bolivian, Bolivians | La Paz
Bosnia and Herzegovina, Bosnia, Bosnia-Herzegovina | Bosnian, Bosnians | Sarajevo
Botswana | Botswanan, Botswanans | Gaborone
Brazil | Brazilian, Brazilians | Brasilia, Brasília
Brunei | Bruneian, Bruneians | Bandar Seri Begawan
Bulgaria | Bulgarian, Bulgarians | Sofia
Burkina Faso | Burkinabe | Ouagadougou
Burundi | Burundian, Burundians | Bujumbura
Cambodia, Kampuchea | Cambodian, Cambodians | Phnom Penh
Cameroon | Cameroonian, Cameroonians | Yaounde, Yaoundé
Canada | Canadian, Canadians | Ottawa
Cape Verde, Cabo Verde | Cape Verdean, Cape Verdeans | Praia
Central African Republic | | Bangui
Chad | Chadian, Chadians | N'Djamena
Chile | Chilean, Chileans | Santiago
China, People's Republic of China, PRC | Chinese | Beijing, Peking
Colombia | Colombian, Colombians | Bogota, Bogotá
Comoros | Comoran, Comorans | Moroni
DR Congo, Democratic Republic of Congo, Democratic Republic of the Congo, DRC, Zaire | Congolese | Kinshasa
Congo | | Brazzaville
Costa Rica | Costa Rican, Costa Ricans | San Jose
Croatia | Croatian, Croatians, Croat, Croats | Zagreb
Cuba | Cuban, Cubans | Havana
Cyprus | Cypriot, Cypriots | Nicosia
Czech Republic, Czechia | Czech, Czechs | Prague
Denmark | Danish, Dane, Danes | Copenhagen
Djibouti | Djiboutian, Djiboutians |
Dominican Republic | Dominican, Dominicans | Santo Domingo
East Timor, Timor-Leste | Timorese | Dili
Ecuador | Ecuadorian, Ecuadorians, Ecuadorean, Ecuadoreans | Quito
Egypt | Egyptian, Egyptians | Cairo
El Salvador | Salvadoran, Salvadorans | San Salvador
England | English, Englishman, Englishmen | London
Equatorial Guinea | | Malabo
Eritrea | Eritrean, Eritreans | Asmara
Estonia | Estonian, Estonians | Tallinn
Eswatini, Swaziland | Swazi, Swazis | Mbabane
Ethiopia | Ethiopian, Ethiopians | Addis Ababa
Fiji | Fijian, Fijians | Suva
Finland | Finnish, Finn, Finns | Helsinki
France | French, Frenchman, Frenchmen, Frenchwoman | Paris
Gabon | Gabonese | Libreville
Gambia | Gambian, Gambians | Banjul
Georgia | Georgian, Georgians | Tbilisi
Germany, West Germany, East Germany | German, Germans | Berlin
Ghana | Ghanaian, Ghanaians | Accra
Greece | Greek, Greeks | Athens
Greenland | Greenlandic, Greenlander, Greenlanders | Nuuk
Guatemala | Guatemalan, Guatemalans | Guatemala City
Guinea | Guinean, Guineans | Conakry
Guinea-Bissau | | Bissau
Guyana | Guyanese | Georgetown
Haiti | Haitian, Haitians | Port-au-Prince
Honduras | Honduran, Hondurans | Tegucigalpa
Hong Kong, Hongkong | Hong Konger, Hong Kongers |
Hungary | Hungarian, Hungarians | Budapest
Iceland | Icelandic, Icelander, Icelanders | Reykjavik, Reykjavík
India | Indian, Indians | New Delhi
Indonesia | Indonesian, Indonesians | Jakarta
Iran | Iranian, Iranians | Tehran, Teheran
Iraq | Iraqi, Iraqis | Baghdad
Ireland, Republic of Ireland | Irish, Irishman, Irishmen | Dublin
Israel | Israeli, Israelis | Jerusalem
Italy | Italian, Italians | Rome
Ivory Coast, Côte d'Ivoire, Cote d'Ivoire | Ivorian, Ivorians | Yamoussoukro
Jamaica | Jamaican, Jamaicans | Kingston
Japan | Japanese | Tokyo
Jordan | Jordanian, Jordanians | Amman
Kazakhstan | Kazakh, Kazakhs | Astana
Kenya | Kenyan, Kenyans | Nairobi
Kosovo | Kosovar, Kosovars, Kosovan, Kosovans | Pristina
Kuwait | Kuwaiti, Kuwaitis | Kuwait City
Kyrgyzstan, Kirghizstan | Kyrgyz | Bishkek
Laos | Laotian, Laotians | Vientiane
Latvia | Latvian, Latvians | Riga
Lebanon | Lebanese | Beirut
Lesotho | Basotho | Maseru
Liberia | Liberian, Liberians | Monrovia
Libya | Libyan, Libyans | Tripoli
Liechtenstein | Liechtensteiner, Liechtensteiners | Vaduz
Lithuania | Lithuanian, Lithuanians | Vilnius
Luxembourg | Luxembourger, Luxembourgers |
Macau, Macao | Macanese |
Madagascar | Malagasy | Antananarivo
Malawi | Malawian, Malawians | Lilongwe
Malaysia | Malaysian, Malaysians | Kuala Lumpur
Maldives | Maldivian, Maldivians |
Mali | Malian, Malians | Bamako
Malta | Maltese | Valletta
Mauritania | Mauritanian, Mauritanians | Nouakchott
Mauritius | Mauritian, Mauritians | Port Louis
Mexico | Mexican, Mexicans | Mexico City
Moldova, Moldavia | Moldovan, Moldovans | Chisinau, Chișinău
Monaco | Monegasque, Monegasques |
Mongolia | Mongolian, Mongolians | Ulan Bator, Ulaanbaatar
Montenegro | Montenegrin, Montenegrins | Podgorica
Morocco | Moroccan, Moroccans | Rabat
Mozambique | Mozambican, Mozambicans | Maputo
Myanmar, Burma | Burmese | Naypyidaw
Namibia | Namibian, Namibians | Windhoek
Nepal | Nepali, Nepalis, Nepalese | Kathmandu, Katmandu
Netherlands, Holland | Dutch, Dutchman, Dutchmen | Amsterdam
New Zealand | New Zealander, New Zealanders | Wellington
Nicaragua | Nicaraguan, Nicaraguans | Managua
Niger | Nigerien, Nigeriens | Niamey
Nigeria | Nigerian, Nigerians | Abuja
North Korea, DPRK | North Korean, North Koreans | Pyongyang
North Macedonia, Macedonia | Macedonian, Macedonians | Skopje
Northern Ireland | | Belfast
Norway | Norwegian, Norwegians | Oslo
Oman | Omani, Omanis | Muscat
Pakistan | Pakistani, Pakistanis | Islamabad
Palestine | Palestinian, Palestinians | Ramallah
Panama | Panamanian, Panamanians | Panama City
Papua New Guinea | | Port Moresby
Paraguay | Paraguayan, Paraguayans | Asuncion, Asunción
Peru | Peruvian, Peruvians | Lima
Philippines | Philippine, Filipino, Filipinos | Manila
Poland | Polish, Pole, Poles | Warsaw
Portugal | Portuguese | Lisbon
Puerto Rico | Puerto Rican, Puerto Ricans | San Juan
Qatar | Qatari, Qataris | Doha
Romania, Rumania | Romanian, Romanians | Bucharest
Russia, Russian Federation | Russian, Russians | Moscow
Rwanda | Rwandan, Rwandans | Kigali
Samoa | Samoan, Samoans | Apia
Saudi Arabia | Saudi, Saudis | Riyadh
Scotland | Scottish, Scot, Scots, Scotsman | Edinburgh
Senegal | Senegalese | Dakar
Serbia | Serbian, Serbians, Serb, Serbs | Belgrade
Seychelles | Seychellois |
Sierra Leone | Sierra Leonean, Sierra Leoneans | Freetown
Singapore | Singaporean, Singaporeans |
Slovakia | Slovak, Slovaks, Slovakian | Bratislava
Slovenia | Slovenian, Slovenians, Slovene, Slovenes | Ljubljana
Somalia | Somali, Somalis | Mogadishu
South Africa | South African, South Africans | Pretoria
South Korea, Republic of Korea, ROK | South Korean, South Koreans, Korean, Koreans | Seoul
South Sudan | South Sudanese | Juba
Soviet Union, USSR, U.S.S.R. | Soviet, Soviets |
Spain | Spanish, Spaniard, Spaniards | Madrid
Sri Lanka, Ceylon | Sri Lankan, Sri Lankans | Colombo
Sudan | Sudanese | Khartoum
Suriname, Surinam | Surinamese | Paramaribo
Sweden | Swedish, Swede, Swedes | Stockholm
Switzerland | Swiss | Bern, Berne
Syria | Syrian, Syrians | Damascus
Taiwan, Republic of China | Taiwanese | Taipei
Tajikistan | Tajik, Tajiks | Dushanbe
Tanzania | Tanzanian, Tanzanians | Dodoma
Thailand, Siam | Thai, Thais | Bangkok
Togo | Togolese | Lome, Lomé
Tonga | Tongan, Tongans | Nuku'alofa
Trinidad and Tobago, Trinidad | Trinidadian, Trinidadians | Port of Spain
Tunisia | Tunisian, Tunisians | Tunis
Turkey, Türkiye, Turkiye | Turkish, Turk, Turks | Ankara
Turkmenistan | Turkmen, Turkmens | Ashgabat
Uganda | Ugandan, Ugandans | Kampala
Ukraine | Ukrainian, Ukrainians | Kyiv, Kiev
United Arab Emirates, UAE, U.A.E. | Emirati, Emiratis | Abu Dhabi
United Kingdom, UK, U.K., Britain, Great Britain | British, Briton, Britons |
United States, United States of America, US, U.S., USA, U.S.A. | American, Americans | Washington, Washington DC
Uruguay | Uruguayan, Uruguayans | Montevideo
Uzbekistan | Uzbek, Uzbeks | Tashkent
Vatican, Vatican City, Holy See | |
Venezuela | Venezuelan, Venezuelans | Caracas
Vietnam, Viet Nam | Vietnamese | Hanoi
Wales | Welsh, Welshman, Welshmen | Cardiff
Yemen | Yemeni, Yemenis | Sanaa, Sana'a
Yugoslavia | Yugoslav, Yugoslavs, Yugoslavian |
Zambia | Zambian, Zambians | Lusaka
Zimbabwe, Rhodesia | Zimbabwean, Zimbabweans | Harare
"""

_STATES: Final = """
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois,
Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri,
Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio,
Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia,
West Virginia, Wisconsin, Wyoming, New South Wales, Queensland, Ontario, Quebec, British Columbia, Alberta, Manitoba,
Catalonia, Bavaria, Xinjiang, Tibet, Kashmir, Punjab, Chechnya, Crimea, Kurdistan, Gaza, West Bank, Gaza Strip
"""

_REGIONS: Final = """
Africa | African, Africans
Asia | Asian, Asians
Europe | European, Europeans
Latin America | Latin American, Latin Americans
Scandinavia | Scandinavian, Scandinavians
Middle East |
North America |
South America |
Catalonia | Catalan, Catalans
Chechnya | Chechen, Chechens
Tibet | Tibetan, Tibetans
Kashmir | Kashmiri, Kashmiris
Crimea | Crimean, Crimeans
"""

_PEOPLES: Final = """
Arab, Arabs, Kurd, Kurds, Kurdish, Jew, Jews, Jewish, Muslim, Muslims, Moslem, Moslems, Christian, Christians, Catholic,
Catholics, Protestant, Protestants, Hindu, Hindus, Sikh, Sikhs, Buddhist, Buddhists, Shiite, Shiites, Sunni, Sunnis,
Islamist, Islamists, Uyghur, Uyghurs, Uighur, Uighurs, Uygur, Uygurs, Rohingya, Hutu, Hutus, Tutsi, Tutsis, Zulu, Zulus,
Tamil, Tamils, Pashtun, Pashtuns, Basque, Basques, Flemish, Cossack, Cossacks, Tatar, Tatars, Romani, Yazidi, Yazidis,
Inuit, Maori, Hispanic, Hispanics, Latino, Latinos, Republican, Republicans, Democrat, Democrats, Communist, Communists
"""


def names_in(text: str) -> tuple[str, ...]:
    """The names of a list parted by commas, in order."""
    return tuple(name.strip() for name in text.replace("\n", " ").split(",") if name.strip())


def _rows(text: str) -> list[tuple[tuple[str, ...], ...]]:
    return [tuple(names_in(part) for part in line.split("|")) for line in text.strip().splitlines()]


ROWS: Final = _rows(_COUNTRIES) + [(*row, ()) for row in _rows(_REGIONS)]
COUNTRIES: Final = frozenset(name for names, _, _ in ROWS for name in names)
CAPITALS: Final = frozenset(name for _, _, names in ROWS for name in names)
STATES: Final = frozenset(names_in(_STATES))
PEOPLES: Final = frozenset(name for _, names, _ in ROWS for name in names) | frozenset(names_in(_PEOPLES))
ALSO_PERSONS: Final = frozenset(
    # First names and surnames as well, so that the word alone proves nothing.
    names_in("Chad, Jordan, Georgia, Holland, Virginia, Paris, Sofia, Santiago, Wellington, Kingston, Washington, Lima")
    + names_in("San Jose, Christian, Pole")
)
