"""The plugin for MkDocs: the only room that knows MkDocs and its theme."""
