"""How Dutch and English are written: hyphens, and words that a line or a title cannot end with."""

from __future__ import annotations

# Letters that, put together, would be read as one sound: "zonne-energie", "vee-industrie".
CLASHES = frozenset("aa ae ai au ee ei eu ie ii ij oe oi oo ou ui uu éé ée ée".split())
# First parts that are set off with a hyphen, and initials written small.
HYPHENED_PREFIXES = frozenset(
    "niet non ex oud vice adjunct aspirant interim kandidaat quasi post pro-life self well".split()
)
SMALL_INITIALS = frozenset(
    "aio aow cao eu hbo havo ict io it mbo mkb oso ov ozb po soa vmbo vo vwo wao wia wo woz".split()
)
# Ends of adjectives, of which two may be joined by a hyphen: "politiek-bestuurlijke". The second
# may be inflected by an "e", or end otherwise.
ADJECTIVE_ENDS = ("isch", "iek", "aal", "eel", "lijk", "ief", "baar")
FIRST_ADJECTIVE_ENDS = (*ADJECTIVE_ENDS, "vol")
OTHER_ADJECTIVE_ENDS = ("ale", "ele", "ieve", "ate", "ende")
# "drugs- en alcoholverslaving": after the hyphen it stands for a shared second half.
SHARING = frozenset("en of dan als noch tot and or to".split())
# Words that lean on the next one, so that no title and no line of an address ends in them.
NO_TITLE_ENDS_IN = tuple(
    """
    de het een van en of in op aan met voor door bij te om dat die uit is zijn worden naar
    the a an and or to for with by that from are be
    """.split()
)
NO_ADDRESS_ENDS_IN = tuple("van de der het den en voor of the and for in".split())
