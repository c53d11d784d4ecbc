"""One incident: its ranges, its claims by source, and why it is one."""
