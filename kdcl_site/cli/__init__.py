"""The command `kdcl`: parse, call, show."""
