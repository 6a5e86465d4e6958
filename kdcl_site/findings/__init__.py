"""Everything wrong, doubtful or missing, as data: what, where, how grave, how to mend it."""
