"""What the chair says at a vote in proceedings, in lower case."""

from __future__ import annotations

PUT_TO_VOTE = ("in stemming komt", "in stemming komen", "in stemming breng ik")
STATING = ("ik constateer", "ik stel vast")
OUTCOMES = ("aangenomen", "aanvaard", "verworpen")
