"""The least number of criteria whose rise brings a level of the school."""

from collections import Counter
from itertools import product

from kdcl_site.frameworks.framework import Framework
from kdcl_site.frameworks.rules import SchoolStep
from kdcl_site.judging.school import Standing
from kdcl_site.judging.wants import raised, wants


def fewest(framework: Framework, step: SchoolStep, standing: Standing) -> int | None:
    """Return how many criteria must rise at least, to the top of the scale; None if not even all of them suffice."""
    return (_by_conditions if step.points is None else _by_points)(framework, step, standing)


def _by_conditions(framework: Framework, step: SchoolStep, standing: Standing) -> int | None:
    """Of the mandatory criteria, and of the others, those that one want names are among those of each wider want.

    So it is best to begin with those that most wants name, and only how many of either kind rise matters.
    """
    mandatory = {item.number for item in framework.group("mandatory")}
    missing = [
        (want.missing, len(want.gains.keys() & mandatory), len(want.gains.keys() - mandatory))
        for want in wants(framework, step, standing)
    ]
    most = [range(max((size[kind] for size in missing), default=0) + 1) for kind in (1, 2)]
    for first, second in sorted(product(*most), key=sum):
        if all(min(first, one) + min(second, other) >= number for number, one, other in missing):
            return first + second
    return None


def _by_points(framework: Framework, step: SchoolStep, standing: Standing) -> int | None:
    """Raise again and again who fills most wants, and of those who brings most; exact for points alone.

    Beside points a step may set conditions: then the number is enough, and a cleverer choice may need fewer.
    """
    top = framework.scale[-1].level
    count = 0
    while missing := wants(framework, step, standing):
        filled = Counter(number for want in missing for number in want.gains)
        brought = Counter({number: max(want.gains.get(number, 0) for want in missing) for number in filled})
        if not filled:
            return None
        best = max(filled, key=lambda number: (filled[number], brought[number]))
        standing = raised(framework, standing, {best: top})
        count += 1
    return count
