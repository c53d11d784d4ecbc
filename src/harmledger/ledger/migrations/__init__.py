"""Changes of the table, oldest first."""
