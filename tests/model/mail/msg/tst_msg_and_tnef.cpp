// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mapi/property_ids.h"
#include "mail/message_preview.h"
#include "mail/msg/msg_reader.h"
#include "mail/msg/tnef_reader.h"
#include "model/mail/mail_recorders.h"
#include "support/msg_writer.h"
#include "support/result_checks.h"
#include "support/sample_pst.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail;

namespace {

test::OutlookItem withEmbedded()
{
    test::OutlookItem item = test::internalMail();
    test::OutlookAttachment embedded;
    embedded.properties = {test::integerProperty(mapi::id::attachMethod, 5)};
    embedded.item =
        std::make_shared<test::OutlookItem>(test::receivedMail(QStringLiteral("Original"), "7@privat.example"));
    item.attachments.push_back(embedded);
    return item;
}

QByteArray mailWith(const QByteArray& type, const QByteArray& name, const QByteArray& content)
{
    return "From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n"
           "--B\r\nContent-Type: text/plain\r\n\r\nsiehe Anhang\r\n--B\r\nContent-Type: " +
           type + "; name=\"" + name + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + content.toBase64() +
           "\r\n--B--\r\n";
}

} // namespace

class TestMsgAndTnef : public QObject
{
    Q_OBJECT

    JobContext m_job;

private Q_SLOTS:
    void bothHoldTheSameItem_data()
    {
        QTest::addColumn<bool>("isMsg");
        QTest::newRow("msg") << true;
        QTest::newRow("tnef") << false;
    }

    void bothHoldTheSameItem()
    {
        QFETCH(bool, isMsg);
        const auto item = isMsg ? readMsg(test::msgFile(withEmbedded())) : readTnef(test::tnefStream(withEmbedded()));
        VERIFY_OK(item);
        QCOMPARE(item.value().properties.text(mapi::id::body), QStringLiteral("Siehe oben."));
        QCOMPARE(item.value().recipients.size(), std::size_t(2));
        QCOMPARE(item.value().recipients[1].text(mapi::id::emailAddress), QStringLiteral("einkauf@kunde.example"));
        QCOMPARE(item.value().attachments.size(), std::size_t(1));
        const std::shared_ptr<mapi::Item> inner = item.value().attachments[0].item;
        QVERIFY(inner);
        QVERIFY(inner->properties.text(mapi::id::transportMessageHeaders).contains(QStringLiteral("7@privat.example")));
        QCOMPARE(inner->attachments.size(), std::size_t(1));
        QCOMPARE(inner->attachments[0].data->size(), 20'000 + 16);
    }

    void anMsgFileIsAMessageOfAFolder()
    {
        const QTemporaryDir dir;
        const QByteArray original = test::msgFile(test::receivedMail(QStringLiteral("Angebot"), "8@privat.example"));
        writeFile(dir.filePath(QStringLiteral("Angebot.msg")), original);
        writeFile(dir.filePath(QStringLiteral("eins.eml")), letter("eins"));
        MailboxSource source;
        source.kind = StoreKind::Eml;
        source.path = dir.path();
        const auto store = openMailStore(source, Secret(), m_job);
        VERIFY_OK(store);
        const auto folders = (*store)->folders(m_job);
        VERIFY_OK(folders);
        RecordingSink sink;
        VERIFY_OK((*store)->scan(*folders, sink, m_job));
        QCOMPARE(sink.messages.size(), std::size_t(2));
        const MessageRef ref = sink.ref("Angebot");
        RecordingReceiver receiver;
        VERIFY_OK((*store)->read(folders->front(), std::vector{ref}, receiver, m_job));
        const QByteArray whole = receiver.whole[ref.key];
        QCOMPARE(whole.size(), ref.bytes);
        QVERIFY(whole.contains("Message-ID: <8@privat.example>"));
        // Nothing is lost: the file itself is attached, byte for byte.
        const QByteArray encoded = original.toBase64();
        QVERIFY(QByteArray(whole).replace("\r\n", "").contains(encoded));
        // So it may be removed once its copy was verified.
        const RemovalOrder order{ref, Sha256::of(whole)};
        const auto outcome = (*store)->remove(folders->front(), std::vector{order}, m_job);
        VERIFY_OK(outcome);
        QCOMPARE(outcome.value().removed.size(), std::size_t(1));
        QVERIFY(!QFile::exists(dir.filePath(QStringLiteral("Angebot.msg"))));
    }

    void aFileThatIsOnlyCalledMsgIsReadAsItIs()
    {
        const QTemporaryDir dir;
        writeFile(dir.filePath(QStringLiteral("brief.msg")), letter("eins"));
        MailboxSource source;
        source.kind = StoreKind::Eml;
        source.path = dir.path();
        const auto store = openMailStore(source, Secret(), m_job);
        const auto folders = (*store)->folders(m_job);
        RecordingSink sink;
        VERIFY_OK((*store)->scan(*folders, sink, m_job));
        QCOMPARE(sink.ref("eins").bytes, qint64(letter("eins").size()));
    }

    void winmailDatIsOpenedInThePreview()
    {
        const QByteArray stream = test::tnefStream(test::receivedMail(QStringLiteral("Innen"), "9@privat.example"));
        const auto preview = makePreview(mailWith("application/ms-tnef", "winmail.dat", stream));
        VERIFY_OK(preview);
        QVERIFY(preview->text.contains(QStringLiteral("siehe Anhang")));
        QVERIFY(preview->text.contains(QStringLiteral("Schöne Grüße")));
        QCOMPARE(preview->attachments.size(), std::size_t(1));
        QCOMPARE(preview->attachments[0].name, QStringLiteral("Angebot für Sie.pdf"));
    }

    void anAttachedMsgFileNamesWhatItHolds()
    {
        const QByteArray file = test::msgFile(test::receivedMail(QStringLiteral("Innen"), "9@privat.example"));
        const auto preview = makePreview(mailWith("application/vnd.ms-outlook", "Innen.msg", file));
        VERIFY_OK(preview);
        QCOMPARE(preview->attachments.size(), std::size_t(2));
        QCOMPARE(preview->attachments[0].name, QStringLiteral("Innen.msg"));
        QVERIFY(!preview->text.contains(QStringLiteral("Schöne Grüße")));
    }

    /** Cut off and turned bits: an answer, whatever it is, at once. */
    void damagedFilesAreAnswered()
    {
        const QByteArray samples[] = {test::msgFile(withEmbedded()), test::tnefStream(withEmbedded())};
        QRandomGenerator random(4);
        for (int round = 0; round < 300; ++round) {
            QByteArray bytes = samples[round % 2];
            if (round % 3 == 0) {
                bytes.truncate(random.bounded(static_cast<int>(bytes.size())));
            }
            for (int i = 0; i < 20 && !bytes.isEmpty(); ++i) {
                const int at = random.bounded(static_cast<int>(bytes.size()));
                bytes[at] = static_cast<char>(random.bounded(256));
            }
            const auto preview =
                makePreview(mailWith("application/octet-stream", round % 2 == 0 ? "a.msg" : "winmail.dat", bytes));
            VERIFY_OK(preview);
            QVERIFY(preview->text.contains(QStringLiteral("siehe Anhang")));
        }
    }
};

QTEST_GUILESS_MAIN(TestMsgAndTnef)
#include "tst_msg_and_tnef.moc"
