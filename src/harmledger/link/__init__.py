"""Accounts and judgements -> incidents: blocking, comparisons, clusters, independence."""

from harmledger.link.door import link
from harmledger.link.weights import Weights, load_weights

__all__ = ["Weights", "link", "load_weights"]
