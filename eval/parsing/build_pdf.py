"""Makes the PDF files of the gold, with reportlab, which nothing else needs.

    pip install reportlab && python eval/parsing/build_pdf.py

They are committed as made; their gold was written by hand from what a reader sees. In the texts
`^1^` is a raised footnote mark, and a soft hyphen is a place where a line may break.
"""

from __future__ import annotations

from pathlib import Path

from pdf_sheet import BOLD, HEIGHT, SANS, SERIF, Sheet

FOLDER = Path(__file__).parent / "pdf"


def letter() -> None:
    """A letter over two pages: notes, and a sentence that goes on after foot, notes and head."""
    s = Sheet(FOLDER / "brief.pdf")
    s.line("Provincie Waterland", 70, HEIGHT - 60, BOLD, 14)
    s.line("Afdeling Dijken en Sluizen", 400, HEIGHT - 60, SANS, 8)
    s.line("Postbus 77", 400, HEIGHT - 70, SANS, 8)
    s.y = HEIGHT - 130
    s.text("Aan de leden van Provinciale Staten", after=2)
    s.text("Edam, 14 mei 2031", after=18)
    s.text("Betreft: herstel van de zuidelijke dijk", after=18)
    s.text("Geachte leden,")
    s.text(
        "Op 2 april heeft u mij gevraagd hoe het staat met het herstel van de zuidelijke dijk. In "
        "deze brief ga ik daarop in. De werk\u00adzaam\u00adheden zijn in het najaar begonnen^1^ en "
        "lopen volgens de planning die ik eerder met u heb besproken."
    )
    s.text("Stand van zaken", BOLD, after=3)
    s.text(
        "Van de zeven vakken zijn er vier gereed. In het vijfde vak is meer klei nodig gebleken dan "
        "was berekend, omdat de onder\u00adgrond daar slapper is. De aannemer heeft dat opgevangen "
        "door in twee ploegen te werken.^2^"
    )
    s.text(
        "De kosten blijven binnen het krediet van 18,4 miljoen euro dat u hebt verleend. Wel is de "
        "post onvoorzien voor driekwart gebruikt, zodat een nieuwe tegenvaller niet meer uit het "
        "krediet kan worden betaald. Ik houd daarom de vinger aan de pols, en zal u"
    )
    s.notes(
        [
            "^1^ Zie de brief van 3 november 2030 over de aanvang van het werk.",
            (
                "^2^ Volgens opgave van de aannemer; de ploegen werken van zes tot twee uur en van twee "
                "tot tien uur, ook op zaterdag."
            ),
        ]
    )
    s.furniture("Provincie Waterland", "Pagina 1 van 2")
    s.page()
    s.text(
        "voor de zomer opnieuw schrijven, wanneer de metingen in het zesde vak^3^ bekend zijn en "
        "duidelijk is of de planning gehandhaafd blijft."
    )
    s.text("Vervolg", BOLD, after=3)
    s.text("In de komende maanden gebeurt het volgende:")
    s.text("• het zesde vak wordt ont\u00adgraven en opnieuw opge\u00adbouwd;", indent=14, after=3)
    s.text(
        "• de oude sluis krijgt nieuwe deuren, die in de winter zijn gemaakt;", indent=14, after=3
    )
    s.text("• de weg over de dijk gaat in juli weer open.", indent=14)
    s.text("Hoogachtend,", after=24)
    s.text("de gedeputeerde voor Water,", after=2)
    s.text("M. van der Zijl", after=2)
    s.notes(["^3^ Deze metingen doet het waterschap, niet de provincie."])
    s.furniture("Provincie Waterland", "Pagina 2 van 2")
    s.canvas.save()


def columns() -> None:
    """A report in two columns under a title over the page's width."""
    s = Sheet(FOLDER / "kolommen.pdf", size=10)
    s.furniture("Jaarverslag Fietsraad 2032", "7")
    s.text("De fiets in de stad", BOLD, 20, after=14)
    top = s.y
    s.width = 215
    s.text("Meer ritten", BOLD, 12, after=3)
    s.text(
        "In 2032 werd in de vijf grootste steden meer gefietst dan in enig jaar daar\u00advoor. Het "
        "aantal ritten steeg met zes procent, en de gemiddelde rit werd langer. Vooral bij jongeren "
        "tussen twaalf en achttien jaar was de groei groot.",
        after=6,
    )
    s.text(
        "De Fietsraad schrijft die groei toe aan drie dingen: betere fiets\u00adpaden, meer "
        "stal\u00adlingen bij de stations, en de hogere prijs van het parkeren in de "
        "binnen\u00adstad.^1^ Welke van de drie het zwaarst weegt, is niet onderzocht.",
        after=6,
    )
    s.text("Veiligheid", BOLD, 12, after=3)
    s.text(
        "Het aantal ernstige onge\u00advallen bleef gelijk. Omdat er meer wordt gefietst, is het "
        "risico per kilometer dus gedaald. Op krui\u00adsingen zonder stoplicht ging het vaker mis",
        after=0,
    )
    s.notes(["^1^ Gemiddeld 5,20 euro per uur."])
    s.left, s.y = 310, top
    s.text(
        "dan vorig jaar; daar vielen 41 zwaar\u00adgewonden, tegen 36 het jaar ervoor. De meesten "
        "van hen waren ouder dan zeventig.",
        after=6,
    )
    s.text("Wat de steden doen", BOLD, 12, after=3)
    s.text(
        "Alle vijf steden maken hun drukste krui\u00adsingen over\u00adzichte\u00adlijker. Twee van "
        "hen verlagen ook de maximum\u00adsnelheid naar dertig kilo\u00admeter per uur.",
        after=6,
    )
    s.text(
        "De kosten daarvan worden gedeeld met het Rijk, dat voor ieder project de helft betaalt.",
        after=6,
    )
    s.page()
    s.furniture("Jaarverslag Fietsraad 2032", "8")
    s.left, top = 70, s.y
    s.text("Vooruitblik", BOLD, 12, after=3)
    s.text(
        "In 2033 onderzoekt de Fietsraad hoe ouderen langer veilig kunnen fietsen. Het onderzoek "
        "duurt twee jaar en wordt samen met de uni\u00adversi\u00adteit gedaan.",
        after=6,
    )
    s.left, s.y = 310, top
    s.text(
        "Een eerste verslag verschijnt in het voor\u00adjaar van 2034. Tot die tijd blijft het "
        "advies om op een fiets met lage instap te rijden.",
        after=6,
    )
    s.canvas.save()


def report() -> None:
    """A report with numbered headings, paragraphs told by indents alone, a table and a list."""
    s = Sheet(FOLDER / "rapport.pdf")
    s.furniture("Rekenkamer Oosterveen | Grip op bomen", "12")
    s.text("2 Bevindingen", BOLD, 15, after=6)
    s.text("2.1 Het beheer van bomen", BOLD, 12, after=4)
    s.text(
        "De gemeente beheert 23.000 bomen. Van elke boom staat in een bestand waar hij staat, hoe "
        "oud hij is en wanneer hij voor het laatst is bekeken. Dat bestand is volledig.",
        after=0,
    )
    s.text(
        "Niet alle bomen worden op tijd bekeken. Bij een op de zes was de laatste inspectie langer "
        "dan drie jaar geleden, terwijl de gemeente zelf drie jaar als grens stelt.",
        first=16,
        after=0,
    )
    s.text(
        "De oorzaak is een tekort aan mensen. Er zijn twee inspecteurs, waar er vier nodig zijn.",
        first=16,
        after=10,
    )
    s.text("2.2 De kosten", BOLD, 12, after=4)
    s.text("Tabel 3 laat zien wat het beheer in drie jaar heeft gekost.", after=6)
    s.text("Tabel 3 Kosten van het beheer in duizenden euro's", "Times-Italic", 9, after=2)
    rows = [
        ("Onderdeel", "2029", "2030", "2031"),
        ("Snoeien", "410", "455", "470"),
        ("Inspectie", "120", "118", "122"),
        ("Nieuwe bomen", "96", "240", "305"),
    ]
    y = s.y
    for number, row in enumerate(rows):
        for x, cell in zip((74, 240, 330, 420), row, strict=True):
            s.line(cell, x, y - 12, BOLD if number == 0 else SERIF, 10)
        s.canvas.line(70, y, 500, y)
        y -= 17
    s.canvas.line(70, y, 500, y)
    s.y = y - 22
    s.text(
        "De uitgaven voor nieuwe bomen zijn verdrie\u00advoudigd. Dat komt door drie besluiten van "
        "de raad:"
    )
    s.text("a. het planten van duizend bomen langs de ringweg;", indent=14, after=2)
    s.text("b. het vervangen van zieke essen in het park;", indent=14, after=2)
    s.text(
        "c. een subsidie voor bomen in eigen tuin, waarvan de helft in het eerste jaar is",
        indent=14,
        after=0,
    )
    s.page()
    s.furniture("Rekenkamer Oosterveen | Grip op bomen", "13")
    s.text("uitgekeerd en de rest in het tweede.", indent=26)
    s.text("3 Conclusie", BOLD, 15, after=6)
    s.text(
        "De gemeente weet welke bomen zij heeft, maar kijkt er te weinig naar. De rekenkamer beveelt "
        "aan het aantal inspecteurs te verdubbelen."
    )
    s.canvas.save()


def questions() -> None:
    """Answers to members' questions: each question repeated above its answer."""
    s = Sheet(FOLDER / "antwoorden.pdf")
    s.text("Antwoorden op de vragen van het lid Roodbaard over nachttreinen", BOLD, 13, after=14)
    pairs = [
        (
            "Kent u het bericht dat de nachttrein naar Praag in 2032 niet meer rijdt?^1^",
            "Ja.",
        ),
        (
            (
                "Is het waar dat de vervoerder al in januari heeft laten weten te willen stoppen? Zo ja, "
                "waarom is de Kamer daarover niet ingelicht?"
            ),
            (
                "De vervoerder heeft op 12 januari laten weten dat hij de lijn wilde herzien. Van "
                "stoppen was toen geen sprake. Het besluit is pas op 3 juni genomen."
            ),
        ),
        (
            "Welke mogelijkheden ziet u om de trein alsnog te laten rijden?",
            (
                "Ik ben in gesprek met twee andere vervoerders. Een van hen kan vanaf december drie "
                "keer per week rijden, als het spoor bij de grens dan klaar is."
            ),
        ),
    ]
    for number, (question, answer) in enumerate(pairs, start=1):
        s.text(f"Vraag {number}", BOLD, after=2)
        s.text(question, "Times-Italic")
        s.text(f"Antwoord op vraag {number}", BOLD, after=2)
        s.text(answer)
    s.notes(["^1^ Reisblad, 20 juni 2032, «Laatste nachttrein»."])
    s.furniture("", "Pagina 1 van 1")
    s.canvas.save()


if __name__ == "__main__":
    for build in (letter, columns, report, questions):
        build()
