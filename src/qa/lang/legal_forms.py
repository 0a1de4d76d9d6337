"""Legal forms of companies that look like the initials of a person."""

from __future__ import annotations

LEGAL_FORMS = frozenset({"B.V.", "C.V.", "N.V.", "U.A.", "V.O.F."})
