"""Accounts and judgements -> incidents: blocking, comparisons, clusters, independence."""

from harmledger.link.door import link
from harmledger.link.onward import Linked, Memory, link_on, pack, unpack
from harmledger.link.weights import Weights, load_weights

__all__ = [
    "Linked",
    "Memory",
    "Weights",
    "link",
    "link_on",
    "load_weights",
    "pack",
    "unpack",
]
