#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Staffelstab authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the sample mailbox (Maildir/ and labels.tsv beside this file) out of threads.txt.

Deterministic and with the standard library only: the same input gives the same bytes. Everybody in it is invented,
all domains end in .example or .test. File names carry no ':' so that the mailbox can be checked out on any system.
"""
import base64
import quopri
import random
import re
import shutil
import struct
import zlib
from datetime import datetime, timedelta, timezone
from pathlib import Path

HERE = Path(__file__).resolve().parent
DOMAIN = "firma.example"
LEA = ("Lea Gehtbald", "lea.gehtbald@firma.example")
HOME = ("Lea privat", "lea.gehtbald@postbox.test")

PEOPLE = {
    "sven": ("Sven Vorgesetzt", "sven.vorgesetzt@firma.example"),
    "nadja": ("Nadja Nachfolger", "nadja.nachfolger@firma.example"),
    "petra": ("Petra Personal", "petra.personal@firma.example"),
    "kai": ("Kai Kollege", "kai.kollege@firma.example"),
    "jan": ("Jan Jedermann", "jan.jedermann@firma.example"),
    "mia": ("Mia Muster", "mia.muster@firma.example"),
    "uta": ("Unterlagen, Uta", "uta.unterlagen@firma.example"),
    "ticket": ("IT-Hilfe", "noreply@ticket.firma.example"),
    "kunde": ("Dr. Kurt Kunde", "k.kunde@nordhafen-klinik.example"),
    "olga": ("Olga Offerte", "angebote@leuchten-lieferant.example"),
    "bernd": ("Bauleitung Bäumler", "bauleitung@rohbau-baeumler.example"),
    "emily": ("Emily Sample", "emily.sample@northport-lighting.example"),
    "verband": ("Fachverband Licht", "brief@fachverband-licht.example"),
    "br": ("Betriebsrat Beispiel GmbH", "betriebsrat@firma.example"),
    "arzt": ("Dr. med. Berta Beispielarzt", "betriebsarzt@firma.example"),
    "dsb": ("Datenschutzbeauftragte", "datenschutzbeauftragte@firma.example"),
    "sbv": ("Vertrauensperson", "sbv@firma.example"),
    "agg": ("Beschwerdestelle", "beschwerdestelle@firma.example"),
    "anna": ("Anna Gehtbald", "anna.gehtbald@familie-gehtbald.example"),
    "jonas": ("Jonas Gehtbald", "jonas.gehtbald@freemail.test"),
    "hilde": ("Hilde Gehtbald", "oma.hilde@freemail.test"),
    "max": ("Max Mustermann", "max.mustermann@freemail.test"),
    "erika": ("Erika Mustermann", "erika.mustermann@freemail.test"),
    "ella": ("Ella Example", "ella@postbox.test"),
    "john": ("John Doe", "john.doe@freemail.test"),
    "carla": ("Carla Chorleiter", "carla@kantorei-beispielstadt.example"),
    "chorlist": ("Kantorei Beispielstadt", "chor@kantorei-beispielstadt.example"),
    "tsv": ("TSV Musterstadt E-Jugend", "e-jugend@tsv-musterstadt.example"),
    "schule": ("Luise Lehrmeister", "l.lehrmeister@grundschule-musterplatz.example"),
    "praxis": ("Praxis Dr. Muster", "praxis@praxis-muster.example"),
    "haus": ("Hausverwaltung Beispielstadt", "verwaltung@hausverwaltung.example"),
    "shop": ("Kramladen", "bestellung@kramladen.example"),
    "bank": ("Musterbank", "mitteilung@musterbank.example"),
    "home": HOME,
}
LISTS = {
    "nordlicht": ("Projekt Nordlicht", "nordlicht.listen.firma.example", "nordlicht@listen.firma.example"),
    "alle": ("Alle Beschäftigten", "alle.listen.firma.example", "alle@listen.firma.example"),
    "br": ("Betriebsrat informiert", "br-info.listen.firma.example", "br-info@listen.firma.example"),
    "fachverband": ("Fachbrief Licht", "fachbrief.fachverband-licht.example", "brief@fachverband-licht.example"),
    "lightdesign": ("light-design", "light-design.lists.northport-lighting.example",
                    "light-design@lists.northport-lighting.example"),
    "chor": ("Kantorei Beispielstadt", "chor.kantorei-beispielstadt.example", "chor@kantorei-beispielstadt.example"),
    "tsv": ("E-Jugend TSV Musterstadt", "e-jugend.tsv-musterstadt.example", "e-jugend@tsv-musterstadt.example"),
}
DAYS = {"de": "Montag Dienstag Mittwoch Donnerstag Freitag".split(), "en": "Monday Tuesday Wednesday Thursday Friday".split()}
MONTHS = {"de": "März April Mai Juni September Oktober".split(), "en": "March April May June September October".split()}
FOLDERS = ["", ".Sent", ".Drafts", ".Trash", ".Privat", ".Familie", ".Fu&AN8-ball", ".Auftr&AOQ-ge", ".Projekte", ".Projekte.Nordlicht"]
FOLDER_OF = {"INBOX": "", "Sent": ".Sent", "Drafts": ".Drafts", "Trash": ".Trash", "Privat": ".Privat", "Familie": ".Familie",
             "Fußball": ".Fu&AN8-ball", "Aufträge": ".Auftr&AOQ-ge", "Projekte/Nordlicht": ".Projekte.Nordlicht"}
CHARSETS = {"latin1": "iso-8859-1", "cp1252": "windows-1252", "latin1raw": "iso-8859-1"}


class Writer:
    """Fills in texts; every choice comes from one seeded source."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def slots(self, lang, when):
        pick = self.random
        amount = f"{pick.randint(1, 9)}.{pick.randint(100, 999)}" if lang == "de" else f"{pick.randint(1, 9)},{pick.randint(100, 999)}"
        day = when + timedelta(days=pick.randint(3, 25))
        return {"wd": pick.choice(DAYS[lang]), "t": f"{pick.randint(8, 18)}:{pick.choice(['00', '15', '30'])}",
                "kw": str((when + timedelta(days=7)).isocalendar()[1]), "n": str(pick.randint(10, 99)), "k": str(pick.randint(4, 180)),
                "p": str(pick.randint(3, 92)), "eur": pick.choice([amount, str(pick.randint(20, 480))]),
                "room": f"{pick.randint(0, 3)}.{pick.randint(10, 30)}", "d": f"{day.day}.{day.month}." if lang == "de" else f"{day.day} {day:%B}",
                "month": pick.choice(MONTHS[lang]), "year": str(when.year)}

    def choose(self, text):
        return re.sub(r"\[([^\[\]]*\|[^\[\]]*|[^\[\]]*: )\]", lambda found: self.random.choice(found.group(1).split("|")), text)


def encoded_words(text, charset):
    """RFC 2047; words of at most 30 bytes so that no line grows long and no character is cut."""
    if all(32 <= ord(c) < 127 for c in text):
        return text
    words, rest = [], ""
    for char in text + "\0":
        if char == "\0" or len((rest + char).encode(charset, "replace")) > 30:
            words.append(rest)
            rest = ""
        rest += char
    quoted = []
    for number, word in enumerate(words):
        raw = word.encode(charset, "replace")
        if charset == "utf-8" and len(text) % 2:
            quoted.append(f"=?utf-8?B?{base64.b64encode(raw).decode()}?=")
        else:
            body = "".join(chr(b) if chr(b).isascii() and chr(b).isalnum() else "_" if b == 32 else f"={b:02X}" for b in raw)
            quoted.append(f"=?{charset}?Q?{body}?=")
    return "\n ".join(quoted)


def mailbox(person, charset):
    name, address = person
    if name.isascii():
        return f'"{name}" <{address}>' if re.search(r"[.,]", name) else f"{name} <{address}>"
    return f"{encoded_words(name, charset)} <{address}>"


def pdf(title):
    """A page with one line of text; offsets are right, so every reader opens it."""
    line = title.encode("latin-1", "replace").replace(b"(", b"").replace(b")", b"")
    stream = b"BT /F1 16 Tf 72 760 Td (" + line + b") Tj ET"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
               b"<</Length %d>>\nstream\n" % len(stream) + stream + b"\nendstream",
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)


def png(seed):
    """A small drawing: stripes in two colours."""
    pick = random.Random(seed)
    one, two = [bytes(pick.randint(40, 230) for _ in range(3)) for _ in range(2)]
    width = height = 48
    rows = b"".join(b"\0" + b"".join(one if (x + y) // 8 % 2 else two for x in range(width)) for y in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    # Stored, not deflated: zlib's output may differ from one version to the next.
    stored = b"\x78\x01\x01" + struct.pack("<HH", len(rows), len(rows) ^ 0xFFFF) + rows + struct.pack(">I", zlib.adler32(rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", stored) + chunk(b"IEND", b"")


def ics(title, when, sender):
    start = (when + timedelta(days=5)).strftime("%Y%m%dT%H0000Z")
    return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Beispiel GmbH//Kalender//DE\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n"
            f"UID:{start}-{len(title)}@firma.example\r\nDTSTAMP:{when:%Y%m%dT%H%M%SZ}\r\nDTSTART:{start}\r\nDURATION:PT1H\r\n"
            f"SUMMARY:{title}\r\nORGANIZER:mailto:{sender}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n").encode("utf-8")


def attachment(name, seed, when, sender, rfc2231):
    kind = name.rsplit(".", 1)[1]
    data = {"pdf": lambda: pdf(name[:-4]), "png": lambda: png(seed), "ics": lambda: ics("Termin", when, sender)}[kind]()
    media = {"pdf": "application/pdf", "png": "image/png", "ics": "text/calendar; method=REQUEST; charset=utf-8"}[kind]
    if rfc2231:
        quoted = "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "".join(f"%{b:02X}" for b in c.encode("utf-8")) for c in name)
        half = quoted.find("t", 8)
        disposition = f"attachment;\n filename*0*=UTF-8''{quoted[:half]};\n filename*1*={quoted[half:]}"
    else:
        disposition = f'attachment; filename="{name}"'
    head = f"Content-Type: {media}\nContent-Transfer-Encoding: base64\nContent-Disposition: {disposition}\n\n"
    return head.encode("ascii") + base64.encodebytes(data)


def text_part(text, charset, raw, subtype="plain"):
    label = CHARSETS.get(charset, "utf-8")
    data = text.encode(label, "replace")
    if raw:
        return f"Content-Type: text/{subtype}; charset={label}\nContent-Transfer-Encoding: 8bit\n\n".encode("ascii") + data
    if len(text) % 3 == 0 and charset == "utf-8":
        return f"Content-Type: text/{subtype}; charset={label}\nContent-Transfer-Encoding: base64\n\n".encode("ascii") + base64.encodebytes(data)
    return (f"Content-Type: text/{subtype}; charset={label}\nContent-Transfer-Encoding: quoted-printable\n\n".encode("ascii")
            + quopri.encodestring(data))


def html_of(text):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    paragraphs = "".join(f"<p>{part}</p>\n".replace("\n", "<br>\n", part.count("\n")) for part in escaped.split("\n\n"))
    return f'<html><head><style>p {{ color: #222 }}</style></head><body>\n{paragraphs}<img src="https://bild.kramladen.example/zaehler.png" width="1" height="1"></body></html>\n'


def multipart(kind, parts, number):
    mark = f"=_{kind}_{number:04d}"
    body = b"".join(b"--" + mark.encode() + b"\n" + part + b"\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{mark}"\n\n'.encode("ascii") + body + b"--" + mark.encode() + b"--\n"


def body_of(text, options, number, names, when, sender):
    charset, raw = options.get("charset", "utf-8"), "utf8raw" in options or options.get("charset") == "latin1raw"
    body = text_part(text, charset, raw)
    if "html" in options:
        body = multipart("alternative", [body, text_part(html_of(text), charset, raw, "html")], number)
    if names:
        files = [attachment(name, number, when, sender, "rfc2231" in options) for name in names]
        body = multipart("mixed", [body] + files, number)
    return body


def subject_bytes(subject, options, charset):
    if "rawsubject" in options:
        return subject.encode("iso-8859-1")
    if "utf8raw" in options:
        return subject.encode("utf-8")
    if "utf7subject" in options:
        return ("=?utf-7?Q?" + subject.encode("utf-7").decode().replace("=", "=3D").replace(" ", "_") + "?=").encode("ascii")
    return encoded_words(subject, CHARSETS.get(charset, "utf-8")).encode("ascii")


def read_threads(text):
    """Yields (verdict, folder, times, options, subject, [(direction, who, verdict, text)])."""
    for block in re.split(r"^== ", re.sub(r"^#.*\n", "", text, flags=re.M), flags=re.M)[1:]:
        first, _, rest = block.partition("\n")
        head, _, subject = first.partition(" |")
        words = head.split()
        options = dict(word.split("=", 1) for word in words[2:] if "=" in word)
        times = next((int(word[1:]) for word in words[2:] if re.fullmatch(r"x\d+", word)), 1)
        messages = [(found.group(1), found.group(2), found.group(3) or words[0], found.group(4).strip())
                    for found in re.finditer(r"^([<>])(\w+)(?:!(\w+))? (.*?)(?=^[<>]\w|\Z)", rest, flags=re.M | re.S)]
        yield words[0], words[1], times, options, subject.strip(), messages


class Sample:
    def __init__(self, root):
        self.root, self.number, self.labels = root, 0, []

    def deliver(self, folder, when, data):
        name = f"{int(when.timestamp())}.M{self.number:06d}P4711.beispiel"
        (self.root / FOLDER_OF[folder] / "new" / name).write_bytes(data)

    def message(self, folder, verdict, sender, receivers, subject, text, when, options, names, parents):
        self.number += 1
        message_id = f"{when:%Y%m%d%H%M}.{self.number}@{sender[1].split('@')[1]}"
        charset = options.get("charset", "utf-8")
        words = CHARSETS.get(charset, "utf-8")
        lines = []
        outgoing = sender == LEA
        automatic = options.get("auto")
        if not outgoing:
            lines.append(f"Return-Path: <{'' if automatic == 'yes' else sender[1]}>")
            lines.append(f"Received: from mx.{sender[1].split('@')[1]} ([192.0.2.{self.number % 250 + 1}])\n\tby mail.{DOMAIN} with ESMTPS id {self.number:06X}\n\tfor <{LEA[1]}>; {when:%a, %d %b %Y %H:%M:%S +0000}")
        lines.append(f"Date: {when:%a, %d %b %Y %H:%M:%S +0000}")
        lines.append(f"From: {mailbox(sender, words)}")
        lines.append("To: " + ",\n ".join(mailbox(one, words) for one in receivers))
        head = "\n".join(lines).encode("ascii") + b"\n"
        if "nosubject" not in options:
            head += b"Subject: " + subject_bytes(subject, options, charset) + b"\n"
        lines = [f"Message-ID: <{message_id}>"]
        if parents:
            lines += [f"In-Reply-To: <{parents[-1]}>", "References: " + "\n ".join(f"<{one}>" for one in parents)]
        if "list" in options and not outgoing:
            name, list_id, post = LISTS[options["list"]]
            lines += [f"List-Id: {encoded_words(name, 'utf-8')} <{list_id}>", f"List-Post: <mailto:{post}>"]
        if "sens" in options:
            lines.append(f"Sensitivity: {options['sens']}")
        if automatic and not outgoing:
            lines.append("Precedence: bulk" if automatic == "bulk" else "Auto-Submitted: auto-generated")
        head += "\n".join(lines + ["MIME-Version: 1.0"]).encode("ascii") + b"\n"
        self.deliver(folder, when, head + body_of(text, options, self.number, names, when, sender[1]))
        self.labels.append((message_id, verdict))
        return message_id


def close_of(sender, verdict, lang, text):
    """Firm people sign with the company's block; private mail ends as it was written."""
    name = "Uta Unterlagen" if "," in sender[0] else sender[0]
    if verdict != "business" or not sender[1].endswith("@" + DOMAIN) or text.endswith(name):
        return ""
    greeting = "Kind regards" if lang == "en" else "Viele Grüße"
    return f"\n\n{greeting}\n{name}\n\n-- \nBeispiel GmbH, Musterstraße 1, 00000 Musterstadt\n"


def quoted(earlier, lang):
    sender, when, text = earlier
    first = f"On {when:%d %B %Y} {sender[0]} wrote:" if lang == "en" else f"Am {when:%d.%m.%Y} schrieb {sender[0]}:"
    return "\n\n" + first + "\n" + "\n".join("> " + line for line in text.split("\n-- \n")[0].strip().split("\n")[:8]) + "\n"


def next_answer(when, pick, is_private):
    """Some hours later, in the working hours of a working day where it is about business."""
    when += timedelta(hours=pick.randint(1, 20), minutes=pick.randint(0, 59))
    return working_time(when) if not is_private else when if when.hour >= 7 else when.replace(hour=19 + when.minute % 4)


def working_time(when):
    when += timedelta(days=max(0, 7 - when.weekday()) if when.weekday() > 4 else 0)
    return when if 7 <= when.hour <= 17 else when.replace(hour=8 + when.minute % 9)


def play(sample, writer, folder, options, subject, messages):
    lang = options.get("lang", "de")
    is_private = all(kind == "private" for _, _, kind, _ in messages)
    when = datetime(2025, 1, 7, tzinfo=timezone.utc) + timedelta(days=writer.random.randint(0, 660))
    when += timedelta(days=-when.weekday() + 5 if is_private and writer.random.random() < 0.4 else 0)
    when = when.replace(hour=writer.random.randint(18, 21) if is_private else writer.random.randint(7, 16), minute=writer.random.randint(0, 59))
    when = when if is_private else working_time(when)
    slots = writer.slots(lang, when)

    def fill(text):
        filled = re.sub(r"\{(\w+)\}", lambda found: slots[found.group(1)], writer.choose(text))
        return re.sub(r"(?<!\.)\.\.(?!\.)", ".", filled)

    subject, parents, earlier = fill(subject), [], None
    for place, (direction, who, verdict, text) in enumerate(messages):
        person = PEOPLE[who]
        sender, receiver = (LEA, person) if direction == ">" else (person, LEA)
        if "list" in options and direction == "<":
            receiver = LISTS[options["list"]][0], LISTS[options["list"]][2]
        plain = fill(text)
        plain += close_of(sender, verdict, lang, plain)
        body = plain + "\n" + (quoted(earlier, lang) if earlier and writer.random.random() < 0.6 else "")
        names = [fill(one.split(":", 1)[1]) for one in options.get("attach", "").split(",") if one] if place == 0 else []
        target = folder if direction == "<" or folder in ("Drafts", "Trash") else "Sent"
        title = subject if place == 0 or not subject or subject.startswith("Re:") else "Re: " + subject
        chosen = options if place == 0 or "list" in options or "charset" in options else {k: v for k, v in options.items() if k in ("sens", "lang")}
        parents.append(sample.message(target, verdict, sender, [receiver], title, body, when, chosen, names, parents))
        earlier = sender, when, plain
        when = next_answer(when, writer.random, is_private)


def main():
    root = HERE / "Maildir"
    shutil.rmtree(root, ignore_errors=True)
    for folder in FOLDERS:
        for part in ("cur", "new", "tmp"):
            (root / folder / part).mkdir(parents=True)
            if part != "new" or folder == ".Projekte":
                (root / folder / part / ".gitkeep").touch()
        if folder:
            (root / folder / "maildirfolder").touch()
    sample, writer = Sample(root), Writer(20261231)
    for _, folder, times, options, subject, messages in read_threads((HERE / "threads.txt").read_text(encoding="utf-8")):
        for _ in range(times):
            play(sample, writer, folder, options, subject, messages)
    lines = "".join(f"<{message_id}>\t{verdict}\n" for message_id, verdict in sample.labels)
    (HERE / "labels.tsv").write_bytes(("message_id\tverdict\n" + lines).encode("ascii"))
    print(f"{sample.number} messages")


if __name__ == "__main__":
    main()
