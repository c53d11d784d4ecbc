"""Totals under any scheme, each with the incidents behind it."""
