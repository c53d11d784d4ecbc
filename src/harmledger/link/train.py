"""Learning what levels weigh from pairs that people held to be one incident or two."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from harmledger.link.comparison.kind import Levels
from harmledger.link.weights import Weights

Same = NDArray[np.bool_]
Limits = list[tuple[float | None, float | None]]
ROUNDS = 400
LN2 = float(np.log(2))


def train(
    found: Mapping[str, Levels], same: Same, weights: Weights, *, version: str, hold: float = 1.0
) -> Weights:
    """Fit the bits of every level, and `prior`, to judged pairs; what was set by hand stays.

    Logistic regression: each level's bits are what it says beside all others.
    The present weights are the centre that few pairs are held to: a level that no pair shows
    keeps its bits. Limits given in vocab/linking/default.yml hold.

    Args:
        found: The level of each comparison for each pair, as `weigh.levels` gives them.
        same: Whether each pair tells of one incident.
        hold: How many pairs of evidence the present weights count for.
    """
    names = [name for name, given in weights.comparisons.items() if not given.by_hand]
    sizes = [len(weights.comparisons[name].bits) for name in names]
    starts = np.cumsum([1, *sizes])
    design = _design([found[name] for name in names], starts)
    centre = np.array(
        [weights.prior, *(b for name in names for b in weights.comparisons[name].bits)]
    )
    limits = [(None, None), *(pair for name in names for pair in weights.comparisons[name].limits)]
    beta = _fitted(design, same, centre * LN2, hold, limits) / LN2
    return replace(
        weights,
        version=version,
        prior=round(float(beta[0]), 2),
        comparisons={
            name: replace(given, bits=_rounded(beta[starts[at] : starts[at + 1]]))
            for at, (name, given) in enumerate((name, weights.comparisons[name]) for name in names)
        }
        | {name: given for name, given in weights.comparisons.items() if given.by_hand},
    )


def _rounded(bits: NDArray[np.float64]) -> tuple[float, ...]:
    # Adding 0 makes -0.0 a plain zero.
    return tuple(round(float(one), 2) + 0.0 for one in bits)


def _design(found: list[Levels], starts: NDArray[np.int64]) -> csr_matrix:
    """A column for each level of each comparison, after one for `prior`."""
    size = len(found[0])
    rows = [np.arange(size)]
    columns = [np.zeros(size, dtype=np.int64)]
    for level, start in zip(found, starts, strict=False):
        said = np.flatnonzero(level >= 0)
        rows.append(said)
        columns.append(level[said].astype(np.int64) + start)
    at, column = np.concatenate(rows), np.concatenate(columns)
    return csr_matrix((np.ones(len(at)), (at, column)), shape=(size, int(starts[-1])))


def _fitted(
    design: csr_matrix, same: Same, centre: NDArray[np.float64], hold: float, limits: Limits
) -> NDArray[np.float64]:
    penalty = np.full(len(centre), hold)
    penalty[0] = 1e-6  # how many pairs are one incident's is the sample's to say

    def loss(beta: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        sums = design @ beta
        away = beta - centre
        cost = np.sum(np.logaddexp(0, sums) - same * sums) + 0.5 * np.sum(penalty * away**2)
        share = 1 / (1 + np.exp(-np.clip(sums, -40, 40)))
        return float(cost), design.T @ (share - same) + penalty * away

    bounds = [tuple(None if end is None else end * LN2 for end in pair) for pair in limits]
    found = minimize(
        loss, centre, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": ROUNDS}
    )
    return np.asarray(found.x)
