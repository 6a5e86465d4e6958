"""Schools whose pages use every part of every template, and what reads those pages."""

from html.parser import HTMLParser
from typing import Any

from kdcl_site.pages.piece import Piece
from kdcl_site.pages.school_site import PublishedFile, SiteOptions
from kdcl_site.rendering.render import Renderer
from tests.pages.school import OPTIONS, assessment, assessment_2018, commitment, folder, framework, item, planned, words

HOSTILE = (
    'Trường <b>"A" & B</b>: {{ x }} | --8<-- #1 <script>alert(1)</script> <img src=x onerror=alert(2)> '
    "![a](https://evil.example/p.png) [b](javascript:alert(3)) </p></details></div> ' \" &lt;i&gt;"
)


class Reader(HTMLParser):
    """What a browser would see of a body."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("br", "input", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]


def render(school: Any, language: str = "vi", files: dict[str, PublishedFile] | None = None) -> list[Piece]:
    options = SiteOptions(True, OPTIONS.as_of, language)
    views, _ = planned(school, options, files, language)
    renderer = Renderer(words(language))
    return [renderer.piece(one) for one in views]


def full(text: str = "", **school: Any) -> Any:
    """A school that uses every part of every page, with `text` in every field that takes free text."""

    def say(own: str) -> str:
        return f"{own} {text}".strip()

    data = assessment({"1.3": 1, "2.3": 0, "3.3": 1, "3.4": 1, "3.5": 1, "4.3": 1}, claims="2")
    for number, rating in data["criteria"].items():
        rating["plain"] = say("Lời dễ hiểu.")
        rating["levels"]["1"]["findings"] = say("Có (MC.1.1.01, MC.1.1.03).")
        level = framework().criteria[number].level(2)
        assert level is not None
        verdicts = {one.id: "met" for one in level.requirements} | {"2": rating["levels"]["2"]["verdict"]}
        rating["levels"]["2"] = {"verdict": verdicts, "findings": {"1": say("Một."), "2": say("Hai.\n\n- a\n- b")}}
    data["approved"] = {"on": "2026-11-05", "by": say("Hiệu trưởng"), "decision": say("45/QĐ")}
    data["changes"] = [{"on": "2026-11-16", "what": say("Sửa số."), "why": say("Nhầm.")}]
    data["standards"] = {
        number: {
            "strengths": [{"id": "M1", "text": say("Mạnh.")}],
            "weaknesses": [
                {"id": "Y1", "text": say("Yếu."), "cause": say("Vì."), "commitments": ["CT-2026-01"]},
                {"id": "Y2", "text": say("Yếu."), "not_planned": say("Chưa.")},
                {"id": "Y3", "text": say("Yếu.")},
            ],
        }
        for number in "1234"
    }
    issued = {"number": say("1/KH"), "on": "2025-09", "by": say("Trường")}
    common = {"issued": issued, "note": say("Chú."), "kept_at": say("Tủ"), "kept_by": say("Văn thư")}
    evidence = [
        item(
            "MC.1.1.01", serves=["1.1", "3.1"], access="public", file="files/a.pdf", former_codes=[{"code": say("H1")}]
        ),
        item("MC.1.1.02", access="public", url="https://a.example/?a=1&b=2"),
        item("MC.1.1.03", access="internal"),
        item("MC.1.2.01", access="onsite", state="planned", valid_until="2026-01-01"),
        item("MC.1.2.02", withdrawn={"on": "2026-11-01", "reason": say("Lỗi.")}),
        item("SO/9 " + "x", title=say("Sổ")),
    ]
    details = ("situation", "limitation", "cause", "goal", "action", "resources", "expected_evidence")
    entry = {"on": "2026-11-01", "note": say("Đã."), "by": say("Văn thư"), "evidence": ["MC.1.1.01", "MC.1.1.03"]}
    commitments = [
        commitment(
            title=say("Tuyển."),
            owner=say("Hiệu trưởng"),
            measure=say("Đủ."),
            due="2026-06-30",
            due_history=[{"due": "2026-03-31", "why": say("Chậm.")}],
            log=[entry | {"status": "in_progress"}],
            **{name: say("Chi tiết.") for name in details},
        ),
        commitment(id="CT-2026-02", log=[{"on": "2026-11-01", "status": "done"}]),
        commitment(id="CT-2026-03", log=[{"on": "2026-11-01", "status": "dropped"}], criteria=["9.9"]),
        commitment(id="CT-2026-04", origin="external"),
    ]
    review = {"on": "2026-11-01", "period": say("Kỳ I"), "content": say("a"), "result": say("b"), "by": say("c")}
    plan = {
        "plan": {"number": say("15/KH"), "issued": "2026-11-12", "school_year": "2026-2027"},
        "commitments": commitments,
        "reviews": [review],
        "organisation": {"head": say("a"), "council": say("b")},
    }
    certificate = {"kind": "national_standard", "framework": "tt17-2018", "level": 1, "issued": "2023-05-10"}
    answer = {"on": "2026-11-15", "by": say("Hiệu trưởng"), "text": say("Vì thế (MC.1.1.01, MC.1.1.03).")}
    replies: dict[str, Any] = {
        "ask": {"post": say("Văn thư"), "hours": say("Sáng"), "within": say("5 ngày")},
        "questions": [
            {"id": "H1", "on": "2026-11-14", "text": say("Vì sao?"), "criteria": ["1.3", "9.9"], "answer": answer},
            {"id": "H2", "on": "2026-11-16", "text": say("Bao giờ?")},
        ],
        "responses": [
            {"round": "2026-2027", "on": "2026-11-17", "by": say("Hiệu trưởng"), "criteria": ["1.3"], "text": say("Có")}
        ],
    }
    about: dict[str, Any] = {
        "name": say("Trường Tiểu học Đồi Thông"),
        "sample": "true",
        "former_names": [{"name": say("Tên cũ")}],
        "province": say("Tỉnh Minh Họa"),
        "commune": say("Xã Suối Ngàn"),
        "summary": say("Giới thiệu."),
        "contact": {"address": say("Thôn"), "phone": say("0000 000 001"), "email": say("a@b.example")},
        "leaders": [{"post": say("Hiệu trưởng"), "name": say("Ẩn danh")}],
        "authority": say("Sở"),
        "campuses": [{"name": say("Điểm"), "address": say("Bản")}],
    }
    return folder(
        rounds={"2026-2027": data, "2025-2026": assessment(school_year="2025-2026")},
        evidence=[
            one if "title" in one and "Sổ" in one["title"] else common | one | {"title": say("Hồ sơ")}
            for one in evidence
        ],
        plans=[plan],
        recognitions=[certificate | {"issuer": say("UBND"), "decision": say("123/QĐ"), "expires": "2025-01-01"}],
        replies=replies,
        **about | school,
    )


FILES = {"MC.1.1.01": PublishedFile("MC.1.1.01.pdf", 1_200_000, "ab" * 32, "PDF")}
SCHOOLS = {
    "full": full(),
    "hostile": full(HOSTILE),
    "bare": folder(),
    "empty": folder(rounds={}),
    "unpublished": folder(rounds={"a": assessment(published=None)}, evidence=[item("MC.1.1.01", serves=["1.1"])]),
    "older": folder(
        rounds={
            "dgn": assessment_2018(kind="external", levels={"1.1": 2}, concluded_on="2024-05-02"),
            "tdg": assessment_2018(claims=3, clauses={str(one): {"verdict": "met"} for one in range(1, 7)}),
        },
        kind="upper_secondary",
        stages=["upper_secondary"],
    ),
    "several": folder(
        rounds={
            "thcs": assessment_2018(stage="lower_secondary"),
            "thpt": assessment_2018(stage="upper_secondary", levels={"1.1": 0}),
        },
        kind="multi_level",
        stages=["lower_secondary", "upper_secondary"],
    ),
    "unfinished": folder(rounds={"a": assessment({"1.1": None, "3.2": None})}),
}
