"""The plugin: which event does what, from top to bottom the life of a build."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from kdcl_site.building.build import Built, compile_all, site_options
from kdcl_site.building.files import ChangedError
from kdcl_site.building.frame import FrameError
from kdcl_site.building.options import BuildOptions
from kdcl_site.building.site import write_frameworks, write_moved, write_schools
from kdcl_site.building.staging import Staging
from kdcl_site.building.turn import Turn
from kdcl_site.building.work import WorkFolder
from kdcl_site.findings.finding import Finding
from kdcl_site.mkdocs.authored import Blocks
from kdcl_site.mkdocs.english import English, Speaker, is_english, make_english, part
from kdcl_site.mkdocs.english_site import with_base, write_english_portal
from kdcl_site.mkdocs.following import link_findings
from kdcl_site.mkdocs.frames import Theme
from kdcl_site.mkdocs.inline import Scripts
from kdcl_site.mkdocs.mending import mend
from kdcl_site.mkdocs.options import KdclConfig, build_options
from kdcl_site.mkdocs.overriding import make_renderers
from kdcl_site.mkdocs.places import address_findings
from kdcl_site.mkdocs.portal import add_portal, foot_links, portal_content, ways_back
from kdcl_site.mkdocs.reporting import asked, bars, configuration_findings, done, show, why_not_written
from kdcl_site.mkdocs.site_files import complete_site_index, strict_warnings, write_images, write_sitemap
from kdcl_site.mkdocs.theming import add_theme, prepare_theme
from kdcl_site.mkdocs.watching import watch
from kdcl_site.outputs.site_search import site_documents
from kdcl_site.rendering.render import Renderer
from kdcl_site.text.words import FIRST_LANGUAGE, Words, load_words

log = get_plugin_logger(__name__)

_LATE = -100


@dataclass
class _Build:
    """What one build knows from its configuration on."""

    options: BuildOptions
    renderer: Renderer
    work: WorkFolder
    built: Built
    started: float
    staging: Staging | None
    blocks: Blocks
    words: Callable[[str], Words]
    nav: Navigation | None = None
    env: Environment | None = None
    files: Files | None = None
    pages: int = 0
    english: Renderer | None = None
    side: English | None = None
    authored: list[Page] = field(default_factory=list)
    speaker: Speaker | None = None
    scripts: Scripts = field(default_factory=Scripts)


class KdclPlugin(BasePlugin[KdclConfig]):
    """Turns each school's folder into pages, between MkDocs' own steps."""

    def __init__(self) -> None:
        self._serving, self._turn = False, Turn()
        self._build: _Build | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn how MkDocs was called; that this event is defined also keeps the plugin over rebuilds."""
        self._serving, self._build = command == "serve", None
        if dirty:
            raise PluginError(load_words("vi")("build.dirty"))

    @event_priority(_LATE)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compile all schools; every error of the data is raised here, before anything of the old site is touched."""
        started = time.perf_counter()
        options = build_options(self.config, config)
        prepare_theme(config, load_words(options.language))
        if not self._serving and not self._turn.take(options.work.parent):
            raise PluginError(load_words(options.language)("build.taken_turn"))
        work = WorkFolder(options.served if self._serving else options.work)
        again = self._serving and self._build is not None
        renderer, english, words = make_renderers(options, log, stop=not again)
        if english:
            add_theme(config, "theme_english")
        built = compile_all(options, renderer, work, keep=again, english=english)
        show([*built.findings, *configuration_findings(config, options)], options, renderer.words, log, stop=not again)
        staging = None if self._serving else Staging(Path(config.site_dir))
        if staging:
            config.site_dir = str(staging.start())
        blocks = Blocks(built, options, work)
        self._build = _Build(options, renderer, work, built, started, staging, blocks, words, english=english)
        return config

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Rebuild when the schools' YAML changes; evidence files are not watched, there are too many."""
        watch(server, self._current.options)
        return server

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add pages nobody writes, such as the directory of schools; find files that would share an address."""
        self._current.blocks.findings += address_findings(files, config, self._current.options)
        add_portal(files, config, self._current.renderer)
        return files

    @event_priority(_LATE)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation for the frames."""
        if self._current.english:
            nav, self._current.authored = part(nav)
        self._current.nav, self._current.files = nav, files
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep English pages out of the index of the Vietnamese ones; they have their own."""
        if self._current.english and is_english(page):
            page.meta["search"] = {"exclude": True}
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Show data in authored pages and in the directory."""
        current = self._current
        renderer = current.english if current.english and is_english(page) else current.renderer
        html = portal_content(html, page, current.built, current.options, renderer)
        return current.blocks.shown(html, page, renderer)

    @event_priority(_LATE)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Report what is wrong in authored pages; keep the theme's templates, after every other plugin's say."""
        current = self._current
        self._tell(current.blocks.findings)
        current.env = env
        every = [one.words for one in (current.renderer, current.english) if one]
        env.globals["kdcl"] = {words.language: words for words in every}
        env.globals["kdcl_foot"] = foot_links(every, current.options.directory_urls)
        if current.english:
            current.side = make_english(config, files, current.authored, current.english.words)
            current.speaker = Speaker(config, current.words, self.config.english_name)
            current.speaker.speak(FIRST_LANGUAGE)
        return env

    @event_priority(_LATE)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Make the theme speak the language of the page."""
        current = self._current
        if current.speaker and current.side and current.files:
            return current.speaker.speak_for(page, context, current.files, current.side)
        return context

    @event_priority(_LATE)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Take the scripts out of the pages that stand for none of the site's own (404)."""
        return self._current.scripts.taken_out(output_content)

    @event_priority(_LATE)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Mend what the theme's templates cannot; let an operator's English page search the English ones."""
        english = self._current.english if is_english(page) else None
        output = self._current.scripts.taken_out(mend(output, (english or self._current.renderer).words))
        return with_base(output, page.url) if english and "kdcl" not in page.meta else output

    @event_priority(_LATE)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the schools' pages one school at a time, then what speaks of all pages, and swap the sites."""
        current = self._current
        self._write_schools(current, config)
        if current.staging is None:
            return
        config.site_dir = str(current.staging.site)
        if config.strict and strict_warnings():
            current.staging.discard()  # MkDocs stops the build right after this event
        else:
            current.staging.publish()

    def _tell(self, findings: Iterable[Finding]) -> None:
        options = self._current.options
        show(asked(findings, options), options, self._current.renderer.words, log, stop=not self._serving)

    def _write_schools(self, current: "_Build", config: MkDocsConfig) -> None:
        if current.nav is None or current.env is None or current.files is None:
            raise PluginError("on_post_build ran before on_nav and on_env")
        site, words, options = Path(config.site_dir), current.renderer.words, current.options
        theme = Theme(config, current.files, current.nav, current.env, options.project, ways_back(words), current.side)
        try:
            ready = current.work.each([row.id for row in current.built.rows])
            written = write_schools(site, ready, theme.frame, options.directory_urls, bars(current.built, words))
            others = current.built.english.frameworks if current.built.english else ()
            both = (*current.built.frameworks, *others)
            frameworks = write_frameworks(site, both, theme.frame, options.directory_urls)
            portal = self._write_english(site, theme)
            current.scripts.write(site)
            if not self._serving:  # nobody shares a link to it
                english = current.english.words if current.english else None
                write_images(site, current.built, options, words, english)
        except FrameError as error:
            raise PluginError(words("build.frame", slot=error)) from error
        except (OSError, ChangedError) as error:
            raise PluginError(why_not_written(error, words)) from error
        moved = current.work.each([row.id for row in current.built.rows if row.former_ids])
        write_moved(site, moved, current.renderer, options.directory_urls, options.site_url)
        laws = [(one.title, one.pieces) for one in current.built.frameworks]
        complete_site_index(site, site_documents(current.built.rows, laws, site_options(options), words))
        authored = [file.page.url for file in current.files.documentation_pages() if file.page]
        write_sitemap(site, options.site_url, [*authored, *written.urls, *frameworks.urls, *portal])
        self._tell(link_findings(site, current.files, options))
        current.pages = len(authored) + len(portal) + len(written.urls) + len(frameworks.urls)

    def _write_english(self, site: Path, theme: Theme) -> list[str]:
        current = self._current
        if not (current.english and current.built.english and current.side):
            return []
        told, options = current.built.english, current.options
        moved = current.work.each([row.id for row in told.rows if row.former_ids])
        write_moved(site, moved, current.english, options.directory_urls, options.site_url)
        return write_english_portal(site, theme, current.side, told, options, current.english)

    def on_build_error(self, *, error: Exception) -> None:
        """Throw the half-made site away; the old one stands."""
        if self._build and self._build.staging:
            self._build.staging.discard()

    def on_shutdown(self) -> None:
        """Let others build; say what was built, as the last line."""
        self._turn.end()
        current = self._build
        if current and current.pages and not self._serving:
            log.info(done(current.built, current.pages, time.perf_counter() - current.started, current.renderer.words))

    @property
    def _current(self) -> _Build:
        if self._build is None:
            raise PluginError("on_config did not run")
        return self._build
