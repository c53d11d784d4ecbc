"""The list of incidents, with filters, totals and a map."""
