"""View models to safe HTML: our own autoescaping environment, its templates, and prose. The only room that knows Jinja."""
