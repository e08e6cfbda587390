// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_case.h"

#include "handover/case_store.h"
#include "handover/handover_acts.h"
#include "servers/dovecot_server.h"

#include "support/result_checks.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::handover;
using Kind = Failure::Kind;

namespace {

QByteArray letter(int number)
{
    return "From: Anna Gehtbald <anna@privat.example>\r\nTo: Lea Gehtbald <lea.gehtbald@firma.example>\r\nSubject: "
           "Brief " +
           QByteArray::number(number) + "\r\nMessage-ID: <" + QByteArray::number(number) +
           "@privat.example>\r\nDate: Mon, 2 Nov 2026 10:00:00 +0100\r\n\r\nBis morgen.\r\n";
}

} // namespace

/** Where folders are labels, the removal of a message from one of them takes it from all, which the others must know.
 */
class TestLabelRemoval : public QObject
{
    Q_OBJECT

    std::unique_ptr<tests::DovecotServer> m_server;
    JobContext m_job;

    bool takeAllAway(const QString& folder)
    {
        return m_server
            ->doveadm({QStringLiteral("expunge"), QStringLiteral("-u"), m_server->user(), QStringLiteral("mailbox"),
                       folder, QStringLiteral("all")})
            .has_value();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<tests::DovecotServer>(tests::DovecotServer::Certificate::Good,
                                                          QStringList{QStringLiteral("lea")}, QString(),
                                                          QStringLiteral("+X-GM-EXT-1"));
        QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
    }

    void countsWhatWasRemovedUnderAnotherLabelAndNothingElse_data()
    {
        QTest::addColumn<QString>("removedBy");
        QTest::newRow("this run") << QStringLiteral("this run");
        QTest::newRow("an earlier run") << QStringLiteral("an earlier run");
        QTest::newRow("somebody") << QStringLiteral("somebody");
    }
    void countsWhatWasRemovedUnderAnotherLabelAndNothingElse()
    {
        QFETCH(QString, removedBy);
        for (const char* label : {"INBOX", "Privat"}) {
            QVERIFY(m_server->fill(QString::fromLatin1(label), {letter(1), letter(2)}));
        }
        SampleCase sample;
        HandoverCase& handover = *sample.handover;
        const auto secrets = secrets::makeMemoryStore();
        HandoverActs acts(handover, *secrets);
        VERIFY_OK(handover.setPeople(SampleCase::people()));
        VERIFY_OK(handover.confirmPolicy());
        VERIFY_OK(handover.addMailbox(m_server->source()));
        MailboxPasswords passwords;
        passwords.passwords.push_back(m_server->password());
        VERIFY_OK(acts.runScan(std::move(passwords), m_job));
        VERIFY_OK(handover.decide(separation::Scope::Correspondent, QStringLiteral("anna@privat.example"),
                                  separation::Verdict::Private));
        TakeawayChoice choice;
        choice.action = TakeawayChoice::Action::Take;
        choice.target = sample.folder.filePath(QStringLiteral("private"));
        VERIFY_OK(handover.setTakeawayChoice(choice));
        VERIFY_OK(acts.runTakeaway({}, {}, m_job));
        const auto copied = handover.store().copiedFolders();
        QVERIFY(copied.isOk() && copied->size() == 2 && (*copied)[0].copies == 2 && (*copied)[1].copies == 2);
        const auto path = [&](std::size_t number) {
            return handover.messages().folders()[(*copied)[number].folder].folder.path;
        };

        // Dovecot's folders are folders; the other label is taken away by hand, as the vendor's server does.
        QVERIFY(takeAllAway(path(1)));
        if (removedBy != QLatin1String("this run")) {
            QVERIFY(takeAllAway(path(0)));
        }
        if (removedBy == QLatin1String("an earlier run")) {
            const auto copies = handover.store().copies(0, (*copied)[0].folder);
            VERIFY_OK(handover.store().setFate(0, (*copied)[0].folder,
                                               {(*copies)[0].order.ref.key, (*copies)[1].order.ref.key},
                                               VerifiedCopy::Fate::Removed));
        }
        VERIFY_OK(acts.runRemoval({}, m_job));
        const bool isProven = removedBy != QLatin1String("somebody");
        QCOMPARE(handover.takeaway()->removed, std::optional<quint32>(isProven ? 4 : 0));
        QCOMPARE(handover.takeaway()->kept.size(), std::size_t(isProven ? 0 : 4));
        for (const UnreadableEntry& kept : handover.takeaway()->kept) {
            QCOMPARE(kept.why.kind, Kind::RemovalUnproven);
        }
    }
};

QTEST_MAIN(TestLabelRemoval)
#include "tst_label_removal.moc"
