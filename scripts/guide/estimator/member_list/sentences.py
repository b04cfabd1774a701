"""Sentences about a list as a whole, and the errors that stop it."""

from __future__ import annotations

from collections.abc import Mapping

from guide.facts.diagnostics import N_

FILE_MISTAKES = {
    "empty": N_("the file is empty: its first line names the columns"),
    "no-header": N_("none of the first ten rows names the columns, such as “nama” and “penghasilan”"),
    "byte": N_("line {line} holds a byte that is no letter: save the file as “CSV UTF-8”"),
    "binary": N_("the file is no list: save it as .xlsx or as “CSV UTF-8”"),
    "page": N_("the file is a web page, whatever its name: open it in a spreadsheet and save it as .xlsx"),
    "format": N_("this kind of spreadsheet is not read: save it as .xlsx"),
    "quote": N_("row {row}: a quotation mark is opened and never closed"),
    "long": N_("row {row}: a cell is longer than {most} letters"),
    "columns": N_("row {row}: more than {most} columns"),
    "rows": N_("more than {most} rows"),
    "large": N_("the file is too large when unpacked"),
    "broken": N_("the file is broken, cut off, or locked with a password: save it once more without a password"),
    "unreadable": N_("the file cannot be read ({why})"),
    "unwritable": N_("the result cannot be written to {path} ({why})"),
    "beside": N_("this does not go together with --{option}: rows have every amount, and nothing else"),
    "near": N_("unknown column; did you mean {good}?"),
    "twice": N_('two columns name the input {good}: {titles}. Choose one: --column {good}="{title}"'),
    "no-column": N_("no column tells it. Say it for all, such as --all {good}={value}"),
    "no-money": N_('no column tells it. Name yours: --column {good}="{title}"'),
    "no-title": N_("no column is called {bad}; there are {known}"),
    "role": N_("a column can be one of {known}, not {bad}"),
    "pair": N_("write it like {good}"),
    "kind": N_("a result is written as .csv, .xlsx or .ods, not as {bad}"),
    "same": N_("the result would replace the list itself: give it another name"),
    "nameless": N_("the list came without a name: say --output, such as --output hasil.xlsx"),
}
MANY_CELLS = N_("the row has more cells than the first line")

TOLD = {
    "your-column": N_("your column"),
    "our-input": N_("read as"),
    "examples": N_("examples"),
    "not-used": N_("not used"),
    "name": N_("name"),
    "occupation": N_("occupation"),
    "birth": N_("day of birth, for the age in the month"),
    "year": N_("year of the month"),
    "nik": N_("kept, not read"),
    "sheet": N_("Sheet read: {name}. Not read: {others}."),
    "ticked": N_("ticks for {program}"),
    "month-above": N_("{month:month} stands above the list and counts for all rows."),
    "month-usual": N_("No column says the month: {month:month} counts."),
    "left-out": N_("Row {row} is nobody and was left out: {words}"),
    "more-left-out": N_("Rows left out beside these: {count}."),
    "assumed": N_("{input}: {text} ({count} ×)"),
    "by-occupation": N_("“{input}” follows the occupation in {count} rows."),
    "sector-months": N_("{first:month}: an ojek rider, driver or courier pays {amount:money}, others {other:money}."),
    "sector-run": N_(
        "{first:month} to {last:month}: an ojek rider, driver or courier pays {amount:money}, others {other:money}."
    ),
    "summary": N_("Rows of members: {people}. To mend: {wrong}. All together: {amount:money}."),
}

_SHARED = (
    "empty",
    "no-header",
    "byte",
    "binary",
    "page",
    "format",
    "quote",
    "long",
    "columns",
    "rows",
    "large",
    "broken",
)
PAGE = {
    **{f"list-{name}": FILE_MISTAKES[name] for name in _SHARED},
    "list-many": MANY_CELLS,
    "list-unread": N_("This device cannot read the file."),
    "list-old-browser": N_("This browser reads CSV files only. Save the list as CSV."),
    "list-older": N_("This is an .xls file. Save it as .xlsx."),
    "list-two": N_("Which column is it? {titles}"),
    "list-near": N_("{bad}: is that {good}?"),
    "list-no-column": N_("No column says it. Choose for everybody, or choose a column."),
    "list-save": N_("Keep the result"),
    "list-read": N_("What we read"),
    "list-not-used": TOLD["not-used"],
    "list-examples": N_("for example {words}"),
    "list-sheet": TOLD["sheet"],
    "list-everybody": N_("For everybody"),
    "list-choose": N_("choose"),
    "list-to-mend": N_("To mend"),
    "list-rows": N_("rows {rows}"),
    "list-ticked": TOLD["ticked"],
    "list-month-above": TOLD["month-above"],
    "list-month-usual": TOLD["month-usual"],
    "list-left-out": TOLD["left-out"],
    "list-more-left-out": TOLD["more-left-out"],
    "list-by-occupation": TOLD["by-occupation"],
    "list-taken": N_("What we assume"),
    "list-assumed": N_("{text} ({count} people)"),
    "list-sector-months": TOLD["sector-months"],
    "list-sector-run": TOLD["sector-run"],
    "list-groups": N_("Who pays how much"),
    "list-group": N_("{count} people × {amount:money}"),
    "list-other-groups": N_("and {count} people with other amounts"),
    "list-programs": N_("By program, a month"),
    "list-payers": N_("Who pays, a month"),
    "list-later": N_("From {month:month}, for the same people"),
    "list-together": N_("All together {amount:money} a month"),
    "list-places": N_("By place"),
    "list-place": N_("{place}: {count} people, {amount:money}"),
    "list-part": N_("{name}: {amount:money}"),
    "list-people": N_("The first people of the list"),
    "list-message": N_("Message"),
    "list-told": N_("Contribution to BPJS Ketenagakerjaan in {month:month}: {amount} a month."),
    "list-told-once": N_("Contribution to BPJS Ketenagakerjaan in {month:month}: {amount}, paid once."),
    "list-open": N_("See what it is made of"),
    "list-seen": N_("Whoever has this link can read the income."),
    "list-send": N_("Share by WhatsApp"),
    "list-sign": N_("Print a list to sign"),
    "list-back": N_("← Back"),
    "list-signature": N_("Signature"),
    "list-pledge": N_("{count} people, {amount:money} a month in all"),
    "list-pledge-once": N_("{count} people, {amount:money} in all, paid once"),
    "list-left": N_("{count} more rows are not on this paper; their amounts are in the sum below."),
    "list-reading": N_("{count} rows read …"),
    "list-stop": N_("Stop"),
    "list-as-name": TOLD["name"],
    "list-as-occupation": TOLD["occupation"],
    "list-as-birth": N_("day of birth"),
    "list-as-year": TOLD["year"],
    "list-as-nik": N_("NIK (not read)"),
    "list-as-place": N_("village or branch"),
}
"""Said by the page of lists alone."""


class FileError(Exception):
    """Nothing can be done with a list: pairs of a column (or an option) and the name of a sentence with its values."""

    def __init__(self, *mistakes: tuple[str, str, Mapping[str, object]]):
        super().__init__(*mistakes)
        self.mistakes = mistakes


FILE = "file"
"""Stands for the option that named the file, in a mistake of the file as a whole."""


def stop(sentence: str, **values: object) -> FileError:
    """Return the error of a file that cannot be used."""
    return FileError((FILE, sentence, values))
