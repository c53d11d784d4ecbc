"""One report, with the evidence of its claims marked."""
