"""The formats that are read, by the endings of file names, each with its loader."""

from __future__ import annotations

from qa.load.docx import LOADER as DOCX
from qa.load.docx import load_docx
from qa.load.html import LOADER as HTML
from qa.load.html import load_html
from qa.load.markdown import LOADER as MARKDOWN
from qa.load.markdown import load_markdown
from qa.load.official_xml import LOADER as XML
from qa.load.official_xml import load_xml
from qa.load.pdf import LOADER as PDF
from qa.load.pdf import RECOGNISED, load_pdf
from qa.load.plain import LOADER as TEXT
from qa.load.plain import load_plain

LOADERS = {
    ".txt": load_plain,
    ".text": load_plain,
    ".xml": load_xml,
    ".pdf": load_pdf,
    ".docx": load_docx,
    ".docm": load_docx,
    ".doc": load_docx,
    ".html": load_html,
    ".htm": load_html,
    ".xhtml": load_html,
    ".md": load_markdown,
    ".markdown": load_markdown,
}
VERSIONS = frozenset({TEXT, XML, PDF, RECOGNISED, DOCX, HTML, MARKDOWN})
"""The loaders of now: what another one made of a file, they may read otherwise."""

REFUSED = {".doc"}  # taken up only to say what to do with it


def kinds() -> str:
    """The endings of the files that are read."""
    return ", ".join(sorted(set(LOADERS) - REFUSED))
