"""No cell of ours begins a formula, and each can be read back."""

import pytest

from archive.models.lists.formulas import guarded, unguarded


@pytest.mark.parametrize("cell", ["", "plain", "=1", "+1", "-1", "@x", "\tx", "'=1", "''@x", "'plain", "＝1"])
def test_formula_is_guarded_and_comes_back(cell):
    assert unguarded(guarded(cell)) == cell
    assert guarded(cell)[:1] not in {*"=+-@\t＝"}
