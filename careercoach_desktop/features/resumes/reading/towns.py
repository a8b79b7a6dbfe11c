"""Towns people write without a country behind them, in the spellings of the languages we read.

Only places that are hardly anything else: no given names (Sofia, Austin), no companies, no common words.
"""

from __future__ import annotations

from functools import lru_cache

from .headings import plain

_TOWNS = """
London|Manchester|Birmingham|Leeds|Liverpool|Sheffield|Bristol|Edinburgh|Glasgow|Cardiff|Belfast|Nottingham|Leicester
|Newcastle|Newcastle upon Tyne|Southampton|Brighton|Oxford|Cambridge|Dublin|Cork|Galway
|Berlin|Hamburg|München|Munich|Köln|Cologne|Frankfurt|Frankfurt am Main|Stuttgart|Düsseldorf|Dortmund|Essen|Leipzig
|Dresden|Hannover|Nürnberg|Nuremberg|Bremen|Duisburg|Bochum|Wuppertal|Bielefeld|Bonn|Münster|Karlsruhe|Mannheim
|Augsburg|Wiesbaden|Aachen|Heidelberg|Darmstadt|Potsdam|Freiburg|Mainz|Kassel|Kiel|Lübeck|Rostock|Erfurt|Jena|Ulm
|Regensburg|Würzburg|Tübingen|Göttingen|Wien|Vienna|Graz|Linz|Salzburg|Innsbruck|Zürich|Zurich|Genf|Geneva|Genève
|Basel|Bern|Lausanne|Luzern|Winterthur|St. Gallen
|Paris|Lyon|Marseille|Toulouse|Bordeaux|Lille|Nantes|Strasbourg|Rennes|Montpellier|Grenoble|Nice|Rouen|Reims|Dijon
|Angers|Toulon|Clermont-Ferrand|Bruxelles|Brussels|Brussel|Antwerpen|Antwerp|Gent|Ghent|Liège|Leuven|Luxembourg
|Madrid|Barcelona|Sevilla|Seville|Zaragoza|Málaga|Bilbao|Murcia|Alicante|Valladolid|Vigo|Palma de Mallorca
|Las Palmas|Buenos Aires|Bogotá|Medellín|Ciudad de México|Mexico City|Guadalajara|Monterrey|Lima|Montevideo|Quito
|Caracas|Santiago de Chile
|Lisboa|Lisbon|Porto|Braga|Coimbra|Aveiro|São Paulo|Rio de Janeiro|Belo Horizonte|Brasília|Curitiba|Porto Alegre
|Recife|Fortaleza|Florianópolis|Campinas
|Milano|Milan|Roma|Rome|Torino|Turin|Napoli|Naples|Bologna|Firenze|Genova|Verona|Padova|Venezia|Venice|Palermo|Bari
|Trieste|Modena|Parma|Brescia|Bergamo|Pisa|Catania
|Amsterdam|Rotterdam|Den Haag|The Hague|Utrecht|Eindhoven|Groningen|Tilburg|Delft|Leiden|Nijmegen|Maastricht|Arnhem
|Copenhagen|København|Stockholm|Göteborg|Gothenburg|Malmö|Oslo|Bergen|Helsinki|Espoo|Reykjavík|Tallinn|Riga|Vilnius
|Warsaw|Warszawa|Kraków|Krakow|Wrocław|Poznań|Gdańsk|Łódź|Prague|Praha|Brno|Bratislava|Budapest|Bucharest|București
|Cluj-Napoca|Belgrade|Beograd|Zagreb|Ljubljana|Athens|Thessaloniki|Istanbul|Ankara|Izmir|Kyiv|Lviv|Minsk|Moscow
|Saint Petersburg
|New York|New York City|NYC|Los Angeles|San Francisco|San Diego|San Jose|Seattle|Chicago|Boston|Philadelphia|Atlanta
|Miami|Dallas|Houston|Denver|Minneapolis|Detroit|Pittsburgh|Baltimore|Las Vegas|Salt Lake City|Nashville|Cleveland
|Cincinnati|Milwaukee|Indianapolis|Sacramento|Oakland|Palo Alto|Mountain View|Menlo Park|Cupertino|Redmond|Honolulu
|San Antonio|New Orleans|St. Louis|Kansas City|Tampa|Washington, D.C.|Washington DC|Bay Area|San Francisco Bay Area
|Greater London|Toronto|Montréal|Montreal|Vancouver|Ottawa|Calgary|Edmonton|Waterloo|Québec
|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Auckland|Wellington
|Bangalore|Bengaluru|Mumbai|New Delhi|Delhi|Hyderabad|Chennai|Pune|Kolkata|Ahmedabad|Gurgaon|Gurugram|Noida|Kochi
|Karachi|Lahore|Islamabad|Dhaka|Colombo|Kathmandu
|Singapore|Hong Kong|Shanghai|Beijing|Shenzhen|Guangzhou|Hangzhou|Chengdu|Nanjing|Wuhan|Taipei|Tokyo|Osaka|Kyoto
|Yokohama|Nagoya|Fukuoka|Seoul|Busan|Bangkok|Jakarta|Kuala Lumpur|Manila|Hanoi|Ho Chi Minh City
|Dubai|Abu Dhabi|Riyadh|Doha|Tel Aviv|Jerusalem|Beirut|Cairo|Casablanca|Rabat|Tunis|Algiers|Lagos|Abuja|Accra|Nairobi
|Kampala|Addis Ababa|Johannesburg|Cape Town|Durban|Pretoria
|北京|上海|深圳|广州|杭州|成都|南京|武汉|西安|苏州|天津|重庆|台北|东京|東京|東京都|大阪|大阪府|京都|名古屋|横浜|福岡
"""


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(plain(town.strip()) for town in _TOWNS.replace("\n", "").split("|"))


def is_town(text: str) -> bool:
    """Whether a text is the name of a well known town and nothing else; accents and case do not matter."""
    return plain(text) in _names()
