"""Finds and reads the files of gold, with a sentence for each that is missing or broken."""

import json
from pathlib import Path
from typing import Any

from archive.evaluation.gold import GoldError
from archive.reading import Unreadable, read_plain


def files_of(path: Path) -> list[Path]:
    if path.is_dir():
        found = sorted(path.glob("*.json"))
        if not found:
            raise GoldError(f"{path}: no .json file in this folder. Gold is NAME.json beside NAME.txt, or a file of rows or documents.")
        return found
    if path.suffix == ".txt":
        path = path.with_suffix(".json")
    if not path.exists():
        raise GoldError(f"{path}: there is no such file or folder.")
    return [path]


def read_json(file: Path) -> Any:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise GoldError(f"{file}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{file}: not UTF-8 ({error.reason} at byte {error.start}). Save it as UTF-8.") from error
    except ValueError as error:
        raise GoldError(f"{file}: broken JSON, {error}.") from error


def text_beside(file: Path, texts: Path | None) -> Path:
    return (texts or file.parent) / f"{file.stem}.txt"


def read_text(file: Path) -> str:
    try:
        return read_plain(file.read_bytes()).text
    except OSError as error:
        raise GoldError(
            f"{file}: the text that the gold is about can't be read ({error.strerror}). --texts DIR says where it is."
        ) from error
    except Unreadable as error:
        raise GoldError(f"{file}: {error}") from error


def find_text(gold_file: Path, texts: Path | None, name: str) -> Path:
    beside = gold_file.parent
    places = [texts] if texts else [beside, beside / gold_file.stem, beside.parent / gold_file.stem]
    found = next((place / name for place in places if (place / name).is_file()), None)
    if found is None:
        raise GoldError(f"{gold_file}: the text {name} is not in {', '.join(map(str, places))}. --texts DIR says where it is.")
    return found
