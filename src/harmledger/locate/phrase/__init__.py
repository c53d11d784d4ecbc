"""The words of a place, taken apart."""
