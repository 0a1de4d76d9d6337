"""Pages of PDFs: their furniture, footnotes, columns, and what goes on over a page."""

from pdf_files import FIRST, FIRST_READ, SECOND, SECOND_READ, Sheet, outline

from qa.ledger import Role, ledger


def test_two_columns_are_read_one_after_the_other() -> None:
    left = (
        "Het veer vaart ieder half uur van",
        "de kade naar het eiland. Wie met",
        "een fiets komt betaalt een euro",
        "meer, en honden varen mee als",
        "zij aan de lijn zijn. In de winter",
        "vaart het veer alleen des morgens",
        "en op zondag in het geheel niet,",
        "omdat er dan te weinig mensen",
    )
    right = (
        "op het eiland moeten zijn om de",
        "kosten van de vaart te dragen.",
        "Kaarten zijn te koop aan boord",
        "en bij de winkel op de kade. Wie",
        "een jaarkaart heeft mag gratis",
        "een kind onder de twaalf jaar",
        "meenemen, behalve op dagen",
        "waarop er een feest wordt gevierd.",
    )
    sheet = Sheet()
    sheet.text(60, 80, "Het veer naar het eiland", 18)
    sheet.lines(60, 120, *left)
    sheet.lines(330, 120, *right)
    document = sheet.load()
    assert outline(document) == ["# Het veer naar het eiland", " ".join((*left, *right))]
    assert len(document.paragraphs[0].reading.pieces) == 1


def test_running_head_foot_and_page_numbers_are_furniture() -> None:
    sheet = Sheet()
    for number in range(1, 4):
        sheet.text(60, 40, "Verslag van de brug", 8)
        sheet.lines(60, 100, *(FIRST if number % 2 else SECOND))
        sheet.text(290, 800, str(number + 6), 8)
        if number < 3:
            sheet.next_page()
    document = sheet.load()
    assert outline(document) == [FIRST_READ, SECOND_READ, FIRST_READ]
    furniture = [document.text[slice(*span)] for span in document.furniture]
    assert furniture == [f for n in "789" for f in ("Verslag van de brug", n)]
    assert [(page.page, page.label) for page in document.pages] == [(1, "7"), (2, "8"), (3, "9")]


def test_a_foot_stands_as_far_from_the_edge_of_a_page_on_its_side() -> None:
    sheet = Sheet()
    for number in range(1, 5):
        if number > 1:
            sheet.next_page()
        wide = number == 3
        sheet.canvas.setPageSize((842, 595) if wide else (595, 842))
        sheet.height = 595 if wide else 842
        sheet.lines(60, 100, *FIRST)
        sheet.text(60, sheet.height - 40, f"Bureau | {number}")
    document = sheet.load()
    assert outline(document) == [FIRST_READ] * 4
    assert [page.label for page in document.pages] == ["1", "2", "3", "4"]


def test_paragraph_goes_on_over_a_page() -> None:
    sheet = Sheet()
    sheet.lines(60, 780, *FIRST[:2])
    sheet.text(290, 820, "1", 8)
    sheet.next_page()
    sheet.lines(60, 60, FIRST[2])
    sheet.lines(60, 90, *SECOND)
    sheet.text(290, 820, "2", 8)
    document = sheet.load()
    assert outline(document) == [FIRST_READ, SECOND_READ]
    first = document.paragraphs[0]
    assert first.pages == (1, 2)
    assert [document.text[slice(*piece)] for piece in first.reading.pieces] == [
        "\n".join(FIRST[:2]),
        FIRST[2],
    ]
    assert document.text.count("\f") == 1


def test_hyphen_at_a_line_end() -> None:
    sheet = Sheet()
    sheet.lines(
        60,
        100,
        "De vergunning geldt voor alle voertuigen die zwaarder zijn dan de brug mag dra-",
        "gen, ook voor die van de hulpdiensten en van de firma die het onderhoud doet.",
    )
    document = sheet.load()
    (paragraph,) = outline(document)
    assert paragraph == (
        "De vergunning geldt voor alle voertuigen die zwaarder zijn dan de brug mag dragen, "
        "ook voor die van de hulpdiensten en van de firma die het onderhoud doet."
    )
    assert "dra-\ngen" in document.text


def test_footnotes_are_linked_and_go_on_over_a_page() -> None:
    sheet = Sheet()
    end = sheet.text(60, 100, "De brug is in 1932 gebouwd")
    end = sheet.mark(end, 100, "1")
    sheet.text(end, 100, " en na de oorlog hersteld.")
    end = sheet.text(60, 130, "Over de kosten is een brief gestuurd.")
    sheet.mark(end, 130, "2")
    sheet.rule(60, 730, 150, 730)
    sheet.mark(60, 744, "1")
    sheet.text(66, 744, "Archief van de gemeente, doos 12.", 7.5)
    sheet.mark(60, 755, "2")
    sheet.text(66, 755, "Brief aan de raad van 3 maart 1999, die ook de kosten van de andere", 7.5)
    sheet.next_page()
    sheet.lines(60, 100, *SECOND)
    sheet.rule(60, 740, 150, 740)
    sheet.text(66, 755, "bruggen noemt.", 7.5)
    document = sheet.load()
    assert outline(document) == [
        "De brug is in 1932 gebouwd en na de oorlog hersteld.",
        "Over de kosten is een brief gestuurd.",
        SECOND_READ,
    ]
    assert [(n.marker, n.text, n.pages) for n in document.footnotes] == [
        ("1", "Archief van de gemeente, doos 12.", (1,)),
        (
            "2",
            "Brief aan de raad van 3 maart 1999, die ook de kosten van de andere bruggen noemt.",
            (1, 2),
        ),
    ]
    assert [[(r.id, r.at) for r in n.referred_from] for n in document.footnotes] == [
        [("stuk#p1", 26)],
        [("stuk#p2", 37)],
    ]
    marks = [document.text[slice(*span)] for span, role in ledger(document) if role is Role.MARK]
    assert marks == ["1", "2"]


def test_a_power_is_no_mark() -> None:
    sheet = Sheet()
    end = sheet.text(60, 100, "Het dek meet 140 m")
    end = sheet.mark(end, 100, "2")
    end = sheet.text(end, 100, " en is in 1932 gelegd")
    end = sheet.mark(end, 100, "2")
    sheet.text(end, 100, " door de firma.")
    sheet.lines(60, 130, *FIRST)
    sheet.mark(60, 744, "1")
    sheet.text(66, 744, "Zonder plaats.", 7.5)
    sheet.mark(60, 755, "2")
    sheet.text(66, 755, "Archief van de gemeente.", 7.5)
    document = sheet.load()
    assert document.paragraphs[0].text == "Het dek meet 140 m2 en is in 1932 gelegd door de firma."
    assert [[r.at for r in note.referred_from] for note in document.footnotes] == [[], [40]]


def test_text_that_runs_up_the_margin_is_set_aside() -> None:
    sheet = Sheet()
    sheet.lines(100, 100, *FIRST)
    sheet.canvas.saveState()
    sheet.canvas.translate(40, 300)
    sheet.canvas.rotate(90)
    sheet.canvas.drawString(0, 0, "Drukkerij De Brug")
    sheet.canvas.restoreState()
    document = sheet.load()
    assert outline(document) == [FIRST_READ]
    assert [document.text[slice(*span)] for span in document.furniture] == ["Drukkerij De Brug"]


def test_page_set_on_its_side_is_read_upright() -> None:
    sheet = Sheet()
    sheet.canvas.translate(100, 100)
    sheet.canvas.rotate(90)
    for number, line in enumerate(FIRST):
        sheet.canvas.drawString(0, -12 * number, line)
    document = sheet.load()
    assert outline(document) == [FIRST_READ]
    (box,) = document.boxes_of(((0, 5),))
    assert 80 < box.left < 100 < box.right < 110
    assert box.bottom - box.top > 300
