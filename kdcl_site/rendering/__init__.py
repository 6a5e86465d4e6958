"""View models to safe HTML: our own autoescaping environment, its templates, and prose; nothing above knows Jinja."""
