"""`replies.yml`: who answers for the school, what parents asked, and the school's word on what others judged."""

from typing import Annotated

from kdcl_site.model.marks import POST
from kdcl_site.model.scalars import CriteriaRefs, Id
from kdcl_site.nodes.entry import Day, Entry, Text


class Ask(Entry):
    """The post that answers, when it can be reached, and how soon an answer comes."""

    post: Annotated[Text, POST]
    hours: Text | None = None
    within: Text | None = None


class Answer(Entry):
    """The school's answer, by a post."""

    on: Day
    by: Annotated[Text, POST]
    text: Text


class Question(Entry):
    """A question of parents or the community, without the name of who asked; the id is unique in the school."""

    id: Id
    on: Day
    text: Text
    criteria: CriteriaRefs = ()
    answer: Answer | None = None


class Response(Entry):
    """The school's word on a round that others judged (right of reply)."""

    round: Id
    on: Day
    by: Annotated[Text, POST]
    criteria: CriteriaRefs = ()
    text: Text


class Replies(Entry):
    """Whom to ask, questions with their answers, and the school's replies."""

    ask: Ask | None = None
    questions: tuple[Question, ...] = ()
    responses: tuple[Response, ...] = ()
