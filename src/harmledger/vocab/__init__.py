"""What we know, as data with examples, and the strict loaders that read it."""
