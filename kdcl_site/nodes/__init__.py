"""YAML text to nodes that know their line and column, and nodes to typed objects; nothing of the domain."""
