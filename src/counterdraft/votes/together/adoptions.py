"""Adoptions without a vote: of how many each pair of states was part, by session.

Such an adoption is nobody's recorded position. Counted as agreement (Häge and Hug 2016) it is
counted for every Member of the day, present or not; some of them dissociate themselves afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from counterdraft.lexicon.members import members_on
from counterdraft.model.vote import Vote
from counterdraft.votes.together.choice import session_of
from counterdraft.votes.together.seats import Seats


def took_part(seats: Seats, adoptions: Sequence[Vote]) -> NDArray[np.bool_]:
    """Seats × adoptions: whose Members there were on the day of each."""
    return seats._replace(
        votes=tuple(adoptions), positions=np.zeros((len(seats.codes), len(adoptions)), np.int8)
    ).mask(lambda date: [each.code for each in members_on(date)])


def sessions_of(adoptions: Sequence[Vote]) -> NDArray[np.str_]:
    """The session of each adoption."""
    return np.array([session_of(each) for each in adoptions], np.str_)
