"""Who acts in a question, and of what sort names are, in Dutch and English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actors:
    """Words of one language, all in lower case.

    `agents` are persons and bodies that want, say and do things, of which any may take the place
    of any other, and `offices` those of them that are named after a ministry; `parties` are
    political ones. `places` are names of such, and others end in one of `place_endings`; `areas`
    are nouns, or what those end in, that take the place of the name of a place; `residents` are
    what a place has so many of.

    Verbs of several end in `plural_ending`, and `plural_verbs` are the others. `adverbs` ask
    further and have no place of their own; `others` are the rest of those spoken of;
    `conditions` begin one, as those of `asking_conditions` do that begin questions too, and
    `relatives` begin any clause. Either of a pair of `opposites` may take the place of the other.
    `whole` is a pattern of what stands before a year and says that it is all of it;
    `years_earlier` and `years_later` are patterns with a `count`.
    """

    agents: frozenset[str]
    offices: frozenset[str]
    parties: frozenset[str]
    places: frozenset[str]
    place_endings: tuple[str, ...]
    areas: tuple[str, ...]
    residents: frozenset[str]
    plural_verbs: frozenset[str]
    plural_ending: str
    adverbs: frozenset[str]
    others: frozenset[str]
    conditions: frozenset[str]
    asking_conditions: frozenset[str]
    relatives: frozenset[str]
    opposites: tuple[tuple[str, str], ...]
    whole: str
    years_earlier: str
    years_later: str


_OPPOSITES = (
    "aangenomen verworpen",
    "aanwezig afwezig",
    "afgenomen toegenomen",
    "afnemen toenemen",
    "afschaffen invoeren",
    "beginnen eindigen",
    "begint eindigt",
    "dalen stijgen",
    "dicht open",
    "gedaald gestegen",
    "gesloten geopend",
    "goedkoper duurder",
    "kleiner groter",
    "lager hoger",
    "minder meer",
    "minimaal maximaal",
    "sluiten openen",
    "tegen voor",
    "verkleinen vergroten",
    "verlagen verhogen",
    "verlaagd verhoogd",
    "verminderen vermeerderen",
    "verboden toegestaan",
)

DUTCH = Actors(
    agents=frozenset(
        """
    bank bestuur bestuurder burgemeester coalitie college commissaris commissie directeur
    fractie gemeente gemeenteraad gerechtshof hof inspecteur inspectie kabinet kamer kamerlid
    minister minister-president ministerie ombudsman oppositie overheid partij politie premier
    president provincie raad rechtbank rechter regering rijk staatssecretaris vakbond verzekeraar
    voorzitter waterschap werkgever wethouder woordvoerder ziekenhuis zorgverzekeraar
    gemeenten ministers partijen provincies vakbonden verzekeraars werkgevers ziekenhuizen
    """.split()
    ),
    offices=frozenset({"minister", "ministerie", "staatssecretaris"}),
    parties=frozenset(
        """
    50plus bbb bij1 cda christenunie cu d66 denk fvd gl groenlinks ja21 nsc pvda pvdd pvv sgp sp
    volt vvd
    """.split()
    ),
    places=frozenset(
        """
    afrika amerika azië china europa frankrijk israël japan oekraïne portugal spanje turkije
    zweden
    """.split()
    ),
    place_endings=("ië", "ije", "land", "rijk"),
    areas=(
        "binnenstad", "buitenland", "buurt", "centrum", "dorp", "gebied", "gemeente", "noorden",
        "oosten", "platteland", "provincie", "randstad", "regio", "stad", "wijk", "westen",
        "zuiden",
    ),
    residents=frozenset(
        """
    banen bewoners burgers gezinnen huishoudens huizen inwoners kinderen leerlingen mensen
    ouderen scholen studenten toeristen vrouwen mannen werklozen winkels woningen
    """.split()
    ),
    plural_verbs=frozenset("doen gaan slaan staan zien zijn".split()),
    plural_ending="en",
    adverbs=frozenset(
        """
    achteraf afgelopen anders avonds binnenkort bruto concreet daarna daarvoor dagelijks
    eerder eerst middags morgens nachts ochtends s winters zomers
    gemiddeld gisteren heen inmiddels jaarlijks landelijk later maandelijks maximaal minimaal
    momenteel morgen nadien netto normaal nu overdag plaatselijk soms straks tegenwoordig terug
    toekomst toen totaal tussentijds vandaag verder voorheen vooraf voortaan vroeger wekelijks
    """.split()
    ),
    others=frozenset("andere anderen ander overige overigen rest".split()),
    conditions=frozenset("als indien mits tenzij zodra".split()),
    asking_conditions=frozenset({"wanneer"}),
    relatives=frozenset("als dat die indien omdat terwijl toen waarin waarvan zodat".split()),
    opposites=tuple((pair.split()[0], pair.split()[1]) for pair in _OPPOSITES),
    whole=r"(?:heel|geheel)",
    years_earlier=r"(?P<count>\w+) jaar (?:daarvoor|ervoor|eerder)",
    years_later=r"(?P<count>\w+) jaar (?:daarna|daarop|erna|erop|later)",
)  # fmt: skip

ENGLISH = Actors(
    agents=frozenset(
        """
    agency bank board chairman commission commissioner committee council court government judge
    mayor minister ministry municipality ombudsman opposition parliament party police president
    province regulator secretary senate senator
    """.split()
    ),
    offices=frozenset({"minister"}),
    parties=frozenset("conservatives democrats labour republicans".split()),
    places=frozenset(
        """
    africa america asia austria belgium brazil britain china denmark europe france germany
    greece hungary india israel italy japan luxembourg mexico norway portugal romania russia
    spain sweden turkey ukraine
    """.split()
    ),
    place_endings=("land", "stan"),
    areas=("area", "centre", "city", "countryside", "district", "east", "municipality", "north",
           "province", "region", "south", "town", "village", "west"),
    residents=frozenset("children homes houses households inhabitants people residents".split()),
    plural_verbs=frozenset("are do have were".split()),
    plural_ending="",
    adverbs=frozenset(
        """
    afterwards annually back before currently earlier further later nationally now otherwise
    today tomorrow yesterday
    """.split()
    ),
    others=frozenset("other others rest".split()),
    conditions=frozenset("if unless".split()),
    asking_conditions=frozenset({"when"}),
    relatives=frozenset("because if that when which while who whose".split()),
    opposites=(
        ("absent", "present"),
        ("adopted", "rejected"),
        ("against", "for"),
        ("allowed", "forbidden"),
        ("fall", "rise"),
        ("less", "more"),
        ("lower", "raise"),
    ),
    whole=r"(?:all of|the whole of)",
    years_earlier=r"(?P<count>\w+) years (?:before(?: that)?|earlier)",
    years_later=r"(?P<count>\w+) years (?:after(?: that)?|later)",
)  # fmt: skip

ACTORS = {"nl": DUTCH, "en": ENGLISH}
