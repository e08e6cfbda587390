// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/header_block.h"
#include "mail/mapi/message_builder.h"
#include "mail/mapi/mime_text.h"
#include "mail/mapi/people_fields.h"
#include "mail/mapi/property_ids.h"
#include "mail/message_header.h"
#include "mail/message_preview.h"

#include <QTest>
#include <QtEndian>

using namespace staffelstab;
using namespace staffelstab::mail;
using namespace staffelstab::mail::mapi;

namespace {

void setText(PropertyBag& bag, PropertyKey key, const QString& text)
{
    QByteArray bytes(text.size() * 2, Qt::Uninitialized);
    qToLittleEndian<char16_t>(text.utf16(), text.size(), bytes.data());
    bag.set(key, type::unicode, bytes);
}

QByteArray written(const RebuiltMessage& message)
{
    QByteArray whole;
    const Status done = message.write([&whole](QByteArrayView piece) {
        whole.append(piece);
        return Status(Done{});
    });
    return done ? whole : QByteArray();
}

Attachment file(const QString& name, const QByteArray& data)
{
    Attachment attachment;
    setText(attachment.properties, id::attachLongFilename, name);
    attachment.data = std::make_shared<MemorySource>(data);
    return attachment;
}

/** Says it is longer than it is, as a damaged attachment does. */
class ShortSource : public MemorySource
{
public:
    using MemorySource::MemorySource;
    [[nodiscard]] qint64 size() const override { return MemorySource::size() + 1; }
};

} // namespace

class TestMessageBuilder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsNotInItIsNamedWhereItsReaderLooks_data()
    {
        using Kind = Attachment::Kind;
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("note");
        QTest::addColumn<QString>("words");
        QTest::newRow("link") << static_cast<int>(Kind::Reference) << QByteArray("; attachment=reference")
                              << QStringLiteral("only a link");
        QTest::newRow("object") << static_cast<int>(Kind::Ole) << QByteArray("; attachment=ole")
                                << QStringLiteral("only be shown by Outlook");
        QTest::newRow("damaged") << static_cast<int>(Kind::Damaged) << QByteArray("; attachment=damaged")
                                 << QStringLiteral("could not be read");
        QTest::newRow("item") << -1 << QByteArray("; incomplete") << QStringLiteral("could not be read");
    }

    void whatIsNotInItIsNamedWhereItsReaderLooks()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, note);
        QFETCH(QString, words);
        Item item;
        setText(item.properties, id::body, QStringLiteral("Siehe Anlage"));
        item.isIncomplete = kind < 0;
        if (kind >= 0) {
            Attachment lost;
            lost.kind = static_cast<Attachment::Kind>(kind);
            setText(lost.properties, id::attachLongFilename, QStringLiteral("Bericht.docx"));
            setText(lost.properties, id::attachLongPathname, QStringLiteral("S:\\Ablage\\Bericht.docx"));
            item.attachments.push_back(std::move(lost));
        }
        const QByteArray raw = written(rebuildMessage(item, "pst"));
        QVERIFY(raw.contains(note));
        const auto preview = makePreview(raw);
        QVERIFY(preview.isOk());
        QCOMPARE(preview->text.trimmed(), QStringLiteral("Siehe Anlage"));
        QCOMPARE(preview->attachments.size(), std::size_t(1));
        QVERIFY2(preview->attachments[0].name.startsWith(kind < 0 ? QStringLiteral("unvollständig")
                                                                  : QStringLiteral("Bericht.docx (fehlt")),
                 qPrintable(preview->attachments[0].name));
        // Encoded as text, so that any mail program shows it.
        const QString readable = QString::fromUtf8(QByteArray(raw).replace("=\r\n", ""));
        QVERIFY2(readable.contains(words), raw.constData());
        QCOMPARE(readable.contains(QStringLiteral("S:\\Ablage\\Bericht.docx")), kind >= 0);
    }

    void saysItsSizeBeforeItIsRead_data()
    {
        QTest::addColumn<int>("bytes");
        for (const int bytes : {0, 1, 2, 3, 56, 57, 58, 100'000, 57 * 4096, 57 * 4096 + 1}) {
            QTest::newRow(qPrintable(QString::number(bytes))) << bytes;
        }
    }

    void saysItsSizeBeforeItIsRead()
    {
        QFETCH(int, bytes);
        Item item;
        setText(item.properties, id::body, QStringLiteral("Grüße\n.\nFrom x"));
        item.attachments.push_back(file(QStringLiteral("a.bin"), QByteArray(bytes, 'x')));
        const RebuiltMessage message = rebuildMessage(item, "pst");
        const QByteArray whole = written(message);
        QCOMPARE(whole.size(), message.size());
        QVERIFY(whole.startsWith(message.header()));
        QCOMPARE(written(message), whole);
        for (const QByteArray& line : whole.split('\n')) {
            QVERIFY(line.endsWith('\r') || line.isEmpty());
            QVERIFY(line.size() <= 999);
        }
    }

    void aDamagedAttachmentIsAnError()
    {
        Item item;
        setText(item.properties, id::subject, QStringLiteral("x"));
        item.attachments.push_back(file(QStringLiteral("a"), "abc"));
        item.attachments.back().data = std::make_shared<ShortSource>("abc");
        const Status done = rebuildMessage(item, "pst").write([](QByteArrayView) { return Status(Done{}); });
        QVERIFY(!done);
        QCOMPARE(done.failure().kind, Failure::Kind::MessageUnreadable);
    }

    void readsBackWhatWasWritten()
    {
        Item item;
        const QString subject = QStringLiteral("Übergabe der Akten – ein sehr langer Betreff, ").repeated(6).trimmed();
        setText(item.properties, id::subject, subject);
        setText(item.properties, id::senderName, QStringLiteral("Müller, \"Jupp\" (EDV)"));
        setText(item.properties, id::senderSmtpAddress, QStringLiteral("jupp@firma.example"));
        setText(item.properties, id::html, QStringLiteral("<p>Hallo <img src=\"cid:bild@x\"></p>"));
        const QString name = QStringLiteral("Ein sehr langer Name für eine Datei mit Umlauten äöüß und mehr.pdf");
        item.attachments.push_back(file(name, "inhalt"));
        item.attachments.push_back(file(QStringLiteral("bild.png"), "bild"));
        setText(item.attachments.back().properties, id::attachContentId, QStringLiteral("bild@x"));
        const QByteArray whole = written(rebuildMessage(item, "pst"));
        const MessageHeader header = parseHeader(QByteArrayView(whole).first(headerLength(whole)));
        QCOMPARE(header.subject, subject);
        QCOMPARE(header.from.size(), std::size_t(1));
        QCOMPARE(header.from[0].address, QStringLiteral("jupp@firma.example"));
        QCOMPARE(header.from[0].name, QStringLiteral("Müller, \"Jupp\" (EDV)"));
        QVERIFY(whole.contains("multipart/related"));
        const auto preview = makePreview(whole);
        QVERIFY(preview.isOk());
        QVERIFY(preview.value().html.contains(QStringLiteral("Hallo")));
        QCOMPARE(preview.value().attachments.size(), std::size_t(2));
        QVERIFY(std::any_of(preview.value().attachments.begin(), preview.value().attachments.end(),
                            [&name](const auto& one) { return one.name == name && one.bytes == 6; }));
    }

    void anAddressThatAnotherMentionHoldsIsTheirs_data()
    {
        QTest::addColumn<bool>("isSenderKnown");
        QTest::newRow("the sender's, from the recipients") << false;
        QTest::newRow("a recipient's, from the sender") << true;
    }

    /** Exchange keeps the organizer's SMTP address among the invited only, or the other way round. */
    void anAddressThatAnotherMentionHoldsIsTheirs()
    {
        QFETCH(bool, isSenderKnown);
        const QString exchange = QStringLiteral("/O=FIRMA/CN=RECIPIENTS/CN=SVEN");
        Item item;
        setText(item.properties, id::senderName, QStringLiteral("Sven Vorgesetzt"));
        setText(item.properties, id::senderEmailAddress, exchange.toLower());
        PropertyBag invited;
        setText(invited, id::displayName, QStringLiteral("Sven Vorgesetzt"));
        setText(invited, id::emailAddress, exchange);
        setText(isSenderKnown ? item.properties : invited, isSenderKnown ? id::senderSmtpAddress : id::smtpAddress,
                QStringLiteral("sven@firma.example"));
        PropertyBag other;
        setText(other, id::displayName, QStringLiteral("Lea Gehtbald"));
        setText(other, id::emailAddress, QStringLiteral("/O=FIRMA/CN=RECIPIENTS/CN=LEA"));
        item.recipients = {invited, other};
        const Mailbox from = senderOf(item);
        QCOMPARE(from.address, QStringLiteral("sven@firma.example"));
        QVERIFY(secretaryOf(item).isEmpty());
        const std::vector<Mailbox> to = recipientsOf(item, Role::To);
        QCOMPARE(to.size(), std::size_t(2));
        QCOMPARE(to[0].address, from.address);
        QCOMPARE(to[1].address, QStringLiteral("/O=FIRMA/CN=RECIPIENTS/CN=LEA"));
    }

    void peopleWithoutSmtpAddressKeepTheirExchangeName()
    {
        const QByteArray field = headerMailbox({QStringLiteral("Lea"), QStringLiteral("/O=X/OU=A (B)/CN=LEA")});
        QCOMPARE(field, QByteArray("Lea\r\n <\"/O=X/OU=A (B)/CN=LEA\">"));
        const MessageHeader header = parseHeader("From: " + field + "\r\n\r\n");
        QCOMPARE(header.from.size(), std::size_t(1));
        QCOMPARE(header.from[0].name, QStringLiteral("Lea"));
        QVERIFY2(header.from[0].address.contains(QStringLiteral("cn=lea")), qPrintable(header.from[0].address));
    }

    void aStoredHeaderCannotEndTheMessageEarly()
    {
        Item item;
        setText(item.properties, id::transportMessageHeaders,
                QStringLiteral("From: a@b.example\n\n\n\nSubject: x\r\rContent-Type: text/html\r\nBcc :\r\nnonsense\r\n"
                               " folded\r\nX-Long: 1\r\n\t2\r\n"));
        setText(item.properties, id::body, QStringLiteral("Text"));
        const QByteArray header = rebuildMessage(item, "pst").header();
        QVERIFY(header.contains("\r\nSubject: x\r\n"));
        QVERIFY(header.contains("X-Long: 1\r\n\t2\r\n"));
        QVERIFY(!header.contains("nonsense"));
        QCOMPARE(header.count("Content-Type:"), 1);
        QVERIFY(header.contains("Content-Type: text/plain"));
    }

    void nestedItemsEndSomewhere()
    {
        auto item = std::make_shared<Item>();
        for (int i = 0; i < 100; ++i) {
            auto outer = std::make_shared<Item>();
            setText(outer->properties, id::subject, QString::number(i));
            Attachment attachment;
            attachment.kind = Attachment::Kind::Embedded;
            attachment.item = item;
            outer->attachments.push_back(attachment);
            item = outer;
        }
        const QByteArray whole = written(rebuildMessage(*item, "pst"));
        QCOMPARE(whole.size(), rebuildMessage(*item, "pst").size());
        QCOMPARE(whole.count("Content-Type: message/rfc822"), deepestItem);
    }

    void textSurvivesQuotedPrintable_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("spaces at the end") << QStringLiteral("a \r\nb\t\r\n ");
        QTest::newRow("long line") << QString(5000, u'ä');
        QTest::newRow("equals") << QStringLiteral("a=3D=\r\n=");
        QTest::newRow("control") << QStringLiteral("a\x01\x7f");
    }

    void textSurvivesQuotedPrintable()
    {
        QFETCH(QString, text);
        const QByteArray encoded = quotedPrintable(text.toUtf8());
        for (const QByteArray& line : encoded.split('\n')) {
            QVERIFY(line.size() <= 77);
        }
        const QByteArray joined = QByteArray(encoded).replace("=\r\n", "");
        QByteArray bytes;
        for (qsizetype i = 0; i < joined.size(); ++i) {
            if (joined.at(i) == '=') {
                bytes += QByteArray::fromHex(joined.mid(i + 1, 2));
                i += 2;
            } else {
                bytes += joined.at(i);
            }
        }
        QCOMPARE(QString::fromUtf8(bytes), text);
    }
};

QTEST_GUILESS_MAIN(TestMessageBuilder)
#include "tst_message_builder.moc"
