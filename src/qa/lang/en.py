"""English: stop words, marker words and abbreviations."""

from qa.lang.cues import Cues

STOP_WORDS = frozenset(
    """
    a about above after again against all also am an and any are as at be because been before
    being below between both but by can cannot could did do does doing done down during each
    either else ever every few for from further get gets give given had has have having he her
    here hers him his how however i if in into is it its itself just let made make many may me
    might more most much must my no nor not now of off on once one only or other ought our out
    over own per same shall she should since so some such than that the their theirs them then
    there these they this those through to too under until up upon us very was we were what
    when where whether which while who whom whose why will with within without would yes yet
    you your
    """.split()
)

# Words that are frequent in English and no words, or rare ones, in Dutch.
MARKER_WORDS = frozenset(
    """
    about against and any are as between by can did do does for from has have how if in is it
    many much of on s t than that the their there these they this to was were what when where
    which who whose why will with would you
    """.split()
)

# Words that make of a sentence its opposite.
NEGATIONS = frozenset("neither never no none nor not unless without".split())

# Abbreviations after which a sentence goes on.
ABBREVIATIONS = frozenset(
    """
    approx. art. cf. ch. dr. e.g. eq. fig. gen. i.e. messrs. mr. mrs. ms. mt. no. nos. p. para.
    pp. prof. resp. rev. sec. sen. st. v. vol. vs.
    """.split()
)

# Abbreviations that often stand at a sentence's end: a capital after them begins a new one.
CLOSING_ABBREVIATIONS = frozenset("a.m. co. corp. etc. inc. jr. ltd. p.m. sr.".split())

# Words and units that other lists hold for abbreviations; they may end a sentence.
ORDINARY_WORDS = frozenset("ark ill me ok ore".split())

# What a letter is the name of: "annex A." may end a sentence, "minister A." does not.
LETTERED_WORDS = frozenset(
    """
    annex appendix category class group level option part plan scenario schedule table type variant
    """.split()
)

# Stop words that are also surnames, or part of one: "T. May".
SURNAME_WORDS = frozenset("a an can do down few i in may more most must no own so will".split())

# Words by which a question asks for a source rather than for what the source says.
REFERENCE_WORDS = frozenset(
    "footnote gazette journal paper reference source sources cited citation".split()
)

# Words that begin a sentence which leans on the one before it.
LEANING_WORDS = frozenset(
    "he however it its she such that therefore these they this those thereby".split()
)

# What a signature says without saying it: context to find it by.
SIGNATURE_LEAD = "This letter is signed by its sender,"

# Said of a paragraph at the head of a document that states one of these.
METADATA_LEADS = {
    "title": "The title and subject of this letter, this document:",
    "date": "The date on which this letter, this document was written:",
    "sender": "The sender of this letter, this document:",
    "recipient": "This letter is addressed to:",
    "reference": "The reference and number of this letter, this document:",
}

# Words by which a question asks who signed.
SIGNATURE_WORDS = frozenset("sender signatory signature signed signs".split())

# How sentences lean on each other, items are counted, and lists are asked for.
CUES = Cues(
    continuing=frozenset("also and both but furthermore moreover nevertheless so thus yet".split()),
    bare=frozenset(),  # "it" leans by itself
    verbs=frozenset(
        """
        are can could did do does had has have is may might must shall should was were will would
        """.split()
    ),
    pronouns=frozenset(),
    joining=frozenset({"and", "or"}),
    first_items=frozenset({"first", "firstly", "in the first place", "on the one hand"}),
    next_items=frozenset(
        {
            "finally",
            "fourth",
            "fourthly",
            "in the second place",
            "lastly",
            "on the other hand",
            "second",
            "secondly",
            "third",
            "thirdly",
        }
    ),
    one_side=frozenset({"on the one hand"}),
    other_side=frozenset({"on the other hand"}),
    list_words=frozenset("enumerate examples overview reasons".split()),
    list_commands=frozenset("enumerate list".split()),
    naming_commands=frozenset({"name"}),
    list_openers=(
        "a list of",
        "please list",
        "please name",
        "what are",
        "what were",
        "who are",
        "who were",
    ),
    choosing=("which", "what"),
    pronominal=frozenset({"what"}),
    plurals=frozenset("children criteria men people women".split()),
    plural_endings=("s",),
    singular_endings=("is", "ss"),
    singulars=frozenset(
        """
        affects appeal applies approval arrival bonus building campus capital causes census clinic
        comes consensus consists constitutes contributes corpus counts covers creates decides
        defines depends determines directive distinguishes does drives ensures executive explains
        focus follows funding gives goal goes governs happens has hearing helps hospital housing
        includes incentive indicates initiative involves is journal justifies keeps leads library
        lies makes matters means meeting mentions motivates news objective official perspective
        portal prevents prompts proposal protects proves questions relates remains requires
        ruling says secretary series shows signs stands status stops suggests summary table takes
        this topic total traffic training trial underlies virus was works
        """.split()
    ),
    adjective_endings=tuple("able al ary ean ed ern ese ful ible ic ing ish ive less ous".split()),
    modifiers=frozenset(
        """
        big best current different few first important key large least less main major minor more
        most new next old other private public recent small three very young
        """.split()
    ),
    counts=frozenset("both two three four five six seven eight nine ten".split()),
    verbs_in_plural=("s",),
    nominal_endings=tuple(
        """
        ances ancies ences encies forces groups ists ities members ments ntries ories rties sectors
        ships sions states stries tions
        """.split()
    ),
    objects=frozenset(
        """
        a all an any each every he her here him his how i it its me my our she that the their them
        there these they this those us we what when where whether which who why you your
        """.split()
    ),
    participles=("ed",),
)
