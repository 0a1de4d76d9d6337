"""Characters of a PDF page with their fonts and boxes, as PDFium gives them.

Coordinates are points from the visible page's left and top, whatever its rotation and crop box.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from qa.load.pdf.accents import ACCENTS, with_accent
from qa.load.pdf.page_looks import is_picture, is_visible, text_turn
from qa.load.pdf.page_text import PageText, Point, Run, Style
from qa.load.pdf.rules import Rule, Uprights, read_rules

_WIDE_GAP = 1.0  # in ems: a gap this wide parts columns and cells
_WORD_GAP = 0.28  # in ems: a gap this wide is a blank, though the file has none
_TIGHT_GAP = 0.14  # or one this wide, after letters that stand against each other
_LETTER_GAP = 0.05  # at most between such letters
_BLANKS = frozenset(" \t\u00a0\u2002\u2003\u2009\u202f\u3000\u200b\ufeff\x00")
_CLOSING = frozenset(",.;:!?%)]»”’")
_LINE_ENDS = frozenset("\r\n\x0b\x0c\x85\u2028\u2029\x1c\x1d\x1e")
_BOLD_NAMES = ("bold", "heavy", "black", "semibold", "demi")
_FORCE_BOLD = 1 << 18


class _Frame:
    """From PDF user space to points from the upright page's left and top."""

    def __init__(self, page: pdfium.PdfPage, turned: int) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.quarters = (page.get_rotation() // 90 + turned) % 4

    def point(self, x: float, y: float) -> Point:
        if self.quarters == 0:
            return x - self.left, self.top - y
        if self.quarters == 1:
            return y - self.bottom, x - self.left
        if self.quarters == 2:
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[Point, Point]:
        """Left and top, right and bottom of a rectangle."""
        (a, b), (c, d) = self.point(left, bottom), self.point(right, top)
        return (min(a, c), min(b, d)), (max(a, c), max(b, d))

    @property
    def size(self) -> Point:
        width, height = self.right - self.left, self.top - self.bottom
        return (width, height) if self.quarters % 2 == 0 else (height, width)


def read_page(pdf: pdfium.PdfDocument, index: int) -> PageText:
    """The text of a page; a page whose text runs up or down is turned upright."""
    page = pdf[index]
    handle = raw.FPDFText_LoadPage(page.raw)
    try:
        turned = text_turn(handle, page.get_rotation() // 90)
        frame = _Frame(page, turned)
        rules = read_rules(page, frame.box)
        runs = _Reader(handle, frame, rules).runs()
    finally:
        raw.FPDFText_ClosePage(handle)
    width, height = frame.size
    shown = [run for run in runs if is_visible(run, width, height)]
    label = pdf.get_page_label(index) or None
    picture = not runs and is_picture(page)
    page.close()
    return PageText(
        index + 1,
        width,
        height,
        label,
        tuple(run for run in shown if run.style.quarter == 0),
        tuple(run for run in shown if run.style.quarter != 0),
        tuple(rules),
        turned,
        picture,
    )


class _Reader:
    """Gathers the runs of one page, in the file's order."""

    def __init__(self, handle: raw.FPDF_TEXTPAGE, frame: _Frame, rules: list[Rule]) -> None:
        self._handle = handle
        self._frame = frame
        self._uprights = Uprights(rules)
        self._styles: dict[int, Style] = {}
        self._finished: list[Run] = []
        self._run: Run | None = None
        self._blank = False
        self._tight = False  # whether the last two letters stand against each other
        self._guessed = False  # whether only a gap tells of the last blank

    def runs(self) -> list[Run]:
        """All runs of the page."""
        handle, rectangle = self._handle, raw.FS_RECTF()
        unicode_at: Callable[..., int] = raw.FPDFText_GetUnicode
        box_at, object_at = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetTextObject
        code_before = 0
        for index in range(raw.FPDFText_CountChars(handle)):
            code = unicode_at(handle, index)
            if 0xD800 <= code < 0xDC00:  # first half of a pair
                code_before = code
                continue
            if 0xDC00 <= code < 0xE000:
                if not code_before:
                    continue
                code = 0x10000 + ((code_before - 0xD800) << 10) + code - 0xDC00
            code_before = 0
            char = _character(code)
            if char in _LINE_ENDS:
                self._close()
            elif char in _BLANKS:
                self._blank = True
            elif char:
                box_at(handle, index, rectangle)
                owner = object_at(handle, index)
                style = self._style(index, ctypes.addressof(owner.contents) if owner else 0)
                self._add(char, style, rectangle)
        self._close()
        return self._finished

    def _style(self, index: int, owner: int) -> Style:
        """The style of a character, read once for each text object."""
        style = self._styles.get(owner) if owner else None
        if style is None:
            style = self._styles[owner] = self._read_style(index)
        return style

    def _read_style(self, index: int) -> Style:
        handle = self._handle
        x, y, matrix = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        raw.FPDFText_GetMatrix(handle, index, matrix)
        raw.FPDFText_GetFontInfo(handle, index, name, 128, flags)
        font = name.value.decode("utf-8", "replace").lower()
        angle = -math.degrees(raw.FPDFText_GetCharAngle(handle, index))  # PDFium's is clockwise
        turn = (angle - 90 * self._frame.quarters) / 90
        quarter = round(turn) % 4 if abs(turn - round(turn)) < 0.06 else None
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        return Style(
            baseline=self._frame.point(x.value, y.value)[1],
            size=round(raw.FPDFText_GetFontSize(handle, index) * scale, 2),
            bold=raw.FPDFText_GetFontWeight(handle, index) >= 600
            or bool(flags.value & _FORCE_BOLD)
            or any(word in font for word in _BOLD_NAMES),
            italic="italic" in font or "oblique" in font,
            quarter=quarter,
        )

    def _add(self, char: str, style: Style, box: raw.FS_RECTF) -> None:
        frame = self._frame
        if frame.quarters == 0:  # nearly always, and this is done for every character
            left, top = box.left - frame.left, frame.top - box.top
            right, bottom = box.right - frame.left, frame.top - box.bottom
        else:
            (left, top), (right, bottom) = frame.box(box.left, box.bottom, box.right, box.top)
        run = self._run
        if run is not None and not self._goes_on(run, style, left):
            self._finished.append(run)
            run = None
        if run is None:
            run = self._run = Run(style, top, bottom, self._blank)
            self._tight = False
        elif not self._blank and self._accented(run, char, left, right):
            return
        else:
            gap = (left - run.right) / style.size if style.size else 0.0
            tight = self._tight and char not in _CLOSING
            if self._blank or gap > (_TIGHT_GAP if tight else _WORD_GAP):
                run.chars.append(" ")
                run.lefts.append(run.right)
                run.rights.append(max(left, run.right))
                self._tight, self._guessed = False, not self._blank
            else:
                self._tight = gap < _LETTER_GAP
        self._blank = False
        run.top, run.bottom = min(run.top, top), max(run.bottom, bottom)
        run.chars.append(char)
        run.lefts.append(left)
        run.rights.append(right)

    def _accented(self, run: Run, char: str, left: float, right: float) -> bool:
        """Make one letter of a letter and an accent at it, where these are the last two."""
        before = run.chars[-1]
        if char not in ACCENTS and before not in ACCENTS:
            return False
        made = with_accent(before, (run.lefts[-1], run.rights[-1]), char, (left, right))
        if made is None:
            return False
        run.chars[-1] = made
        if char in ACCENTS:
            return True
        run.lefts[-1], run.rights[-1] = left, right
        parted = len(run.chars) > 2 and run.chars[-2] == " " and self._guessed
        if parted and left - run.rights[-3] < _TIGHT_GAP * run.style.size:
            del run.chars[-2], run.lefts[-2], run.rights[-2]  # only the accent stood apart
        return True

    def _goes_on(self, run: Run, style: Style, left: float) -> bool:
        before = run.style
        if style is not before and style != before:
            return False
        if style.quarter != 0:
            return True
        gap = left - run.right
        if gap > _WIDE_GAP * style.size or left < run.lefts[-1] - 0.5 * style.size:
            return False
        if gap < 1 and style is before:
            return True  # one piece of text: it runs over a rule rather than ends at it
        least = style.size if gap < 1 else 0.0
        return not self._uprights.part(run.right, left, style.baseline, least)

    def _close(self) -> None:
        if self._run is not None:
            self._finished.append(self._run)
        self._run, self._blank = None, False


def _character(code: int) -> str:
    """The character of a code; PDFium gives U+0002 for a hyphen that breaks a word."""
    if code in (0x02, 0xAD, 0x2010):
        return "-"
    if 0xFFFE <= code <= 0xFFFF or code == 0:
        return ""
    char = chr(code)
    return char if char.isprintable() or char.isspace() or code >= 0xE000 else ""
