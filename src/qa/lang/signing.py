"""How a question asks who signed or sent a letter."""

from __future__ import annotations

_LETTER = r"(?:de|het|deze|dit) (?:\w*brief|stuk|document|memo|notitie|nota)"
_ABOUT = r"(?: (?P<about>(?:over|inzake|betreffende|rond|met|aan|naar) .+?))?"
_DONE = r"(?:mede)?(?:ondertekend|getekend|geschreven|gestuurd|verstuurd|verzonden|opgesteld)"
_DUTCH = (
    rf"wie (?:heeft|hebben|had) {_LETTER}{_ABOUT} {_DONE}",
    rf"(?:door|namens) wie (?:is|werd) {_LETTER}{_ABOUT} {_DONE}",
    rf"wie (?:ondertekende|tekende|schreef|stuurde|verstuurde|verzond) {_LETTER}{_ABOUT}",
    rf"van wie (?:is|was|komt|kwam) {_LETTER}{_ABOUT}(?: afkomstig)?",
    rf"wie (?:is|was|zijn|waren) de (?:afzender|ondertekenaar|opsteller)s? van {_LETTER}{_ABOUT}",
    rf"wie (?:staat|stond|staan) (?:er )?onder {_LETTER}{_ABOUT}",
    rf"wiens (?:naam|handtekening) staat (?:er )?onder {_LETTER}{_ABOUT}",
)

_A_LETTER = r"(?:the|this) (?:letter|document|memo|note)"
_ON = r"(?: (?P<about>(?:about|on|concerning|regarding|to) .+?))?"
_ENGLISH = (
    rf"who (?:has |have )?(?:signed|wrote|written|sent) {_A_LETTER}{_ON}",
    rf"(?:by whom|who) (?:is|was) {_A_LETTER}{_ON} (?:signed|written|sent)(?: by)?",
    rf"who (?:is|are|was) the (?:signator(?:y|ies)|senders?|writers?) of {_A_LETTER}{_ON}",
    rf"who (?:is|was) {_A_LETTER}{_ON} from",
)

# Whole questions as regular expressions, without the mark at their end; the group `about` is what
# the letter is said to be about, or to whom.
SIGNING = {"nl": _DUTCH, "en": _ENGLISH}
