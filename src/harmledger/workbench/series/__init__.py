"""Running totals of sources beside the incidents of their days."""
