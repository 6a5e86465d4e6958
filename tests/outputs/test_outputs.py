"""The sitemap and the search index of a school."""

import json

from kdcl_site.outputs.search_index import documents, search_index
from kdcl_site.outputs.sitemap import sitemap
from kdcl_site.pages.piece import SearchEntry


def test_a_small_site_has_one_sitemap_without_dates() -> None:
    [(name, xml)] = sitemap("https://x.example/a", ["", "truong/b/", "tệp & x/"])
    assert name == "sitemap.xml"
    assert "<url><loc>https://x.example/a/truong/b/</loc></url>" in xml
    assert "https://x.example/a/t%E1%BB%87p%20%26%20x/" in xml
    assert "lastmod" not in xml


def test_a_large_site_has_an_index_of_sitemaps() -> None:
    files = dict(sitemap("https://x.example/", [f"p{number}/" for number in range(5)], limit=2))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert files["sitemap-3.xml"].count("<url>") == 1
    assert files["sitemap.xml"].count("<sitemap>") == 3


def test_titles_and_texts_are_escaped_because_the_dialog_inserts_them_as_html() -> None:
    index = search_index(documents("minh-chung/", [SearchEntry("MC.1.1.01", "<img onerror=x>", "a & b <script>")]))
    [found] = json.loads(index)["docs"]
    assert found == {
        "location": "minh-chung/#MC.1.1.01",
        "title": "&lt;img onerror=x&gt;",
        "text": "a &amp; b &lt;script&gt;",
    }


def test_the_index_says_what_the_worker_needs() -> None:
    assert set(json.loads(search_index([]))["config"]) == {"lang", "separator", "pipeline", "fields"}
