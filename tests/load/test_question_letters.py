"""Letters of questions and answers: what is a question, and which question an answer is to."""

from question_files import read, rows

from qa.document import ParagraphKind

BREAD = "Wat kost een brood bij de bakker in het dorp gemiddeld?"
MILK = "Hoeveel liter melk drinkt een gezin in een week?"
EGGS = "Bent u bereid om eieren gratis uit te delen?"


def test_labels_of_their_own_become_headings_and_answers_know_their_question(tmp_path):
    text = f"""Geachte voorzitter, hierbij beantwoord ik de vragen over levensmiddelen.

Vraag 1

{BREAD}

Antwoord op vraag 1

Een brood kost drie euro.

Dat was vroeger minder.

Vraag 2

{MILK}

Vraag 3

{EGGS}

Antwoord op vragen 2 en 3

Dat houdt niemand bij.
"""
    document = read(tmp_path, text)
    assert rows(document) == [
        ("body", "Geachte voorzitter, hierbij", ""),
        ("question", "Wat kost een", ""),
        ("body", "Een brood kost", "Wat kost een"),
        ("body", "Dat was vroeger", "Wat kost een"),
        ("question", "Hoeveel liter melk", ""),
        ("question", "Bent u bereid", ""),
        ("body", "Dat houdt niemand", "Hoeveel liter melk"),
    ]
    assert document.paragraphs[-1].context == f"{MILK} {EGGS}"
    assert [section.title for section in document.sections if section.title] == [
        "Vraag 1",
        "Antwoord op vraag 1",
        "Vraag 2",
        "Vraag 3",
        "Antwoord op vragen 2 en 3",
    ]


def test_a_short_answer_without_a_full_stop_is_no_heading(tmp_path):
    document = read(
        tmp_path,
        f"Vraag 1\n{BREAD}\n\nAntwoord op vraag 1\nJa\n\n"
        f"Vraag 2\n{MILK}\n\nAntwoord op vraag 2\nNee, dat is niet juist\n\n"
        f"Vraag 3\n{EGGS}\n\nAntwoord op vraag 3\nZie het antwoord op vraag 2\n",
    )
    assert rows(document)[1::2] == [
        ("body", "Ja", "Wat kost een"),
        ("body", "Nee, dat is", "Hoeveel liter melk"),
        ("body", "Zie het antwoord", "Bent u bereid"),
    ]


def test_equal_answers_beside_numbers_that_count_on_are_text(tmp_path):
    document = read(
        tmp_path,
        f"1\n{BREAD}\n\n2\n{MILK}\n\n3\n{EGGS}\n\nAntwoord van Minister Bakker\n\n"
        "1\nJa.\n\n2\nJa.\n\n3\nNee. Er zijn 240 bakkers, dat is voldoende.\n",
    )
    text = " ".join(p.text for p in document.paragraphs)
    assert text.count("Ja.") == 2
    assert "Nee. Er zijn 240 bakkers" in text


def test_answers_without_a_number_are_to_what_was_asked_since_the_last(tmp_path):
    text = f"""Vraag 1: {BREAD}

Antwoord: drie euro.

Vraag 2: {MILK}

Vraag 3: {EGGS}

Antwoord: daar doen wij niet aan.
"""
    assert rows(read(tmp_path, text)) == [
        ("question", "Vraag 1: Wat", ""),
        ("body", "Antwoord: drie euro.", "Wat kost een"),
        ("question", "Vraag 2: Hoeveel", ""),
        ("question", "Vraag 3: Bent", ""),
        ("body", "Antwoord: daar doen", "Hoeveel liter melk"),
    ]


def test_questions_with_a_number_only_are_linked_where_the_answers_are_labelled(tmp_path):
    text = f"""1. {BREAD}

Antwoord

Drie euro.

2. {MILK}

Antwoord

Zes liter.
"""
    document = read(tmp_path, text)
    assert [row for row in rows(document) if row[0] != "question"] == [
        ("body", "Drie euro.", "1. Wat kost"),
        ("body", "Zes liter.", "2. Hoeveel liter"),
    ]
    assert [p.kind for p in document.paragraphs].count(ParagraphKind.QUESTION) == 2


def test_a_list_of_questions_answered_below_by_number_only_is_linked(tmp_path):
    text = f"""U stelde mij de volgende vragen:

1. {BREAD}

2. {MILK}

Mijn antwoorden luiden als volgt:

1. Een brood kost drie euro, zo meldt de bakker.

2. Een gezin drinkt zes liter, zo meldt de boer.
"""
    document = read(tmp_path, text)
    assert [(p.kind.value, p.context) for p in document.paragraphs] == [
        ("body", ""),
        ("question", ""),
        ("question", ""),
        ("body", ""),
        ("list item", f"1. {BREAD}"),
        ("list item", f"2. {MILK}"),
    ]


def test_questions_listed_first_and_answered_later_are_linked_by_their_number(tmp_path):
    text = f"""Vraag 1

{BREAD}

Vraag 2

{MILK}

Antwoord vraag 2

Zes liter.

Antwoord vraag 1

Drie euro.
"""
    assert rows(read(tmp_path, text))[2:] == [
        ("body", "Zes liter.", "Hoeveel liter melk"),
        ("body", "Drie euro.", "Wat kost een"),
    ]


def test_english_letters_are_linked_too(tmp_path):
    text = """Question 1

What does a loaf of bread cost in the village?

Answer to question 1

Three euros.

Question 2

How much milk does a family drink in a week?

Answer to question 2

Six litres.
"""
    assert rows(read(tmp_path, text)) == [
        ("question", "What does a", ""),
        ("body", "Three euros.", "What does a"),
        ("question", "How much milk", ""),
        ("body", "Six litres.", "How much milk"),
    ]
