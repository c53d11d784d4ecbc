"""What made this ledger, and whether it holds."""
