"""Graded incidents -> the files of a release, with what could endanger someone withheld."""

from harmledger.publish.door import FORMATS, publish
from harmledger.publish.release import Release

__all__ = ["FORMATS", "Release", "publish"]
