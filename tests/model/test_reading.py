"""An account's id holds its report's."""

import pytest

from harmledger.model import report_of
from tests.make import account, claim


@pytest.mark.parametrize("report_id", ["r1", "feed:2017:r1", ""])
@pytest.mark.parametrize("claims", [(), (claim(3).claim_id,)])
def test_the_report_of_an_account_is_cut_out_of_its_id(report_id, claims):
    told = account(report_id=report_id, claims=claims)
    assert report_of(told.account_id) == report_id
