"""What may stand in a body goes through the real editor and comes out as it was."""

import re

import pytest

from articles.html import ALLOWED, from_paragraphs, sanitise
from tests import makers
from tests.e2e import newsroom

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]

EACH = """\
<p>Chữ <strong>đậm</strong>, <em>nghiêng</em>, H<sub>2</sub>O, m<sup>2</sup>,\
 <a href="https://example.vn/?a=1&amp;b=2">liên kết</a><br>sau, 5 &lt; 6 &amp; 7</p>
<h2>Tiêu đề</h2>
<h3>Tiêu đề nhỏ</h3>
<ul><li>một</li><li>hai</li></ul>
<ol><li>thứ nhất</li></ol>
<blockquote><p>“Lời người nói.”</p></blockquote>
<figure class="photo" data-photo="{photo}">\
<figcaption>Nước <em>lên</em></figcaption></figure>
<figure class="photo" data-alt="Bờ đê &quot;cũ&quot; &amp; mới, nhìn từ trên cao"\
 data-photo="{other}"></figure>
<aside><p>Ai cần biết.</p></aside>
<table><caption>Mực nước</caption><thead><tr><th scope="col">Trạm</th>\
<th scope="col">Mét</th></tr></thead><tbody><tr><th rowspan="2" scope="row">Huế</th>\
<td>3,1</td></tr><tr><td>3,4</td></tr><tr><td colspan="2">Nguồn: đài</td></tr>\
</tbody></table>
<p>Cuối</p>"""

HOSTILE = [
    '<p onmouseover="window.hit=1">a</p>',
    "<script>window.hit=1</script><p>a</p>",
    '<img src="x" onerror="window.hit=1"><p>a</p>',
    '<p style="color:red" class="x" id="y">a</p>',
    '<iframe srcdoc="<script>parent.hit=1</script>"></iframe><p>a</p>',
    '<figure class="other"><p>a</p></figure>',
]


@pytest.fixture
def browser_context_args():
    return {"viewport": {"width": 1280, "height": 844}, "locale": "vi-VN"}


@pytest.fixture
def each() -> str:
    return EACH.format(photo=makers.photo().pk, other=makers.photo().pk)


def test_the_text_has_one_of_everything_that_is_allowed(each):
    assert sanitise(each) == each
    assert set(re.findall(r"<([a-z0-9]+)", each)) == set(ALLOWED)
    attributes = set().union(*ALLOWED.values())
    assert set(re.findall(r'\s([a-z-]+)="', each)) == attributes


def test_it_works(live_server, page, complaints, each):
    binh = newsroom.binh()
    story = makers.story(body=each)
    newsroom.sign_in(page, live_server, binh)

    newsroom.open_story(page, live_server, story)

    assert newsroom.body(page) == each
    newsroom.save(page)
    assert makers.fresh(story).body == each
    assert story.revisions.count() == 1
    assert complaints == []


def test_plain_paragraphs_of_the_wire_stay_as_they_are(live_server, page):
    paragraphs = from_paragraphs(['"Một" - hai & ba', "Bốn\u00a0năm…", "./."])
    story = makers.story(body=paragraphs)
    newsroom.sign_in(page, live_server, newsroom.binh())

    newsroom.open_story(page, live_server, story)
    newsroom.save(page)

    assert makers.fresh(story).body == sanitise(paragraphs)
    assert story.revisions.count() == 1


def test_what_is_not_allowed_does_not_come_out_of_the_editor(live_server, page):
    newsroom.sign_in(page, live_server, newsroom.binh())
    newsroom.open_story(page, live_server)

    for pasted in HOSTILE:
        page.evaluate(
            """html => new Promise(done => {
              const editor = CKEDITOR.instances.id_body;
              editor.setData("", () => done(editor.insertHtml(html)));
            })""",
            pasted,
        )
        assert sanitise(newsroom.body(page)) == newsroom.body(page), pasted
        assert ">a<" in newsroom.body(page)
        assert page.evaluate("window.hit") is None, pasted


def test_the_editor_that_runs_is_the_hardened_one(live_server, page):
    newsroom.sign_in(page, live_server, newsroom.binh())
    newsroom.open_story(page, live_server)

    running = page.evaluate(
        """() => {
          const { config, plugins, filter } = CKEDITOR.instances.id_body;
          return {
            plugins: Object.keys(plugins),
            customised: filter.customConfig,
            entities: config.entities,
            check: config.versionCheck,
            paste: config.pasteFilter,
            images: config.clipboard_handleImages,
          };
        }"""
    )

    assert {"photo", "box", "house", "widget"} <= set(running["plugins"])
    forbidden = {"exportpdf", "scayt", "wsc", "iframe", "flash", "uploadimage", "image"}
    forbidden |= {"docprops", "filebrowser", "sourcearea", "div", "templates", "save"}
    assert not forbidden & set(running["plugins"])
    assert running["customised"] is True
    assert (running["entities"], running["check"]) == (False, False)
    assert (running["paste"], running["images"]) == ("semantic-content", False)
