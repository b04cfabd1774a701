"""The header that counts: of the best sheet, as wide as its rows, and proved by them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from guide.estimator.inputs import CHOICES, LISTS
from guide.estimator.member_list.cells import Row
from guide.estimator.member_list.opening import Listing, Sheet
from guide.estimator.member_list.titles import FIRST_ROWS, Header, Titled, Titles
from guide.estimator.member_list.values import Values


def best_sheet(listing: Listing, titles: Titles) -> Sheet:
    """Return the sheet whose first rows hold most known titles, the first of equals."""
    if len(listing.sheets) == 1:
        return listing.sheets[0]

    def known(sheet: Sheet) -> int:
        return max((titles.known(row) for row in islice(sheet.rows(), FIRST_ROWS)), default=0)

    return max(listing.sheets, key=known)


def widened(header: Header, rows: Sequence[Row]) -> Header:
    """Return the header with a column for every cell of the rows, as sheets have notes beside the list."""
    width = max((len(row) for row in rows), default=0)
    more = [Titled(at, "", "") for at in range(len(header.columns), width)]
    return Header(header.rows, [*header.columns, *more], header.above)


def proved(header: Header, first: Sequence[Row], values: Values) -> Header:
    """Return the header without the columns of choices whose title is weak and whose cells say nothing we know."""

    def means_it(column: Titled) -> bool:
        if not column.weaker or column.role not in (*CHOICES, *LISTS):
            return True
        cells = (row[column.place] for row in first if column.place < len(row))
        return any(values.knows(column.role, cell) for cell in cells)

    columns = [column if means_it(column) else Titled(column.place, column.title, "") for column in header.columns]
    return Header(header.rows, columns, header.above)
