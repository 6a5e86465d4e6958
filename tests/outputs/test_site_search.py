"""What the site's own search knows: a short entry for each school, communes, and what frameworks ask."""

import gzip
import json
from dataclasses import replace

from kdcl_site.outputs.search_index import search_index
from kdcl_site.outputs.site_search import site_documents
from kdcl_site.rendering.render import Renderer
from tests.pages.school import OPTIONS, folder, planned, words

SCHOOL = folder(
    name="Trường Tiểu học Đồi <Thông>",
    former_names=[{"name": "Trường Tiểu học số 2"}],
    former_commune="Xã Suối Trong",
    former_district="Huyện Bắc",
)


def test_a_school_is_found_by_initials_and_by_what_it_and_its_place_were_called() -> None:
    row = planned(SCHOOL)[1]
    directory, commune, school = site_documents([row], [], OPTIONS, words())
    assert directory["location"] == "truong/"
    assert commune["location"] == "truong/#xa-xa-suoi-ngan-tinh-minh-hoa"
    assert (commune["title"], commune["text"]) == ("Xã Suối Ngàn, Tỉnh Minh Họa", "1 trường")
    assert school["location"] == "truong/th/"
    assert school["title"] == "Trường Tiểu học Đồi &lt;Thông&gt;"
    assert school["text"].startswith("TH Đồi &lt;Thông&gt; · ")
    assert school["text"].endswith("Xã Suối Ngàn · Trước đây: Trường Tiểu học số 2, Xã Suối Trong, Huyện Bắc")


def test_the_own_words_of_a_name_are_those_that_its_kind_does_not_explain() -> None:
    row = planned(folder(name="Trường Trung học cơ sở Cơ Sở"))[1]
    *_, school = site_documents([row], [], OPTIONS, words())
    assert school["own"] == "Cơ Sở"


def test_pages_of_a_framework_say_which_it_is() -> None:
    views, _ = planned(folder())
    piece = replace(
        Renderer(words()).piece(views[0]), search=(replace(views[0].search[0], title="Tiêu chí 2.2", text="Giáo viên"),)
    )
    *_, found = site_documents([], [("TT57", [piece])], OPTIONS, words())
    assert (found["title"], found["text"]) == ("Tiêu chí 2.2", "TT57. Giáo viên")


def test_a_province_of_schools_stays_bounded() -> None:
    first = planned(SCHOOL)[1]
    rows = [
        replace(first, id=f"th-{number}", name=f"Trường Tiểu học Đồi {number}", commune=f"Xã Thứ {number // 35}")
        for number in range(3_500)
    ]
    index = search_index(site_documents(rows, [], OPTIONS, words())).encode()
    assert len(json.loads(index)["docs"]) == 1 + 100 + 3_500
    assert len(index) <= 350 * 3_500
    assert len(gzip.compress(index)) <= 30 * 3_500
