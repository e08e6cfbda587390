// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "acts_case.h"

#include "handover/acts/files_acts.h"
#include "handover/acts/signature_acts.h"
#include "handover/journal.h"
#include "handover/signing_rules.h"
#include "receipt/sections/archive_section.h"

#include <QDirIterator>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace staffelstab;
using namespace staffelstab::handover;

namespace {

QStringList filesBelow(const QString& folder)
{
    QStringList files;
    QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        files.append(it.next());
    }
    return files;
}

Result<receipt::ReceiptFinding> judgeReceipt(const QString& path, const receipt::ExpectedSigners& expected = {})
{
    const Result<QByteArray> pdf = readWhole(path, 50 << 20);
    return pdf ? Result(receipt::verifyReceipt(*pdf, expected)) : Result<receipt::ReceiptFinding>(pdf.failure());
}

} // namespace

/** A whole case from mailbox to receipt without a window. */
class TestHandoverActs : public QObject, private ActsCase
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void scansFoldersAndMessages()
    {
        VERIFY_OK(m_acts->runScan({}, m_job));
        QCOMPARE(handover().messages().size(), separation::Row(6));
        QCOMPARE(handover().scanReport()->folders.front().size(), std::size_t(2));
        QCOMPARE(handover().plan().tallies()[static_cast<std::size_t>(Verdict::Protected)].messages, 1u);
    }

    void walksFromMailboxToReceipt()
    {
        scanAndDecide();
        chooseTakeaway(TakeawayChoice::Action::Take);
        VERIFY_OK(m_acts->runTakeaway({}, {}, m_job));
        QCOMPARE(handover().takeaway()->copied, 2u);
        QVERIFY(!handover().isDone(Step::PrivateMail));
        QVERIFY(QFile::exists(mailFile("p1")));
        VERIFY_OK(m_acts->runRemoval({}, m_job));
        QCOMPARE(handover().takeaway()->removed.value_or(0), 2u);
        QVERIFY(handover().isDone(Step::PrivateMail));
        QVERIFY(!QFile::exists(mailFile("p1")));
        QVERIFY(QFile::exists(mailFile("x1")));

        chooseArchive(archive::ArchiveOptions::Container::Folder);
        VERIFY_OK(m_acts->runArchive({}, {}, m_job));
        QCOMPARE(handover().archive()->messages, 3u);
        for (const QString& file : filesBelow(path("medium"))) {
            QFile content(file);
            QVERIFY(content.open(QIODevice::ReadOnly));
            const QByteArray bytes = content.readAll();
            QVERIFY2(!bytes.contains("anna@privat.example") && !bytes.contains("betriebsrat@"), qPrintable(file));
        }

        settlePasswordByIt();
        signAsLeaver();
        QVERIFY(handover().receiptFiles()->path.endsWith(QStringLiteral(".pending.pdf")));
        QCOMPARE(judgeReceipt(handover().receiptFiles()->path)->state, receipt::ReceiptState::Pending);

        VERIFY_OK(m_acts->handKeyboardOver());
        SignInput input;
        input.confirmation.received = {QStringLiteral("archive")};
        input.confirmation.reservation = QStringLiteral("Dienstwagen noch nicht zurück");
        const QString pending = handover().receiptFiles()->path;
        VERIFY_OK(m_acts->runSupervisorSignature(std::move(input), m_job));
        QVERIFY(!QFile::exists(pending));
        const auto finding = judgeReceipt(handover().receiptFiles()->path);
        QCOMPARE(finding->state, receipt::ReceiptState::Intact);
        QCOMPARE(finding->signatures.size(), std::size_t(2));
        QCOMPARE(finding->signatures.back().confirmation.reservation, QStringLiteral("Dienstwagen noch nicht zurück"));
        QVERIFY(finding->record->find<receipt::ArchiveSection>()->sha256 == handover().archive()->sha256);
        QVERIFY(handover().isDone(Step::Receipt));
        for (const char* what : {"removal_begins", "removed", "leaver_signed", "countersigned"}) {
            QVERIFY2(handover().journal().has(QString::fromLatin1(what)).value(), what);
        }
    }

    void mailOutsideItsProfileIsOffLimits()
    {
        const QTemporaryDir home;
        const QString elsewhere = home.filePath(QStringLiteral("Dokumente/Post"));
        const QString profile = home.filePath(QStringLiteral("profil"));
        QVERIFY(QDir().mkpath(elsewhere) && QDir().mkpath(profile));
        QFile inbox(elsewhere + QStringLiteral("/Inbox"));
        QVERIFY(inbox.open(QIODevice::WriteOnly));
        QFile prefs(profile + QStringLiteral("/prefs.js"));
        QVERIFY(prefs.open(QIODevice::WriteOnly));
        prefs.write("user_pref(\"mail.accountmanager.accounts\", \"account1\");\n"
                    "user_pref(\"mail.account.account1.server\", \"server1\");\n"
                    "user_pref(\"mail.server.server1.directory\", \"" +
                    elsewhere.toUtf8() + "\");\n");
        prefs.close();
        mail::MailboxSource source;
        source.kind = mail::StoreKind::Thunderbird;
        source.path = profile;
        const files::OffLimits offLimits = offLimitsOf({source}, home.filePath(QStringLiteral("x.case")), {});
        QCOMPARE(offLimits.around(QFile::encodeName(inbox.fileName())), files::OffLimit::Mailbox);
        QCOMPARE(offLimits.around(QFile::encodeName(home.filePath(QStringLiteral("Dokumente")))),
                 files::OffLimit::None);
    }

    void putsTheDirectoryEntryIntoTheArchive()
    {
        const QByteArray ldif = "version: 1\n\ndn: CN=Lea Gehtbald\nsAMAccountName: l.gehtbald\n";
        DirectoryEntry entry;
        entry.ldif = ldif;
        VERIFY_OK(handover().setTopic<DirectoryEntry>(std::move(entry)));
        scanAndDecide();
        chooseArchive(archive::ArchiveOptions::Container::Folder);
        VERIFY_OK(m_acts->runArchive({}, {}, m_job));
        QDirIterator files(path("medium"), {QStringLiteral("entry.ldif")}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        const QString file = files.next();
        QVERIFY2(file.endsWith(QStringLiteral("/directory/entry.ldif")), qPrintable(file));
        QCOMPARE(*readWhole(file, 1 << 20), ldif);
        // Beside the mail, and under a manifest like it.
        const QString bag = file.chopped(static_cast<int>(qstrlen("directory/entry.ldif")));
        const Result<QByteArray> manifest = readWhole(bag + QStringLiteral("tagmanifest-sha256.txt"), 1 << 20);
        QVERIFY(manifest.isOk());
        QVERIFY(manifest->contains(Sha256::of(ldif).toHex() + "  directory/entry.ldif\n"));
    }

    void writesAnArchiveThatOpensWithItsPassphraseOnly()
    {
        scanAndDecide();
        chooseArchive(archive::ArchiveOptions::Container::Zip);
        VERIFY_OK(m_acts->runArchive({}, Secret(QByteArrayView("a long passphrase")), m_job));
        QSignalSpy checked(m_acts.get(), &HandoverActs::archiveChecked);
        m_acts->startArchiveCheck();
        QVERIFY(checked.wait());
        QVERIFY(checked.front().at(1).toBool());
        const auto wrong =
            archive::checkBusinessArchive(handover().archive()->path, Secret(QByteArrayView("wrong")), m_job);
        QVERIFY(!wrong.isOk());
        QCOMPARE(wrong.failure().kind, Failure::Kind::WrongPassphrase);
    }

    void worksOnTheThreadPoolWithSignals()
    {
        QSignalSpy finished(m_acts.get(), &HandoverActs::finished);
        m_acts->startScan({});
        QVERIFY(m_acts->isRunning());
        QVERIFY(finished.wait());
        QCOMPARE(finished.front().at(0).value<Step>(), Step::Mailbox);
        QVERIFY(handover().scanReport().has_value());
    }

    void previewsOneMessage()
    {
        VERIFY_OK(m_acts->runScan({}, m_job));
        QSignalSpy ready(m_acts.get(), &HandoverActs::previewReady);
        m_acts->startPreview(0);
        m_acts->startPreview(1);
        // The first may be ready before the second was asked for; the second comes last in any case.
        QTRY_VERIFY(!ready.isEmpty() && ready.last().at(0).toUInt() == 1U);
    }

    void wipesItsLoginsWhenClosed()
    {
        scanAndDecide();
        chooseArchive(archive::ArchiveOptions::Container::Zip);
        VERIFY_OK(m_acts->runArchive({}, Secret(QByteArrayView("a long passphrase")), m_job));
        signAsLeaver();
        const QString key = QStringLiteral("archive ") + handover().caseNumber();
        VERIFY_OK(m_secrets->read(key));
        VERIFY_OK(m_acts->close());
        QVERIFY(!m_secrets->read(key).isOk());
        QVERIFY(handover().isClosed());
    }

    void countersignsFromTheFileAlone()
    {
        scanAndDecide();
        signAsLeaver();
        const QString pending = handover().receiptFiles()->path;
        const auto files = countersignFile(pending, SignInput(), m_sample->clock, SigningRules(), m_job);
        VERIFY_OK(files);
        QCOMPARE(judgeReceipt(files->path)->state, receipt::ReceiptState::Intact);
        const auto again = countersignFile(files->path, SignInput(), m_sample->clock, SigningRules(), m_job);
        QVERIFY(!again.isOk());
        QCOMPARE(again.failure().kind, Failure::Kind::AlreadySigned);
    }

private:
    void settlePasswordByIt()
    {
        PasswordChoice choice;
        choice.way = PasswordChoice::Way::It;
        choice.itName = QStringLiteral("IT-Betrieb");
        choice.itDate = QDate(2026, 12, 31);
        VERIFY_OK(handover().setPasswordChoice(choice));
        VERIFY_OK(handover().settlePasswordOutside());
    }

    void signAsLeaver()
    {
        VERIFY_OK(handover().confirmReview());
        VERIFY_OK(m_acts->runLeaverSignature(SignInput(), m_job));
    }
};

QTEST_MAIN(TestHandoverActs)
#include "tst_handover_acts.moc"
