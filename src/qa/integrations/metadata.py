"""What a citation becomes in a framework: metadata beside a text, of JSON's kinds alone."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from qa.describe import place_line
from qa.result import Citation


def citation_metadata(citation: Citation) -> dict[str, Any]:
    """The fields of a citation as the JSON has them, and `reference`, which is for people.

    The paragraph is left out: it is the text that the metadata stands beside.
    """
    fields: dict[str, Any] = json.loads(json.dumps(asdict(citation)))  # tuples become lists
    del fields["paragraph_text"]
    return {"reference": place_line(citation)} | fields
