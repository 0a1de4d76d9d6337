"""The sentences of the page of documents, in Dutch and in English."""

from __future__ import annotations

TEXT: dict[str, tuple[str, str]] = {
    "add_label": (
        "Documenten toevoegen: PDF, Word, HTML, XML, Markdown of tekst",
        "Add documents: PDF, Word, HTML, XML, Markdown or text",
    ),
    "add_limits": (
        "Hoogstens {files} tegelijk, elk tot {size} MB. Dezelfde naam vervangt het vorige bestand.",
        "At most {files} at once, each up to {size} MB. The same name replaces the file before.",
    ),
    "add_nothing": (
        "Er is geen bestand om toe te voegen: kies er een van hoogstens {size} MB.",
        "There is no file to add: choose one of at most {size} MB.",
    ),
    "add": ("Voeg toe", "Add"),
    "running": ("De documenten worden bijgewerkt.", "The documents are being updated."),
    "running_elsewhere": (
        "Een ander programma werkt de documenten bij.",
        "Another program is updating the documents.",
    ),
    "added": ("Toegevoegd: {names}", "Added: {names}"),
    "removed": ("Verwijderd: {names}", "Removed: {names}"),
    "reloaded": ("Opnieuw gelezen: {names}", "Read again: {names}"),
    "put_away": ("Sluit deze melding", "Dismiss this message"),
    "search": ("Zoek op titel, afzender, datum of naam", "Search by title, sender, date or name"),
    "found": ("{count} van {documents}", "{count} of {documents}"),
    "nothing_found": ("Geen document past bij „{query}”.", "No document matches “{query}”."),
    "table": ("De documenten in de index", "The documents in the index"),
    "column_title": ("Titel", "Title"),
    "column_date": ("Datum", "Date"),
    "column_sender": ("Afzender", "Sender"),
    "column_pages": ("Pagina's", "Pages"),
    "column_paragraphs": ("Alinea's", "Paragraphs"),
    "column_language": ("Taal", "Language"),
    "column_state": ("Bestand", "File"),
    "column_id": ("Naam", "Name"),
    "unchanged": ("onveranderd", "unchanged"),
    "changed": ("veranderd", "changed"),
    "gone": ("weg", "gone"),
    "choose": (
        "Kies een of meer rijen om een document te lezen, te bekijken of te verwijderen.",
        "Choose one or more rows to read, examine or remove a document.",
    ),
    "chosen": ("Gekozen: {names}", "Chosen: {names}"),
    "read": ("Lees het document", "Read the document"),
    "examine": ("Bekijk hoe het is gelezen", "See how it was read"),
    "examine_hide": ("Verberg hoe het is gelezen", "Hide how it was read"),
    "examine_title": ("Hoe {file} is gelezen", "How {file} was read"),
    "examine_save": ("Bewaar als HTML", "Save as HTML"),
    "remove": ("Verwijder …", "Remove …"),
    "remove_sure": (
        "Verwijderen uit de index: {names}?", "Remove from the index: {names}?"
    ),
    "remove_file": (
        "Het bestand dat hier is toegevoegd, wordt ook gewist.",
        "The file that was added here is deleted too.",
    ),
    "remove_file_many": (
        "De bestanden, die hier zijn toegevoegd, worden ook gewist.",
        "The files, which were added here, are deleted too.",
    ),
    "remove_some": (
        "Wat hier is toegevoegd, wordt ook gewist: {names}. De andere bestanden blijven staan.",
        "What was added here is deleted too: {names}. The other files stay where they are.",
    ),
    "remove_keeps_many": (
        "De bestanden zelf blijven staan waar ze staan.",
        "The files themselves stay where they are.",
    ),
    "remove_keeps": (
        "Het bestand zelf blijft staan waar het staat.", "The file itself stays where it is."
    ),
    "remove_yes": ("Ja, verwijder", "Yes, remove"),
    "remove_no": ("Nee, laat staan", "No, keep"),
    "changed_one": (
        "1 bestand is veranderd sinds het is gelezen.", "1 file has changed since it was read."
    ),
    "changed_many": (
        "{count} bestanden zijn veranderd sinds ze zijn gelezen.",
        "{count} files have changed since they were read.",
    ),
    "reload": ("Lees opnieuw", "Read again"),
    "busy": (
        "Er loopt al iets: wacht tot dat klaar is.", "Something is running: wait until it is done."
    ),
    "and_more": ("en {count} andere", "and {count} more"),
}  # fmt: skip
