"""The relay tree of an incident: why many reports are few sources."""
