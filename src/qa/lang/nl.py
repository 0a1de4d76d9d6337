"""Dutch: stop words, marker words and abbreviations."""

from qa.lang.cues import Cues

STOP_WORDS = frozenset(
    """
    aan achter al alle alles als alsnog altijd ander andere bent bij binnen boven buiten daar
    daaraan daarbij daardoor daarin daarmee daarna daarnaast daarom daarop daarover daartoe
    daarvan daarvoor dan dat de deze die dit doen doet door dus een echter eens elk elke en
    enige enkele er eraan erbij erdoor erin ermee erop erover ertoe ervan ervoor ge geen gaan
    gaat gedaan geweest gij had hadden hare heb hebben hebt heeft heel hem hen het hier
    hierbij hierin hierop hiervan hij hoe hoeveel hoewel hun ieder iedere iemand iets ik in
    indien is ja je jou jouw jullie kan konden kon krijgen krijgt kunnen kunt maar me mee meer
    meest men met mij mijn moest moet moeten mocht mogen na naar nadat nee niemand niet niets
    nog nu of om omdat onder ons onze ook op over per reeds sinds te tegen ten ter tevens toch
    toe toen tot tussen tijdens u uit uw vaak van vanaf vanuit veel vooral voor waar waaraan
    waarbij waardoor waarin waarmee waarom waaronder waarop waarover waartoe waarvan waarvoor
    wanneer want waren was wat we weer wel welk welke werd werden wie wiens wij wil willen
    worden wordt wordt zal ze zelf zich zij zijn zo zoals zou zouden zowel zullen zult zonder
    """.split()
)

# Words that are frequent in Dutch and no words, or rare ones, in English.
MARKER_WORDS = frozenset(
    """
    aan bij dat de deze die dit een en er gaat geen het heeft hebben hij hoe hoeveel ik is in
    kan klopt maar met naar niet noem of om ook op over te tot uit van vanwege voor waar
    waarom wanneer wat welk welke werd wie wij worden wordt zijn zij zo zou
    """.split()
)

# Words that make of a sentence its opposite.
NEGATIONS = frozenset("geen niemand niet niets noch nooit tenzij zonder".split())

# Abbreviations after which a sentence goes on.
ABBREVIATIONS = frozenset(
    """
    a.b.i. a.d.h.v. a.i. aanh. aant. afb. afd. afl. art. artt. b.v. bijl. bijv. blz. bv. c.q.
    ca. cf. d.d. d.i. d.m.v. d.w.z. dd. dhr. dr. drs. e.v. excl. fig. gem. gew. hfdst. hfst. hr.
    i.c. i.h.b. i.o. i.p.v. i.t.t. i.v.m. incl. ing. ir. jhr. jkvr. jo. joh. kamerst. kenm.
    m.a.w. m.b.t. m.b.v. m.i. m.i.v. m.m.v. m.n. max. mevr. min. mld. mln. mr. mv. mw. n.a.v.
    n.b. nl. no. nr. nrs. o.a. o.b.v. o.g.v. o.l.v. o.m. o.v.v. ong. p. pag. par. pct. ph. plm.
    plv. prof. red. ref. resp. st. stb. stcrt. t.a.v. t.b.v. t.g.v. t.m. t.n.v. t.o.v. t.w. tel.
    th. trb. v. v.a. vgl. vlg. vnl. vs. w.o. z.g. zgn.
    """.split()
)

# Abbreviations that often stand at a sentence's end: a capital after them begins a new one.
# For those above as well, it must be a word that cannot belong to them ("5 mln. De rest").
CLOSING_ABBREVIATIONS = frozenset(
    """
    a.s. c.a. c.s. e.a. e.d. e.o. enz. etc. jl. jr. kenm. l.l. mld. mln. n.v.t. pct. ref. sr.
    """.split()
)

# Words and units that other lists hold for abbreviations; they may end a sentence.
ORDINARY_WORDS = frozenset(
    "al app bet dat ex gen kg lat me ov pan pas po pol top u ver vo vol".split()
)

# What a letter is the name of: "bijlage A." may end a sentence, "minister A." does not.
LETTERED_WORDS = frozenset(
    """
    artikel bijlage box categorie deel groep klasse niveau optie plan scenario tabel type variant
    """.split()
)

# Stop words that are also part of a surname, and then may have a capital too: "A. De Vries".
SURNAME_WORDS = frozenset("aan bij de in onder op over te ten ter tot uit van voor".split())

# Words by which a question asks for a source rather than for what the source says.
REFERENCE_WORDS = frozenset(
    """
    aanhangsel bijlagenummer bladzijde bron bronvermelding bronnen kamerstuk kamerstuknummer
    kamerstukken noot publicatieblad staatsblad staatscourant verwijst verwijzing vindplaats
    voetnoot vergaderjaar dossiernummer documentnummer
    """.split()
)

# Words that begin a sentence which leans on the one before it.
LEANING_WORDS = frozenset(
    """
    daar daaraan daarbij daardoor daarin daarmee daarna daarnaast daarom daarop daarover daartoe
    daarvan daarvoor dat deze die dit diens dergelijke hierbij hierdoor hierin hiermee hierop
    hiervan hiervoor hij zij ze zulke echter immers
    """.split()
)

# What a signature says without saying it: context to find it by.
SIGNATURE_LEAD = "Deze brief is ondertekend door de afzender,"

# Said of a paragraph at the head of a document that states one of these.
METADATA_LEADS = {
    "title": "De titel en het onderwerp van deze brief, dit stuk:",
    "date": "De datum waarop deze brief, dit stuk is geschreven:",
    "sender": "De afzender van deze brief, dit stuk:",
    "recipient": "Deze brief is gericht aan:",
    "reference": "Het kenmerk en nummer van deze brief, dit stuk:",
}

# Words by which a question asks who signed.
SIGNATURE_WORDS = frozenset(
    """
    afzender getekend handtekening ondertekenaar ondertekend ondertekende ondertekent tekende
    """.split()
)

# How sentences lean on each other, items are counted, and lists are asked for.
CUES = Cues(
    continuing=frozenset(
        """
        beide bovendien daaruit daartegenover desalniettemin desondanks ditzelfde dus
        eerstgenoemde en eveneens hieraan hiernaast hierover hiertoe hieruit hun laatstgenoemde
        maar niettemin ook tevens toch verder vervolgens voorts want wel zo zodoende
        """.split()
    ),
    bare=frozenset({"het"}),
    verbs=frozenset(
        """
        betreft blijft blijkt gaat had heeft is kan kon lijkt moet mag richt was werd wordt
        zal zou hebben konden kunnen moeten waren werden willen worden zijn zouden zullen
        """.split()
    ),
    pronouns=frozenset({"hij", "zij", "ze"}),
    joining=frozenset({"en", "of"}),
    first_items=frozenset(
        {"aan de ene kant", "allereerst", "enerzijds", "in de eerste plaats", "ten eerste"}
    ),
    next_items=frozenset(
        {
            "aan de andere kant",
            "anderzijds",
            "in de derde plaats",
            "in de tweede plaats",
            "ten derde",
            "ten slotte",
            "ten tweede",
            "ten vierde",
            "ten vijfde",
            "tenslotte",
            "tot slot",
        }
    ),
    one_side=frozenset({"aan de ene kant", "enerzijds"}),
    other_side=frozenset({"aan de andere kant", "anderzijds"}),
    list_words=frozenset("allemaal opgesomd opsomming overzicht redenen rijtje".split()),
    list_commands=frozenset({"som"}),
    naming_commands=frozenset({"noem"}),
    list_openers=(
        "een lijst met",
        "een lijst van",
        "waaruit bestaa",
        "wat zijn",
        "wie hebben",
        "wie kunnen",
        "wie moeten",
        "wie werden",
        "wie willen",
        "wie worden",
        "wie zijn",
    ),
    choosing=("welke", "wat voor"),
    pronominal=frozenset(),
    plurals=frozenset("centra criteria".split()),
    plural_endings=("en", "s", "'s", "’s"),
    singular_endings=("ie", "is", "ss", "us"),
    singulars=frozenset(
        """
        beurs boete deken eis fles gegeven gemeente grens haven hebben jongen kans keten
        klas koers leven mens moeten oven periode plaats prijs proces reden reeks rente teken
        termijn toren waarde wagen wens worden ziekte zijn
        """.split()
    ),
    adjective_endings=("e",),
    modifiers=frozenset("andere extra meer meest minder minst soort soorten zeer".split()),
    counts=frozenset("beide drie twee vier vijf zes zeven acht negen tien".split()),
    verbs_in_plural=(),
    nominal_endings=(),
    objects=frozenset(),
    participles=(),
)
