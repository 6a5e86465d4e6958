"""The least number of criteria whose rise brings a level of the school."""

from collections.abc import Sequence

from kdcl_site.judging.wants import Want


def fewest(wants: Sequence[Want]) -> int | None:
    """Return how many criteria must rise at least, each as far as it can; None if not even all of them suffice.

    Lets rise who fills most wants, and of those who brings most, and so on with what is left. This is exact for
    conditions alone, where of the mandatory criteria, and of the others, those that one want names are among those of
    each wider want; and for points alone. Beside each other the number is enough, and a cleverer choice may need fewer.
    """
    if not wants:
        return 0
    gains = {number: gain for want in wants for number, gain in want.gains.items()}
    if not gains:
        return None
    best = max(gains, key=lambda number: (sum(number in want.gains for want in wants), gains[number]))
    more = fewest([rest for want in wants if (rest := want.after(best)).missing > 0])
    return None if more is None else more + 1
