"""A newsroom with one of everything, for tests that look at every page."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from articles.copy import Byline
from articles.models import Article, Author, Edition, Section, Topic, Withdrawal
from desk import authors, publishing, sections
from desk.models import Audit, Outbox, Story, User
from desk.roles import ADMINISTRATOR, REPORTER, RIGHTS
from photos.models import Agency, Photo
from tests import makers
from wire.importing import import_dispatch
from wire.models import WireItem

DISPATCH = """Giao thông

Thông xe cây cầu mới nối hai bờ sông Lam

Sau ba năm thi công, cây cầu mới qua sông Lam được thông xe sáng nay.

TTXVN - Ngày 2/9, tại Nghệ An, Sở Giao thông tổ chức lễ thông xe cây cầu mới.

Cây cầu dài 1.200 mét, có bốn làn xe và hai lề cho người đi bộ.../.

Thu Cúc
"""


@dataclass
class World:
    """`people` has somebody of each role, by its name, and "nobody" with none."""

    people: dict[str, User] = field(default_factory=dict)
    root: User | None = None
    article: Article | None = None
    printed: Story | None = None
    draft: Story | None = None
    withdrawn: Story | None = None
    section: Section | None = None
    author: Author | None = None
    topic: Topic | None = None
    photo: Photo | None = None

    @property
    def person(self) -> User:
        return self.people[REPORTER]

    @property
    def edition(self) -> Edition:
        return Edition.objects.order_by("pk")[0]

    @property
    def withdrawal(self) -> Withdrawal:
        return Withdrawal.objects.order_by("pk")[0]

    @property
    def audit(self) -> Audit:
        return Audit.objects.order_by("pk")[0]

    @property
    def outbox(self) -> Outbox:
        return Outbox.objects.order_by("pk")[0]

    @property
    def agency(self) -> Agency:
        return Agency.objects.order_by("pk")[0]

    @property
    def wire_item(self) -> WireItem:
        return WireItem.objects.order_by("pk")[0]


def everything() -> World:
    """Printed, corrected and withdrawn, merged and taken in, by people of each role."""
    world = World()
    for number, role in enumerate(RIGHTS):
        name = f"nguoi{number}"
        world.people[role] = makers.person(name, role, is_staff=True)
    world.people["nobody"] = makers.person("khong", is_staff=True)
    world.root = makers.person("goc", is_staff=True, is_superuser=True)
    head = world.people[ADMINISTRATOR]
    _paper(world, head)
    _stories(world, head)
    import_dispatch(DISPATCH.encode(), name="cau.txt", by=head)
    return world


def _paper(world: World, head: User) -> None:
    world.section = sections.make(sections.Plan("Thể thao", position=2), by=head)
    below = sections.Plan("Bóng đá", parent=world.section.pk)
    sections.make(below, by=head)
    world.photo = makers.photo()
    profile = authors.Profile("Trần Văn Đức", portrait=world.photo)
    world.author = authors.make(Author, profile, by=head)
    double = authors.make(Author, authors.Profile("Trần Văn Đức"), by=head)
    authors.merge(double, into=world.author, by=head)
    world.topic = authors.make(Topic, authors.Profile("Mưa lũ miền Trung"), by=head)


def _stories(world: World, head: User) -> None:
    world.article = makers.article(
        bylines=(Byline("Trần Văn Đức", world.author.pk),),
        lead=makers.lead(world.photo),
        topics=(world.topic.pk,),
    )
    story = makers.fresh(world.article)
    publishing.correct(story, version=story.version, by=head, note="Sai tên phố")
    world.printed = makers.fresh(world.article)
    gone = makers.article(headline="Một tin đã gỡ", lead=makers.lead(makers.photo()))
    world.withdrawn = makers.fresh(gone)
    publishing.withdraw(
        world.withdrawn, version=world.withdrawn.version, by=head, notice="Đã gỡ"
    )
    world.draft = makers.story(
        by=world.person, headline="Một tin còn cấm đăng", section=None
    )
    tomorrow = timezone.now() + timedelta(days=1)
    Story.objects.filter(pk=world.draft.pk).update(
        embargo_until=tomorrow, section=world.section
    )
    world.draft, world.withdrawn = map(makers.fresh, (world.draft, world.withdrawn))
