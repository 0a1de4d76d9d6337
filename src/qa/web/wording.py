"""Every sentence that several pages share, in Dutch and in English."""

from __future__ import annotations

TEXT: dict[str, tuple[str, str]] = {
    "page_ask": ("Vraag", "Ask"),
    "page_documents": ("Documenten", "Documents"),
    "page_evaluation": ("Evaluatie", "Evaluation"),
    "tagline": (
        "Stel een vraag. Het antwoord is de zin uit het document, met de plaats waar hij staat.",
        "Ask a question. The answer is the sentence from the document, and where it stands.",
    ),
    "about": (
        "Woord voor woord uit de documenten; niets wordt verzonnen en niets verlaat uw computer.",
        "Word for word from the documents; nothing is made up, nothing leaves your computer.",
    ),
    "documents_one": ("1 document", "1 document"),
    "documents_many": ("{count} documenten", "{count} documents"),
    "paragraphs_one": ("1 alinea", "1 paragraph"),
    "paragraphs_many": ("{count} alinea's", "{count} paragraphs"),
    "open_document": ("Lees {name}", "Read {name}"),
    "ask": ("Stel een vraag over de documenten", "Ask a question about the documents"),
    "searching": ("Er wordt gezocht…", "Searching…"),
    "examples": ("Bijvoorbeeld", "For example"),
    "answer": ("Antwoord", "Answer"),
    "question": ("Vraag", "Question"),
    "understood": ("Opgevat als: {question}", "Understood as: {question}"),
    "alone": ("Los stellen", "Ask it on its own"),
    "other_answers": ("Andere mogelijke antwoorden", "Other possible answers"),
    "quote_starts": ("citaat:", "quote:"),
    "quote_ends": ("einde citaat", "end of quote"),
    "footnotes": ("Voetnoten bij deze alinea", "Footnotes to this paragraph"),
    "also_in": ("Staat ook in: {places}", "Also stands in: {places}"),
    "abstained": ("Niet in deze documenten", "Not in these documents"),
    "abstained_why": (
        "Geen zin in deze documenten beantwoordt deze vraag met genoeg zekerheid.",
        "No sentence in these documents answers this question with enough confidence.",
    ),
    "nearest": (
        "Wat er het dichtst bij komt. Dit zijn geen antwoorden.",
        "What comes nearest. These are not answers.",
    ),
    "no_answer": ("Geen antwoord", "Not an answer"),
    "share": ("Kopieer of deel", "Copy or share"),
    "share_link": ("Link naar deze plaats", "Link to this place"),
    "share_quote": ("Citaat met vindplaats", "Quote and where it stands"),
    "share_markdown": ("In Markdown", "In Markdown"),
    "share_legal": (
        "Als juridische verwijzing (Leidraad voor juridische auteurs)",
        "As a Dutch legal reference (Leidraad voor juridische auteurs)",
    ),
    "in_context": ("De hele alinea", "The whole paragraph"),
    "nearest_too": ("Naaste passages ({count})", "Nearest passages ({count})"),
    "newer": ("Nieuwer document", "Newer document"),
    "newer_found": (
        "Let op: er is een nieuwer document dat hierbij in de buurt komt, {title} ({date}).",
        "Note: a newer document comes near this too, {title} ({date}).",
    ),
    "searched": (
        "Er is gezocht in {documents}, {paragraphs}.",
        "Searched: {documents}, {paragraphs}.",
    ),
    "searched_none": (
        "In deze selectie staat geen enkel document.",
        "There is no document in this selection.",
    ),
    "scope_widen": (
        "Verruim de selectie onder aan de pagina.", "Widen the selection at the foot of the page."
    ),
    "dated_from": ("vanaf {date}", "from {date}"),
    "dated_until": ("tot en met {date}", "until {date}"),
    "scope_all": ("Zoekt in alles ({documents})", "Searches everything ({documents})"),
    "scope_some": ("Zoekt in {count} van {documents}", "Searches {count} of {documents}"),
    "scope_documents": ("Alleen in deze documenten", "In these documents only"),
    "scope_placeholder": ("Alle; typ om te zoeken", "All; type to find"),
    "scope_since": ("Vanaf", "From"),
    "scope_until": ("Tot en met", "Until"),
    "scope_undated": (
        "Met een datum vallen documenten zonder datum af: {documents}.",
        "With a date, documents without one are left out: {documents}.",
    ),
    "scope_wrong": (
        "De eerste datum komt na de laatste.", "The first date comes after the last."
    ),
    "scope_lost": (
        "Niet meer in de index, en daarom niet meer in de selectie: {names}.",
        "No longer in the index, and therefore no longer in the selection: {names}.",
    ),
    "scope_lost_all": (
        "Niet meer in de index: {names}. Er wordt nu in alle documenten gezocht.",
        "No longer in the index: {names}. All documents are searched now.",
    ),
    "scope_reset": ("Zoek weer in alles", "Search everything again"),
    "scope_again": (
        "Stel de laatste vraag hierin opnieuw", "Ask the last question in this selection"
    ),
    "export": ("Bewaar gesprek", "Save conversation"),
    "export_docx": ("Word (.docx)", "Word (.docx)"),
    "export_markdown": ("Markdown (.md)", "Markdown (.md)"),
    "export_json": ("JSON, voor programma's", "JSON, for programs"),
    "export_title": ("Vragen en antwoorden", "Questions and answers"),
    "export_made": (
        "Gemaakt met Alinea op {date}. Elk citaat staat woord voor woord in het document.",
        "Made with Alinea on {date}. Every quote stands word for word in the document.",
    ),
    "export_name": ("alinea-gesprek", "alinea-conversation"),
    "login_first": ("Meld u aan om verder te gaan.", "Sign in to go on."),
    "login": ("Aanmelden", "Sign in"),
    "login_with": ("Aanmelden met {provider}", "Sign in with {provider}"),
    "login_as": ("Aangemeld als {address}", "Signed in as {address}"),
    "login_refused": (
        "{address} heeft hier geen toegang. Vraag het aan wie deze pagina beheert.",
        "{address} has no access here. Ask whoever runs this page.",
    ),
    "login_missing": (
        "Aanmelden is ingesteld maar kan niet: installeer `alinea[login]`.",
        "Sign-in is configured but cannot be done: install `alinea[login]`.",
    ),
    "logout": ("Afmelden", "Sign out"),
    "new_conversation": ("Nieuw gesprek", "New conversation"),
    "sure_3": ("Zeer zeker", "Very confident"),
    "sure_2": ("Vrij zeker", "Fairly confident"),
    "sure_1": ("Onzeker: lees na", "Unsure: read the source"),
    "sure_why": (
        "Geschatte kans dat deze zin de vraag beantwoordt: {percent}.",
        "Estimated chance that this sentence answers the question: {percent}.",
    ),
    "paragraph": ("alinea {number}", "paragraph {number}"),
    "footnote": ("voetnoot {marker}", "footnote {marker}"),
    "page": ("pagina {first}", "page {first}"),
    "pages": ("pagina's {first}–{last}", "pages {first}–{last}"),
    "line": ("regel {first}", "line {first}"),
    "lines": ("regels {first}–{last}", "lines {first}–{last}"),
    "back": ("Terug naar het antwoord", "Back to the answer"),
    "back_ask": ("Stel een vraag", "Ask a question"),
    "legend_lines": (
        "Links staat het nummer van de alinea, daarnaast dat van de regel.",
        "On the left is the number of the paragraph, beside it that of the line.",
    ),
    "legend_reading": (
        "Links staat het nummer van de alinea.", "On the left is the number of the paragraph."
    ),
    "legend_pages": (
        "De bladzijden zoals ze zijn; in de kantlijn staat het nummer van de alinea.",
        "The pages as they are; the number of each paragraph stands in the margin.",
    ),
    "mode": ("Weergave", "View"),
    "mode_pages": ("Bladzijden", "Pages"),
    "mode_reading": ("Leesvorm", "Reading form"),
    "mode_lines": ("Regels", "Lines"),
    "page_label": ("gedrukt als {label}", "printed as {label}"),
    "export_note": ("Voetnoot {marker}: {text}", "Footnote {marker}: {text}"),
    "all_notes": ("Voetnoten", "Footnotes"),
    "no_pages": (
        "Het bestand is er niet meer zoals het is gelezen; dit is de tekst eruit.",
        "The file is no longer there as it was read; this is its text.",
    ),
    "citation_previous": ("Vorige vindplaats", "Previous place"),
    "citation_next": ("Volgende vindplaats", "Next place"),
    "citation_of": ("Vindplaats {at} van {count}", "Place {at} of {count}"),
    "find": ("Zoek in dit document", "Find in this document"),
    "find_none": ("niets gevonden", "nothing found"),
    "find_at": ("{at} van {count}", "{at} of {count}"),
    "find_previous": ("Vorige", "Previous"),
    "find_next": ("Volgende", "Next"),
    "earlier_pages": ("Eerdere bladzijden", "Earlier pages"),
    "later_pages": ("Latere bladzijden", "Later pages"),
    "window_pages": (
        "Bladzijden {first} tot {last} van {count}.", "Pages {first} to {last} of {count}."
    ),
    "earlier_reading": ("Eerdere alinea's", "Earlier paragraphs"),
    "later_reading": ("Latere alinea's", "Later paragraphs"),
    "window_reading": (
        "Alinea's {first} tot {last} van {count}.", "Paragraphs {first} to {last} of {count}."
    ),
    "earlier_lines": ("Eerdere regels", "Earlier lines"),
    "later_lines": ("Latere regels", "Later lines"),
    "window_lines": (
        "Regels {first} tot {last} van {count}.", "Lines {first} to {last} of {count}."
    ),
    "to_note": ("naar voetnoot {marker}", "to footnote {marker}"),
    "to_text": ("terug naar de tekst", "back to the text"),
    "stale_place": (
        "Deze link wijst naar een plaats die niet (meer) in deze documenten staat.",
        "This link points to a place that is not, or no longer, in these documents.",
    ),
    "stale_version": (
        "Het document is veranderd sinds deze link is gemaakt; daarom is er niets gemarkeerd.",
        "The document has changed since this link was made; therefore nothing is marked.",
    ),
    "no_index": (
        "Er zijn nog geen documenten om in te zoeken: maak eerst een index.",
        "There are no documents to search yet: make an index first.",
    ),
    "no_index_command": ("In een terminal, in deze map:", "In a terminal, in this folder:"),
    "build": ("Maak de index van de map corpus/", "Make the index of the folder corpus/"),
    "building": ("De index wordt gemaakt.", "The index is being made."),
    "building_elsewhere": (
        "De index wordt op dit moment gemaakt; deze pagina opent hem zodra hij klaar is.",
        "The index is being made right now; this page opens it as soon as it is done.",
    ),
    "stage_load": (
        "Documenten lezen: {done} van {total}", "Reading documents: {done} of {total}"
    ),
    "stage_encode": (
        "Zinnen verwerken: {done} van {total}", "Processing sentences: {done} of {total}"
    ),
    "stage_write": ("Opslaan", "Saving"),
    "stage_start": ("Beginnen", "Starting"),
    "seconds_left": ("nog ongeveer {count} s", "about {count} s left"),
    "minutes_left": ("nog ongeveer {count} min", "about {count} min left"),
    "cancel": ("Stop", "Stop"),
    "cancelled": (
        "Gestopt; er is niets veranderd.", "Stopped; nothing has changed."
    ),
    "failed": ("Niet gelezen: {file}", "Not read: {file}"),
    "empty_index": (
        "In deze index staan geen documenten.", "There are no documents in this index."
    ),
    "unexpected": (
        "Er ging iets mis. Probeer het opnieuw.", "Something went wrong. Try again."
    ),
}  # fmt: skip
