"""Charts, as pages tell them, to drawings."""

from kdcl_site.pages.charts import BarChart, Timeline
from kdcl_site.rendering.bars import bars
from kdcl_site.rendering.drawing import Drawing
from kdcl_site.rendering.timeline import timeline


def drawn(chart: BarChart | Timeline) -> Drawing:
    """Return a chart with its shapes."""
    return bars(chart) if isinstance(chart, BarChart) else timeline(chart)
