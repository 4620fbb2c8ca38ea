"""Dates as the formats want them. No date field gets more than is known, nor a grammar that it doesn't have."""

from archive import edtf
from archive.edtf.words import MONTHS, SEASONS


def certain(date: edtf.Edtf | None) -> tuple[int, ...]:
    """Year, month and day as far as the first and the last day that it can be share them: (2022,) of July to September 2022."""
    if date is None or date.latest is None or date.is_open:
        return ()
    first, last = ((day.year, day.month, day.day) for day in (date.earliest, date.latest))
    shared = next((place for place in range(3) if first[place] != last[place]), 3)
    return first[:shared]


def iso(date: edtf.Edtf | None) -> str:
    """2023-05-18, 2023-05 or 2023; "" where not even the year is certain."""
    return "-".join(f"{part:0{4 if place == 0 else 2}}" for place, part in enumerate(certain(date)))


def english(date: edtf.Edtf | None) -> str:
    """As Wikipedia's citation templates read it: “18 May 2023”, “May 2023”, “Summer 2022”, “c. 2019”; "" for what they refuse."""
    parts = certain(date)
    if date is None or not parts or parts[0] < 100:
        return ""
    if date.precision == "season" and not date.approximate:
        return f"{SEASONS[date.text[5:7]].capitalize()} {parts[0]}"
    words = " ".join([*(str(day) for day in parts[2:]), *(MONTHS[month - 1] for month in parts[1:2]), str(parts[0])])
    return f"c. {words}" if date.approximate and len(parts) == 1 else words


def parts(date: edtf.Edtf) -> list[list[int]]:
    """The date-parts of CSL: one date, or the two ends of a range; none where an end is open."""
    if date.precision == "interval":
        return [] if date.is_open else [list(certain(end)) for end in date.ends if certain(end)]
    found = list(certain(date))
    if found or date.latest is None:
        return [found] if found else []
    return [[date.earliest.year], [date.latest.year]]
