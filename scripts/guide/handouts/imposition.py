"""Sheets made of printed pages: enlarged, two on one, imposed to fold, joined. The only module that knows pypdf."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PdfWriter


def enlarged(pdf: bytes, factor: float) -> bytes:
    """Return a document with its pages scaled, tags and title kept."""
    writer = _opened(pdf)
    for page in writer.pages:
        page.scale_by(factor)
        page.compress_content_streams()
    return _written(writer)


def _opened(pdf: bytes) -> PdfWriter:
    from pypdf import PdfWriter

    return PdfWriter(clone_from=io.BytesIO(pdf))


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
