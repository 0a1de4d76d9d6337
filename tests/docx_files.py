"""Small DOCX files, written as raw XML."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:basedOn w:val="Kop1"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:sz w:val="26"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Inhopg1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Verborgen"><w:name w:val="Verborgen"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
"""


def part(name: str, content: str) -> str:
    """The XML of a part: its root's name and what is in it."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_NAMESPACES}>{content}</w:{name}>'


def docx(body: str, *, styles: str = STYLES, **parts: str) -> bytes:
    """A DOCX file; `parts` are numbering, footnotes, endnotes, settings."""
    contents = {"styles": part("styles", styles)}
    contents |= {name: part(name, content) for name, content in parts.items()}
    document = part("document", f"<w:body>{body}</w:body>")
    return package(document, contents)


def package(document: str, contents: dict[str, str]) -> bytes:
    """A zip of a document part and the parts that it refers to."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
        file.writestr("word/document.xml", document)
        targets = {name: f"{name}.xml" for name in contents}
        file.writestr("word/_rels/document.xml.rels", _relations(targets))
        for name, content in contents.items():
            file.writestr(f"word/{name}.xml", content)
    return target.getvalue()


def _relations(targets: dict[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="r{n}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}">{entries}</Relationships>'


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs; what is no XML becomes a plain run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def bold(text: str) -> str:
    """A paragraph in bold."""
    return p(r(text, "<w:b/>"))


def item(text: str, level: int = 0, number: int = 1) -> str:
    """An item of a list."""
    return p(text, properties=_number(level, number))


def _number(level: int, number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def lists(*formats: tuple[str, str], abstract: int = 0, numbers: tuple[int, ...] = (1,)) -> str:
    """Numbering: a format and text for each level, used by the lists of these numbers."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(formats)
    )
    used = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{abstract}"/></w:num>' for n in numbers
    )
    return f'<w:abstractNum w:abstractNumId="{abstract}">{levels}</w:abstractNum>{used}'


def cell(*paragraphs: str, properties: str = "") -> str:
    """A table cell; what is no XML becomes a paragraph."""
    inside = "".join(text if text.startswith("<") else p(text) for text in paragraphs)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row; what is no XML becomes a cell."""
    inside = "".join(text if text.startswith("<w:tc>") else cell(text) for text in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def note_mark(number: int, kind: str = "footnote") -> str:
    """A reference to a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def note(number: int, text: str, kind: str = "footnote") -> str:
    """A note as Word writes it."""
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    return f'<w:{kind} w:id="{number}">{p(mark, r(" " + text))}</w:{kind}>'


def field(code: str, *result: str) -> str:
    """A complex field; its result is runs."""
    inside = "".join(run if run.startswith("<") else r(run) for run in result)
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{inside}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
