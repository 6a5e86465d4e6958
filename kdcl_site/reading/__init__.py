"""A school's folder of YAML files to the typed model, with every finding of every file at once."""
