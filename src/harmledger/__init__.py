"""Turns reports of harm into a record that stands up: claims, incidents, graded ranges."""

__version__ = "0.1.0"
