import pytest

from photos.xmp import edited, packet, read

SAID = {"dc:title": ["Mưa"], "dc:creator": ["Trần Mai", "Lê Bê"]}
FOREIGN = """<?xpacket begin="\ufeff"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:my="urn:my">
<rdf:Description rdf:about="" my:kept="yes" xmlns:ps="http://ns.adobe.com/photoshop/1.0/"
 ps:Credit="Old">
 <dc:description><rdf:Alt><rdf:li xml:lang="fr">Pluie</rdf:li>
  <rdf:li xml:lang="x-default">Rain</rdf:li></rdf:Alt></dc:description>
 <my:history><rdf:Seq><rdf:li rdf:parseType="Resource">
  <dc:title>Of another picture</dc:title></rdf:li></rdf:Seq></my:history>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def test_it_works():
    assert dict(read(packet(SAID).encode())) == SAID


def test_foreign_packets_are_read():
    assert dict(read(FOREIGN.encode())) == {
        "photoshop:Credit": ["Old"],
        "dc:description": ["Rain"],
    }


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_packet_may_be_in_utf_16(charset):
    assert dict(read(packet(SAID).encode(charset))) == SAID


def test_a_packet_in_latin_1_or_with_a_control_character_is_read():
    text = packet({"dc:title": ["Hué X"]}).replace("\ufeff", "").replace("X", "\x05")

    assert dict(read(text.encode("latin-1"))) == {"dc:title": ["Hué "]}


@pytest.mark.parametrize(
    "hostile",
    [
        b"<x",
        b"\xff\xfe\x00",
        b'<!DOCTYPE a [<!ENTITY b "c">]>' + packet(SAID).encode(),
        b"<?xml version='1.0' encoding='nonsense'?><a/>",
        b" " * 2_000_000,
    ],
)
def test_a_hostile_or_broken_packet_says_nothing_and_is_replaced(hostile):
    assert list(read(hostile)) == []
    assert dict(read(edited(hostile, SAID))) == SAID


def test_editing_changes_what_is_named_and_nothing_else():
    made = edited(FOREIGN.encode(), {"dc:description": ["Mưa"], "photoshop:Credit": []})

    assert dict(read(made)) == {"dc:description": ["Mưa"]}
    assert b'my:kept="yes"' in made
    assert b"Of another picture" in made
    assert b"Pluie" not in made
