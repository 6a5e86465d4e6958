"""Which pages exist, where they stand, and what each shows: view models in plain data, no HTML of a page's frame."""
