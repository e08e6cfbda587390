// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/message_preview.h"

#include "mail_recorders.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail;

namespace {

QByteArray mixed(const QList<QByteArray>& parts, const char* kind = "mixed")
{
    QByteArray message =
        QByteArray("From: lea@firma.example\nContent-Type: multipart/") + kind + "; boundary=\"grenze\"\n\nVorspann\n";
    for (const QByteArray& part : parts) {
        message += "--grenze\n" + part + "\n";
    }
    return message + "--grenze--\nNachspann\n";
}

QByteArray part(const char* type, const QByteArray& body, const char* more = "")
{
    return QByteArray("Content-Type: ") + type + "\n" + more + "\n" + body;
}

MessagePreview previewOf(const QByteArray& message)
{
    const auto preview = makePreview(message);
    if (!preview) {
        qFatal("no preview");
    }
    return *preview;
}

} // namespace

/** Far above what any of them takes on a busy machine, far below what the quadratic ways would. */
constexpr qint64 hangMs = 60'000;

class TestMessagePreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTextAndSanitisedHtml()
    {
        const MessagePreview preview = previewOf(mixed({part("text/plain; charset=utf-8", "Gr\xc3\xbc\xc3\x9f"
                                                                                          "e"),
                                                        part("text/html", "<b onclick=x>Hallo</b>")},
                                                       "alternative"));
        QCOMPARE(preview.text.trimmed(), QStringLiteral("Grüße"));
        QCOMPARE(preview.html.trimmed(), QStringLiteral("<b>Hallo</b>"));
        QVERIFY(preview.attachments.empty());
        QVERIFY(!preview.isCut);
    }

    void takesTheTextOfHtmlWhereThereIsNoOther()
    {
        QCOMPARE(previewOf("Content-Type: text/html\n\n<p>Hallo</p><p>Lea</p>").text, QStringLiteral("Hallo\n\nLea"));
        QCOMPARE(previewOf(mixed({part("text/plain", " \n"), part("text/html", "<p>Hallo")}, "alternative")).text,
                 QStringLiteral("Hallo"));
    }

    void decodesText_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const QByteArray& header, const QByteArray& body, const QString& text) {
            QTest::newRow(name) << header + "\n" + body << text;
        };
        row("quoted-printable",
            "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n",
            "Gr=FC=DFe=\n!", QStringLiteral("Grüße!"));
        row("base64", "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: BASE64\n",
            "R3LDvMOf\nZQ==", QStringLiteral("Grüße"));
        row("broken base64", "Content-Transfer-Encoding: base64\n", "R3L*DvMOfZQ==", QStringLiteral("Grüße"));
        row("no charset, Latin-1", "Subject: x\n",
            "Gr\xfc\xdf"
            "e",
            QStringLiteral("Grüße"));
        row("wrong charset, UTF-8", "Content-Type: text/plain; charset=us-ascii\n",
            "Gr\xc3\xbc\xc3\x9f"
            "e",
            QStringLiteral("Grüße"));
        row("Latin-1 that is Windows-1252", "Content-Type: text/plain; charset=iso-8859-1\n", "\x80",
            QStringLiteral("€"));
        row("unknown charset", "Content-Type: text/plain; charset=x-nobody\n",
            "Gr\xc3\xbc\xc3\x9f"
            "e",
            QStringLiteral("Grüße"));
        row("japanese", "Content-Type: text/plain; charset=iso-2022-jp\n", "\x1b$BF|K\\\x1b(B", QStringLiteral("日本"));
        row("utf-16", "Content-Type: text/plain; charset=utf-16le\nContent-Transfer-Encoding: base64\n",
            "RwByAPwA3wBlAA==", QStringLiteral("Grüße"));
        row("koi8-r", "Content-Type: text/plain; charset=koi8-r\n", "\xf0\xd2\xc9\xd7\xc5\xd4",
            QStringLiteral("Привет"));
        row("NUL bytes", "Subject: x\n", QByteArray("a\0b\0c", 5), QStringLiteral("a b c"));
        row("CRLF", "Subject: x\r\n\r", "a\r\nb", QStringLiteral("a\nb"));
        row("unknown transfer encoding", "Content-Transfer-Encoding: x-nobody\n", "Hallo", QStringLiteral("Hallo"));
        row("no header at all", "just text", "more", QStringLiteral("just text\nmore"));
        row("control characters", "Subject: x\n", "a\x1b[31mb", QStringLiteral("a[31mb"));
    }

    void decodesText()
    {
        QFETCH(QByteArray, message);
        QTEST(previewOf(message).text, "text");
    }

    void listsAttachmentsByNameAndSize()
    {
        const MessagePreview preview = previewOf(mixed(
            {part("text/plain", "Hallo"),
             part("application/pdf; name=\"=?utf-8?Q?Gr=C3=BC=C3=9Fe.pdf?=\"", QByteArray(300, 'x').toBase64(),
                  "Content-Transfer-Encoding: base64\n"),
             part("image/png", "xx", "Content-Disposition: inline; filename*=iso-8859-1'de'B%E4r.png\n"),
             part("text/plain", "Notiz",
                  "Content-Disposition: attachment; filename*0=\"sehr \"; filename*1=\"lang.txt\"\n"),
             part("application/octet-stream", "x", "Content-Disposition: attachment; filename=\"../../etc/passwd\"\n"),
             part("application/octet-stream", "x", "Content-Disposition: attachment; filename=\"C:\\\\boot.ini\"\n"),
             part("message/rfc822", "Subject: Weitergeleitet\n\nText")}));
        QCOMPARE(preview.attachments.size(), std::size_t(6));
        QCOMPARE(preview.attachments.at(0).name, QStringLiteral("Grüße.pdf"));
        QCOMPARE(preview.attachments.at(0).bytes, 300);
        QCOMPARE(preview.attachments.at(0).mediaType, QStringLiteral("application/pdf"));
        QCOMPARE(preview.attachments.at(1).name, QStringLiteral("Bär.png"));
        QCOMPARE(preview.attachments.at(2).name, QStringLiteral("sehr lang.txt"));
        QCOMPARE(preview.attachments.at(3).name, QStringLiteral("passwd"));
        QCOMPARE(preview.attachments.at(4).name, QStringLiteral("boot.ini"));
        QCOMPARE(preview.attachments.at(5).name, QStringLiteral("Weitergeleitet"));
        QCOMPARE(preview.text.trimmed(), QStringLiteral("Hallo"));
    }

    void showsTheTextOfNestedParts()
    {
        QByteArray inner = mixed({part("text/plain", "innen")}, "related");
        inner.replace("grenze", "tief").replace("From: lea@firma.example\n", "");
        QCOMPARE(previewOf(mixed({inner})).text.trimmed(), QStringLiteral("innen"));
    }

    void staysQuickOnHostileMessages_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<bool>("isCut");
        QByteArray nested;
        for (int i = 0; i < 10'000; ++i) {
            const QByteArray name = QByteArray::number(i);
            nested += "Content-Type: multipart/mixed; boundary=b" + name + "\n\n--b" + name + "\n";
        }
        QTest::newRow("10,000 nested parts") << nested + "Content-Type: text/plain\n\ntief" << true;
        QTest::newRow("100,000 parts side by side") << mixed(QList<QByteArray>(100'000, "\nx")) << true;
        QTest::newRow("10,000 nested messages")
            << QByteArray("Content-Type: message/rfc822\n\n").repeated(10'000) << false;
        QTest::newRow("nested groups in an attached message")
            << mixed({part("message/rfc822", "To: " + QByteArray("g:").repeated(200'000) + "\n\nx")}) << false;
        QTest::newRow("empty boundary") << QByteArray("Content-Type: multipart/mixed; boundary=\"\"\n\n--\nx") << false;
        QTest::newRow("no end boundary") << QByteArray("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx")
                                         << false;
        QTest::newRow("30 MB line") << "Subject: x\n\n" + QByteArray(30'000'000, 'x') << true;
        QTest::newRow("30 MB of base64") << "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n" +
                                                QByteArray("QUJD\n").repeated(6'000'000)
                                         << true;
        QTest::newRow("20 MB HTML of tags")
            << "Content-Type: text/html\n\n" + QByteArray("<b>").repeated(6'000'000) << true;
        QTest::newRow("header without end") << QByteArray("X: y\n").repeated(1'000'000) << false;
        QTest::newRow("10,000 parameters")
            << "Content-Type: text/plain" + QByteArray("; n*0*=x").repeated(10'000) + "\n\nx" << false;
    }

    void staysQuickOnHostileMessages()
    {
        QFETCH(QByteArray, message);
        QElapsedTimer clock;
        clock.start();
        const MessagePreview preview = previewOf(message);
        QVERIFY2(clock.elapsed() < hangMs, "too slow");
        QTEST(preview.isCut, "isCut");
        QVERIFY(preview.text.size() <= 200'000);
        QVERIFY(preview.html.size() <= 200'000);
    }

    void breaksWordsThatATextViewCannotLayOut()
    {
        const MessagePreview preview = previewOf("Subject: x\n\n" + QByteArray(10'000, 'x'));
        QVERIFY(preview.text.contains(QChar(0x200b)));
    }

    void saysWhenThereIsNothingToShow() { QCOMPARE(makePreview({}).failure().kind, Failure::Kind::MessageUnreadable); }

    void readsAMessageOf300MegabytesOnlyInPart()
    {
        const QTemporaryDir dir;
        QDir(dir.path()).mkdir(QStringLiteral("cur"));
        const QString path = dir.filePath(QStringLiteral("cur/1:2,"));
        writeFile(path, letter("riesig", "Anfang\n"));
        QVERIFY(QFile::resize(path, 300'000'000));
        MailboxSource source;
        source.path = dir.path();
        JobContext job;
        const auto store = openMailStore(source, Secret(), job);
        const auto folders = (*store)->folders(job);
        RecordingSink sink;
        QVERIFY((*store)->scan(*folders, sink, job).isOk());
        const auto preview = readPreview(**store, folders->front(), sink.ref("riesig"), job);
        QVERIFY(preview.isOk());
        QVERIFY(preview->isCut);
        QVERIFY(preview->text.startsWith(QStringLiteral("Anfang")));
        QVERIFY(QFile::remove(path));
        QCOMPARE(readPreview(**store, folders->front(), sink.ref("riesig"), job).failure().kind,
                 Failure::Kind::MessageGone);
    }
};

QTEST_GUILESS_MAIN(TestMessagePreview)
#include "tst_message_preview.moc"
