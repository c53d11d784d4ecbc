"""The place words of a whole text, found without its grammar."""
