"""Makes the DOCX files of the gold, as plain WordprocessingML, with the standard library alone.

    python eval/parsing/build_docx.py

They are committed as made; their gold was written by hand from what a reader sees.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

FOLDER = Path(__file__).parent / "docx"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
</w:styles>"""
_NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


def p(text: str, style: str = "", *, bold: bool = False, number: bool = False) -> str:
    """A paragraph; `{1}` is a reference to footnote 1, `|` a break of the line."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    strong = "<w:rPr><w:b/></w:rPr>" if bold else ""
    runs = ""
    for index, part in enumerate(text.replace("}", "{").split("{")):
        if index % 2:
            runs += f'<w:r><w:footnoteReference w:id="{part}"/></w:r>'
            continue
        lines = part.split("|")
        inside = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
        runs += f"<w:r>{strong}{inside}</w:r>"
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def table(rows: list[list[str]], *, head: bool = True) -> str:
    """A table, the first row of which is repeated as its head."""
    made = ""
    for index, row in enumerate(rows):
        mark = "<w:trPr><w:tblHeader/></w:trPr>" if head and index == 0 else ""
        made += f"<w:tr>{mark}{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in row)}</w:tr>"
    return f"<w:tbl>{made}</w:tbl>"


def write(name: str, body: list[str], notes: list[str], header: str, footer: str) -> None:
    """A DOCX package."""
    parts = {
        "word/document.xml": (
            (
                f"<w:document {W} {R}><w:body>{''.join(body)}<w:sectPr>"
                '<w:headerReference w:type="default" r:id="h"/>'
                '<w:footerReference w:type="default" r:id="f"/></w:sectPr></w:body></w:document>'
            ),
            "document.main",
        ),
        "word/styles.xml": (_STYLES, "styles"),
        "word/numbering.xml": (_NUMBERING, "numbering"),
        "word/header1.xml": (f"<w:hdr {W}>{p(header)}</w:hdr>", "header"),
        "word/footer1.xml": (f"<w:ftr {W}>{p(footer)}</w:ftr>", "footer"),
        "word/footnotes.xml": (
            f"<w:footnotes {W}>"
            + "".join(
                f'<w:footnote w:id="{i}"><w:p><w:r><w:footnoteRef/></w:r>'
                f'<w:r><w:t xml:space="preserve"> {note}</w:t></w:r></w:p></w:footnote>'
                for i, note in enumerate(notes, start=1)
            )
            + "</w:footnotes>",
            "footnotes",
        ),
    }
    types = "".join(
        f'<Override PartName="/{part}" ContentType="{_KIND}{kind}+xml"/>'
        for part, (_, kind) in parts.items()
    )
    kinds = {"s": "styles", "n": "numbering", "h": "header", "f": "footer", "o": "footnotes"}
    files = {"s": "styles", "n": "numbering", "h": "header1", "f": "footer1", "o": "footnotes"}
    relations = "".join(
        f'<Relationship Id="{i}" Type="{_RELATION}{kinds[i]}" Target="{files[i]}.xml"/>'
        for i in kinds
    )
    package = "http://schemas.openxmlformats.org/package/2006/"
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{package}content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}relationships"><Relationship Id="d" '
        f'Type="{_RELATION}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}relationships">'
        f"{relations}</Relationships>",
        **{part: text for part, (text, _) in parts.items()},
    }
    with zipfile.ZipFile(FOLDER / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, text in texts.items():
            archive.writestr(zipfile.ZipInfo(part, (2030, 1, 1, 0, 0, 0)), _HEAD + text)


def report() -> None:
    """Headings by style, a numbered list, a table with a head, footnotes, head and foot."""
    write(
        "rapport.docx",
        [
            p("Onderzoek naar de stadsbus", "Kop1"),
            p("De stadsbus van Veenoord rijdt sinds 2024 zonder bestuurder.{1} Wij onderzochten "
              "of reizigers daar tevreden over zijn."),
            p("Uitkomsten", "Kop2"),
            p("Drie dingen vallen op:"),
            p("De bus is vaker op tijd dan vroeger.", number=True),
            p("Ouderen vinden instappen lastig.", number=True),
            p("In de avond voelen reizigers zich minder veilig.{2}", number=True),
            p("Tabel 1: tevreden reizigers per lijn"),
            table([["Lijn", "2024", "2031"], ["1 Station", "61%", "78%"], ["2 Haven", "58%", "66%"]]),
            p("Aanbeveling", "Kop2"),
            p("Zet in de avond een gastheer op de bus."),
        ],
        ["Besluit van de raad van 4 mei 2023.", "Vooral op lijn 2."],
        "Onderzoeksbureau Noorderlicht",
        "Vertrouwelijk",
    )  # fmt: skip


def letter() -> None:
    """A letter whose headings are only bold, with breaks of the line and questions."""
    write(
        "brief.docx",
        [
            p("Aan de Voorzitter van de Tweede Kamer|Postbus 20018|2500 EA Den Haag"),
            table([["Datum", "6 juli 2032"], ["Betreft", "Vragen over veerponten"]], head=False),
            p("Geachte voorzitter,"),
            p("Hierbij beantwoord ik de vragen van het lid Smit over veerponten.{1}"),
            p("Vraag 1", bold=True),
            p("Hoeveel veerponten zijn er in 2031 opgeheven?"),
            p("Antwoord op vraag 1", bold=True),
            p("Er zijn vier veerponten opgeheven."),
            p("Het gaat om ponten over de Maas en de Waal."),
            p("Vraag 2", bold=True),
            p("Komt er een fonds voor ponten die verlies maken?"),
            p("Antwoord op vraag 2", bold=True),
            p("Ja. In het fonds komt dit jaar 3 miljoen euro."),
            p("Hoogachtend,"),
            p("De Minister van Infrastructuur en Waterstaat,|A. Visser-de Wit"),
        ],
        ["Ingezonden op 11 juni 2032."],
        "",
        "Pagina",
    )


if __name__ == "__main__":
    report()
    letter()
