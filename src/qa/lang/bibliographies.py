"""What the list of the publications that a document used is headed, in lower case."""

BIBLIOGRAPHIES = (
    "aangehaalde literatuur",
    "bibliografie",
    "bibliography",
    "bronnen",
    "bronnenlijst",
    "bronvermelding",
    "geraadpleegde bronnen",
    "geraadpleegde literatuur",
    "gebruikte bronnen",
    "gebruikte literatuur",
    "literature",
    "literatuur",
    "literatuurlijst",
    "literatuuropgave",
    "literatuurverwijzingen",
    "reference list",
    "references",
    "referenties",
    "works cited",
)
