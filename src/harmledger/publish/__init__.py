"""Graded incidents -> the files of a release, with what could endanger someone withheld."""

from harmledger.publish.checked import Checked, checked
from harmledger.publish.door import FORMATS, publish
from harmledger.publish.protect import protected
from harmledger.publish.release import Release, TotalRow

__all__ = ["FORMATS", "Checked", "Release", "TotalRow", "checked", "protected", "publish"]
