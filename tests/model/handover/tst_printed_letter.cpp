// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/account_directory.h"
#include "handover/handover_acts.h"
#include "model/handover/sample_case.h"
#include "receipt/sections/password_section.h"
#include "servers/printer_server.h"
#include "servers/slapd_server.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::handover;

/** The fresh password goes to paper first; the directory is changed when somebody has the letter. */
class TestPrintedLetter : public QObject
{
    Q_OBJECT

private:
    SlapdServer m_server;
    PrinterServer m_printer;

    struct Desk
    {
        SampleCase sample;
        std::unique_ptr<secrets::SecretStore> secrets = secrets::makeMemoryStore();
        HandoverActs acts{*sample.handover, *secrets};
        QSignalSpy printed{&acts, &HandoverActs::letterPrinted};
        std::optional<Failure::Kind> failed;
        bool isFinished = false;

        Desk()
        {
            connect(&acts, &HandoverActs::finished, &acts, [this](Step, const Failure* failure) {
                isFinished = true;
                failed = failure != nullptr ? std::optional(failure->kind) : std::nullopt;
            });
        }
    };

    static Secret first() { return Secret(QByteArrayView(SlapdServer::firstPassword)); }
    [[nodiscard]] directory::DirectoryLogin login(const QString& account) const
    {
        return {m_server.ldapsUrl(), SlapdServer::dn(account), m_server.caFile()};
    }
    [[nodiscard]] bool isOldOneValid(const QString& account) const
    {
        JobContext job;
        return directory::openDirectory(login(account), first(), job).isOk();
    }
    void begin(Desk& desk, const QString& account, const char* printer) const
    {
        PasswordChoice choice;
        choice.way = PasswordChoice::Way::Directory;
        choice.login = login(account);
        choice.sealBy = PasswordChoice::SealBy::Letter;
        choice.printer = m_printer.address(printer);
        choice.style = directory::PasswordStyle::Characters;
        if (!desk.sample.handover->setPeople(SampleCase::people()) || !desk.sample.handover->confirmPolicy() ||
            !desk.sample.handover->setPasswordChoice(choice)) {
            qFatal("the case cannot be prepared");
        }
        desk.acts.startPasswordChange(first(), Secret());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_server.start(), qPrintable(m_server.errorText()));
        QVERIFY2(m_printer.start(), qPrintable(m_printer.errorText()));
    }

    void theChangeWaitsForTheLetter()
    {
        Desk desk;
        const QString account = QStringLiteral("l.gehtbald");
        begin(desk, account, "letters");
        QTRY_COMPARE_WITH_TIMEOUT(desk.printed.size(), 1, 20000);
        QVERIFY(m_printer.printed().startsWith("%PDF-"));
        QVERIFY(isOldOneValid(account));
        desk.acts.confirmLetter();
        QTRY_VERIFY_WITH_TIMEOUT(desk.isFinished, 20000);
        QVERIFY(!desk.failed);
        QVERIFY(!isOldOneValid(account));
        const PasswordOutcome& outcome = *desk.sample.handover->password();
        QCOMPARE(outcome.report.newAccepted, directory::Proof::Yes);
        QCOMPARE(outcome.letterNumber.size(), 9);
        QVERIFY(outcome.sealPath.isEmpty());
        QVERIFY(outcome.report.entropyBits >= 70);
        // On the receipt as on the letter; and nothing but the case lies on the disk.
        const receipt::ReceiptRecord record = desk.sample.handover->record();
        const auto* section = record.find<receipt::PasswordSection>();
        QCOMPARE(section->sealedBy, QStringLiteral("letter"));
        QCOMPARE(section->letterNumber, outcome.letterNumber);
        const Result<receipt::ReceiptRecord> back = receipt::fromJson(receipt::toJson(record));
        QVERIFY(back.isOk());
        QCOMPARE(back->find<receipt::PasswordSection>()->letterNumber, outcome.letterNumber);
        QDirIterator files(desk.sample.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QFile::ReadOnly));
            QVERIFY2(!file.readAll().contains("%PDF-"), qPrintable(file.fileName()));
        }
    }

    void cancellingAtThePrinterChangesNothing()
    {
        Desk desk;
        const QString account = QStringLiteral("t.est");
        begin(desk, account, "letters");
        QTRY_COMPARE_WITH_TIMEOUT(desk.printed.size(), 1, 20000);
        desk.acts.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(desk.isFinished, 20000);
        QCOMPARE(desk.failed, Failure::Kind::Cancelled);
        QVERIFY(isOldOneValid(account));
        QVERIFY(!desk.sample.handover->passwordChangeOpenSince().isValid());
    }

    void aPrinterThatRefusesChangesNothing()
    {
        Desk desk;
        const QString account = QStringLiteral("r.eset");
        begin(desk, account, "closed");
        QTRY_VERIFY_WITH_TIMEOUT(desk.isFinished, 20000);
        QCOMPARE(desk.failed, Failure::Kind::PrintFailed);
        QVERIFY(isOldOneValid(account));
        QVERIFY(!desk.sample.handover->passwordChangeOpenSince().isValid());
    }
};

QTEST_MAIN(TestPrintedLetter)
#include "tst_printed_letter.moc"
