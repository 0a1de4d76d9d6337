"""Names of the schema of Dutch official publications, by what they become in a document."""

from __future__ import annotations

from qa.load.elements import ElementKind

PASSED_OVER = frozenset({"metadata", "colspec"})
RUNNING_HEADS = frozenset({"kamerstukkop", "kamervraagkop", "kamervraagnummer"})
BLOCKS = frozenset("al al-groep lijst table tekst divisie tussenkop motie citaat".split())
INLINE = frozenset("nadruk extref intref sup inf noot nootref br dossierref".split())
NUMBERS = frozenset({"li.nr", "lidnr"})
SINGLE = {  # elements that are one element of the document, children and all
    "item-titel": ElementKind.HEADING,
    "kamervraagomschrijving": ElementKind.HEADING,
    "kop": ElementKind.HEADING,
    "nr": ElementKind.FURNITURE,  # of what has no title to print it with
    "nummer": ElementKind.FURNITURE,
    "omschr": ElementKind.HEADING,
    "ondertekening": ElementKind.SIGNATURE,
    "tussenkop": ElementKind.HEADING,
    "vergadering-nummer": ElementKind.HEADING,
}
TITLED = {  # the children that make the heading of an element
    "agendapunt": ("nr", "item-titel"),
    "antwoord": ("nr", "nummer"),
    "dossier": ("dossiernummer", "begrotingshoofdstuk", "titel"),
    "motie-info": ("spreker",),
    "spreekbeurt": ("spreker",),
    "stuk": ("stuknr", "titel"),
    "vraag": ("nr", "nummer"),
}
NAMELESS = frozenset(  # containers that a locator does not name
    """
    al-groep algemeen handelingen kamerstuk kamervragen lijst officiele-publicatie onderwerp stuk
    tbody tekst tgroup vrije-tekst
    """.split()
)
OPENING = frozenset(  # what follows one of these among its siblings stands under it
    {"dossier", "kamervraagomschrijving", "omschr", "tussenkop"}
)
