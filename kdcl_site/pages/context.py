"""What all pages of one school are made from, and the few things they all need to say."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from kdcl_site.frameworks.framework import Criterion, Framework
from kdcl_site.frameworks.maps import FrameworkMap
from kdcl_site.frameworks.texts import Local
from kdcl_site.judging.commitments import CommitmentState, state
from kdcl_site.judging.result import Judgement
from kdcl_site.model.evidence import Evidence
from kdcl_site.model.folder import Round, SchoolFolder
from kdcl_site.model.improvement import Commitment
from kdcl_site.model.scalars import CriteriaRefs
from kdcl_site.pages import addresses
from kdcl_site.pages.addresses import Address
from kdcl_site.pages.citing import Citations, Cite
from kdcl_site.pages.options import NOTHING_CHECKED, Checked, PublishedFile, SiteOptions
from kdcl_site.pages.parts import EvidenceLine, Mark, Ref, level_tone
from kdcl_site.pages.speaking import citation, local
from kdcl_site.text.formats import bind, school_year
from kdcl_site.text.forms import day_in
from kdcl_site.text.passages import passage
from kdcl_site.text.words import FIRST_LANGUAGE, Words


@dataclass(frozen=True)
class Context:
    """One school with its judgements by round, and how its pages speak."""

    folder: SchoolFolder
    judgements: Mapping[str, Judgement]
    options: SiteOptions
    words: Words
    files: Mapping[str, PublishedFile]
    maps: tuple[FrameworkMap, ...] = ()
    checked: Checked = NOTHING_CHECKED

    @cached_property
    def rounds(self) -> tuple[Round, ...]:
        """The published rounds, newest first, those of schools merged into this one among them."""
        return tuple(item for item in self.folder.rounds if item.published and item.id in self.judgements)

    @cached_property
    def own_rounds(self) -> tuple[Round, ...]:
        """The published rounds of the school itself, newest first."""
        return tuple(item for item in self.rounds if item.own)

    @cached_property
    def current(self) -> Round | None:
        """The school's own newest published self-assessment."""
        return next((item for item in self.own_rounds if item.assessment.kind == "self"), None)

    @cached_property
    def framework(self) -> Framework | None:
        """The school's current framework: that of its current round, else of its newest one, published or not."""
        newest = self.current or next(iter(sorted(self.folder.rounds, key=lambda item: not item.own)), None)
        return newest.framework if newest else None

    @cached_property
    def frameworks(self) -> tuple[Framework, ...]:
        """The frameworks of the school's rounds, the current one first."""
        found = [self.framework, *(item.framework for item in self.folder.rounds)]
        return tuple({item.id: item for item in found if item}.values())

    @cached_property
    def citations(self) -> Citations:
        """The school's codes of evidence."""
        return Citations(
            self.folder.evidence.values(),
            self.frameworks,
            self.words("evidence.internal"),
            self.framework.evidence_code.separator if self.framework else ", ",
        )

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """The items that are not internal, in the order of the file."""
        return tuple(item for item in self.folder.evidence.values() if not item.internal)

    @cached_property
    def states(self) -> dict[str, CommitmentState]:
        """How each commitment stands, by id."""
        return {item.id: state(item, self.folder.evidence, self.options.as_of) for item in self.folder.commitments}

    @cached_property
    def evidence_lines(self) -> dict[tuple[str, str], EvidenceLine]:
        """The lines of evidence made so far, by the link to the page of evidence and by code: most pages share them."""
        return {}

    @cached_property
    def _links(self) -> dict[tuple[str, str], str]:
        return {}

    @cached_property
    def name(self) -> str:
        """The school's name."""
        return self.say(self.folder.school.name)

    def say(self, text: str | None) -> str:
        """Return an author's text as it may leave the build, marked on a page of another language; or an empty text."""
        told = self.plain(text)
        return told if self.options.language == FIRST_LANGUAGE else passage(told)

    def plain(self, text: str | None) -> str:
        """Return the same without a mark, for what is of no language: a telephone number, an address."""
        return self.citations.shown(text) if text else ""

    def law(self, text: str | None) -> str:
        """Return where something stands in the law, in the language of the site, or an empty text."""
        return citation(self.words, text) if text else ""

    def address(self, url: str | None) -> str:
        """Return an author's link, or an empty text where it would name an internal item."""
        return url if url and not self.citations.hides_address(url) else ""

    def local(self, text: Local) -> str:
        """Return a framework's text in the language of the site."""
        return local(text, self.options.language)

    def link(self, origin: Address, target: Address, fragment: str = "") -> str:
        """Return the relative link from one page to another."""
        key = (origin.path, target.path)
        if key not in self._links:
            self._links[key] = addresses.link(origin, target, self.options.directory_urls)
        return addresses.at(self._links[key], fragment, origin == target)

    def round_link(self, origin: Address, item: Round, fragment: str = "") -> str:
        """Return the link to a round's overview: the school's own page where that shows it."""
        shown = item is self.current and len(self.folder.school.stages) < 2
        school = self.folder.id
        return self.link(origin, addresses.school(school) if shown else addresses.round_(school, item.id), fragment)

    def cite(self, origin: Address) -> Cite:
        """Return what links the codes in a page's texts."""
        return self.citations.cite(self.link(origin, addresses.evidence(self.folder.id)))

    def level(self, framework: Framework, level: int) -> str:
        """Return a level's short name; the lowest value of the scale, grades and passes keep their legal one."""
        if framework.method != "levels" or level == framework.scale[0].level:
            return bind(self.local(framework.step(level).name))
        return bind(f"{self.local(framework.words.level)} {level}")

    def judged(self, item: Round) -> tuple[str, str]:
        """Return who judged a round, and when."""
        said = item.assessment
        judge = self.words(f"judge.{said.kind}")
        if one := self.folder.school.predecessor(said.school):
            key = "judge.of_self" if said.kind == "self" else "judge.of_other"
            judge = self.words(key, judge=judge, school=self.say(one.name))
        return judge, self.day(said.judged_on)

    def mark(self, item: Round, level: int | None, unjudged: str = "mark.unjudged") -> Mark:
        """Return the mark of a level in a round; `unjudged` is the word where there is none."""
        judge, day = self.judged(item)
        scale = item.framework.scale
        steps = len(scale) - 1
        if level is None:
            return Mark("none", 0, steps, self.words(unjudged), judge, day)
        filled = sum(1 for step in scale if step.level <= level) - 1
        return Mark(level_tone(filled, steps), filled, steps, self.level(item.framework, level), judge, day)

    def whole_mark(self, item: Round) -> Mark:
        """Return the mark of a round as a whole."""
        return self.mark(item, self.judgements[item.id].level, "mark.unfinished")

    def criterion_mark(self, item: Round, number: str) -> Mark:
        """Return the mark of a criterion in a round; where criteria get points, its word is those points."""
        result = self.judgements[item.id].criteria[number]
        mark = self.mark(item, result.level)
        if self.checked.under(item.id, number):
            mark = replace(mark, review=self.words("review.word"))
        reached = [one.level for one in result.levels if one.state == "met"]
        if result.level is None and reached and item.framework.derives:
            return replace(mark, word=self.words("mark.partly", level=self.level(item.framework, max(reached))))
        if result.points is None:
            return mark
        rule = next(step.points for step in item.framework.school_level.levels if step.points)
        return replace(mark, word=self.words("mark.points", points=result.points, maximum=max(rule.values)))

    def criteria_of(self, refs: CriteriaRefs, framework: Framework | None) -> tuple[str, ...]:
        """Return which of a framework's criteria an author means; a bare list speaks of the current framework."""
        if isinstance(refs, Mapping):
            return refs.get(framework.id, ()) if framework else ()
        return refs if framework is self.framework else ()

    def criterion_name(self, framework: Framework, criterion: Criterion) -> str:
        """Return "Tiêu chí 2.2"."""
        return bind(f"{self.local(framework.words.criterion)} {criterion.number}")

    def round_label(self, item: Round) -> str:
        """Return the year and judge that tell a round from the others."""
        said = item.assessment
        label = self.words("round.label", years=school_year(said.school_year), judge=self.judged(item)[0])
        several = item.own and said.stage and len(self.folder.school.stages) > 1
        return f"{label}, {self.words(f'kind.{said.stage}').lower()}" if several else label

    def tier(self, framework: Framework | None) -> str:
        """Return a framework's word for what is judged, as it stands within a sentence."""
        return self.local(framework.words.criterion).lower() if framework else ""

    def criterion_links(self, origin: Address, numbers: tuple[str, ...]) -> tuple[Ref, ...]:
        """Return links to criteria of the current round; plain names (no address) where there is none."""
        known = self.framework.criteria if self.framework else {}
        there = self.current
        return tuple(
            Ref(
                self.tier(self.framework),
                number,
                self.link(origin, addresses.criterion(self.folder.id, there.id, number))
                if there and number in known
                else "",
            )
            for number in numbers
        )

    @cached_property
    def _answering(self) -> dict[tuple[str, str], list[Commitment]]:
        found: dict[tuple[str, str], list[Commitment]] = defaultdict(list)
        for commitment in self.folder.commitments:
            if self.states[commitment.id].status != "dropped":
                for framework in self.frameworks:
                    for number in dict.fromkeys(self.criteria_of(commitment.criteria, framework)):
                        found[framework.id, number].append(commitment)
        return found

    @cached_property
    def _serving(self) -> dict[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for item in self.evidence:
            for framework in self.frameworks:
                for number in self.criteria_of(item.serves, framework):
                    found[framework.id, number].append(item.code)
        return found

    def answering(self, framework: Framework, number: str) -> list[Commitment]:
        """Return the commitments that answer a criterion and were not dropped, open ones first."""
        found = self._answering.get((framework.id, number), [])
        return sorted(found, key=lambda one: self.states[one.id].status == "done")

    def serving(self, framework: Framework, number: str) -> list[str]:
        """Return the codes of the visible items that say they serve a criterion."""
        return self._serving.get((framework.id, number), [])

    def day(self, day: date | None) -> str:
        """Return a day as it is written, or an empty text."""
        return day_in(self.words, day) if day else ""
