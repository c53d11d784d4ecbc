"""Reports of several incidents and of one, with what each account should count."""
