"""How a question asks who signed or sent a letter."""

from __future__ import annotations

_THE = "(?:de|het|deze|dit)"
_LETTER = (
    rf"{_THE} (?:\w*(?:brief|antwoord(?:en)?)|beantwoording|stuk|document|memo|notitie|nota"
    r"|kabinetsreactie)"
)
# A letter about one of these is signed by another than who wrote it.
_SIGNED = rf"{_THE} (?:\w*(?:rapport|besluit|advies|verslag)|verklaring)"
_ABOUT = r"(?: (?P<about>(?:over|inzake|betreffende|rond|met|aan|naar|op) .+?))?"
_DONE = r"(?:mede)?(?:ondertekend|getekend|geschreven|gestuurd|verstuurd|verzonden|opgesteld)"
_DUTCH = (
    rf"wie (?:heeft|hebben|had|hadden) {_LETTER}{_ABOUT} {_DONE}",
    rf"(?:door|namens) wie (?:is|zijn|werd|werden) {_LETTER}{_ABOUT} {_DONE}",
    rf"wie (?:schre(?:ef|ven)|(?:ver)?stuurden?|verzond(?:en)?) {_LETTER}{_ABOUT}",
    rf"wie (?:onder)?tekenden? (?:{_LETTER}|{_SIGNED}){_ABOUT}",
    rf"wie (?:heeft|hebben|had|hadden) {_SIGNED}{_ABOUT} (?:mede)?(?:onder|ge)tekend",
    rf"(?:door|namens) wie (?:is|werd) {_SIGNED}{_ABOUT} (?:mede)?(?:onder|ge)tekend",
    rf"van wie (?:is|zijn|was|waren|komt|komen|kwam|kwamen) {_LETTER}{_ABOUT}(?: afkomstig)?",
    rf"wie (?:is|was|zijn|waren) de (?:afzender|ondertekenaar|opsteller)s? van {_LETTER}{_ABOUT}",
    rf"wie (?:staat|stond|staan) (?:er )?onder {_LETTER}{_ABOUT}",
    rf"wiens (?:naam|handtekening) staat (?:er )?onder {_LETTER}{_ABOUT}",
)

_A_LETTER = r"(?:the|this|these) (?:letter|document|memo|note|answers?|repl(?:y|ies)|response)"
_A_SIGNED = r"(?:the|this) (?:report|decision|statement|advice)"
_ON = r"(?: (?P<about>(?:about|on|concerning|regarding|to) .+?))?"
_ENGLISH = (
    rf"who (?:has |have )?(?:signed|wrote|written|sent) {_A_LETTER}{_ON}",
    rf"who (?:has |have )?signed {_A_SIGNED}{_ON}",
    rf"(?:by whom|who) (?:is|was) {_A_SIGNED}{_ON} signed(?: by)?",
    rf"(?:by whom|who) (?:is|are|was|were) {_A_LETTER}{_ON} (?:signed|written|sent)(?: by)?",
    rf"who (?:is|are|was) the (?:signator(?:y|ies)|senders?|writers?) of {_A_LETTER}{_ON}",
    rf"who (?:is|are|was|were) {_A_LETTER}{_ON} from",
)

# Whole questions as regular expressions, without the mark at their end; the group `about` is what
# the letter is said to be about, or to whom.
SIGNING = {"nl": _DUTCH, "en": _ENGLISH}
