"""What a served site watches: YAML and templates, never evidence files (watching is polling)."""

from mkdocs.livereload import LiveReloadServer

from kdcl_site.building.build import school_folders
from kdcl_site.building.options import BuildOptions

_BELOW = ("rounds", "improvement")


def watch(server: LiveReloadServer, options: BuildOptions) -> None:
    """Watch the folders of schools without their files, the operator's catalogues and overrides."""
    if options.schools.is_dir():
        server.watch(str(options.schools), recursive=False)
    for school in school_folders(options.schools):
        server.watch(str(school), recursive=False)
        for name in _BELOW:
            if (school / name).is_dir():
                server.watch(str(school / name))
    for folder in (options.frameworks, options.overrides):
        if folder and folder.is_dir():
            server.watch(str(folder))
