"""The doctor: what was recognised in a document, and whether index and installation are sound."""

from __future__ import annotations

from qa.doctor.health import Finding, examine_index, examine_installation
from qa.doctor.parse import Part, examine_document

__all__ = ["Finding", "Part", "examine_document", "examine_index", "examine_installation"]
