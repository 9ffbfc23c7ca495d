"""Tables that come as files: read row by row, faults named by file and line."""

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path


class SourceError(ValueError):
    """A source cannot be read; the message names the file and, where there is one, the line."""

    def __init__(self, path: Path, line: int | None, reason: str):
        self.path, self.line, self.reason = path, line, reason
        place = path.name if line is None else f"{path.name}, line {line}"
        super().__init__(f"{place}: {reason}")


def read_rows(
    path: Path, columns: tuple[str, ...], delimiter: str
) -> Iterator[tuple[int, dict[str, str]]]:
    """The line number and the cells of each row, by the names of the wanted columns.

    The file is UTF-8, with a byte order mark or without, alone or as the one CSV file in a ZIP
    (GUS packs its CSV beside an XML). Blank lines are passed over: GUS ends its files with one.
    """
    reader = csv.reader(io.StringIO(_text(path), newline=""), delimiter=delimiter)
    header = [name.strip() for name in next(reader, [])]
    if missing := [name for name in columns if name not in header]:
        raise SourceError(path, 1, f"no column {', '.join(missing)}")
    for cells in reader:
        if not any(cells):
            continue
        if len(cells) != len(header):
            reason = f"{len(cells)} cells where the header has {len(header)}"
            raise SourceError(path, reader.line_num, reason)
        row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
        yield reader.line_num, {name: row[name] for name in columns}


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
        if zipfile.is_zipfile(io.BytesIO(content)):
            content = _packed(path, content)
    except OSError as error:
        raise SourceError(path, None, error.strerror or str(error)) from None
    except zipfile.BadZipFile as error:
        raise SourceError(path, None, str(error)) from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SourceError(path, line, "not in UTF-8") from None


def _packed(path: Path, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.lower().endswith(".csv")]
        if len(names) != 1:
            raise SourceError(path, None, f"{len(names)} CSV files in the ZIP, not one")
        return archive.read(names[0])
