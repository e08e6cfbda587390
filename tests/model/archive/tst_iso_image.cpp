// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive_check.h"
#include "archive/iso_image.h"
#include "model/archive/archive_fixture.h"
#include "support/result_checks.h"

#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::archive;
using Container = ArchiveOptions::Container;
using Kind = Failure::Kind;

class TestIsoImage : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    JobContext m_job;

    [[nodiscard]] ArchiveOptions options(const QString& target) const
    {
        ArchiveOptions options;
        options.container = Container::Iso;
        options.target = m_folder.filePath(target);
        options.name = QStringLiteral("Uebergabe-4711");
        options.date = QDate(2026, 12, 31);
        options.language = QStringLiteral("de");
        options.discLabel = QStringLiteral("UEB-0042");
        return options;
    }

private Q_SLOTS:
    void writesADiscThatOthersCanReadAndWeFindIntact()
    {
        test::MemoryMailStore store;
        test::fillWithTraps(store);
        store.add(QStringLiteral("INBOX"), test::sampleMail(1, QByteArray(400, 'l'), "long subject\n"));
        const std::vector<MailSelection> selection{test::selectAll(store)};
        const auto report = writeBusinessArchive(selection, options(QStringLiteral("disc")), {}, m_job);
        VERIFY_OK(report);
        QVERIFY(report->path.endsWith(QStringLiteral(".iso")));
        QVERIFY(!report->isEncrypted);
        QCOMPARE(report->bytes, QFileInfo(report->path).size());
        const auto check = checkBusinessArchive(report->path, {}, m_job);
        VERIFY_OK(check);
        QVERIFY2(check->isIntact, qPrintable(check->differences.join(u'\n')));
        QCOMPARE(check->messages, report->messages);
        QCOMPARE(check->sha256, report->sha256);
        // 7-Zip reads the Joliet names and finds the same files.
        const QString out = m_folder.filePath(QStringLiteral("unpacked"));
        QCOMPARE(test::run(QStringLiteral("7zz"), {QStringLiteral("x"), QStringLiteral("-o") + out, report->path},
                           m_folder.path())
                     .code,
                 0);
        const auto sums =
            test::run(QStringLiteral("sha256sum"),
                      {QStringLiteral("-c"), QStringLiteral("--quiet"), QStringLiteral("manifest-sha256.txt")},
                      out + QStringLiteral("/Uebergabe-4711"));
        QVERIFY2(sums.code == 0, sums.output.constData());
    }

    void noticesAChangedByte()
    {
        test::MemoryMailStore store;
        store.add(QStringLiteral("INBOX"), test::sampleMail(1, "Angebot", "Wortlaut\n"));
        const std::vector<MailSelection> selection{test::selectAll(store)};
        const auto report = writeBusinessArchive(selection, options(QStringLiteral("changed")), {}, m_job);
        VERIFY_OK(report);
        QFile file(report->path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qsizetype at = file.readAll().indexOf("Wortlaut");
        QVERIFY(at > 0 && file.seek(at) && file.write("w") == 1);
        file.close();
        const auto check = checkBusinessArchive(report->path, {}, m_job);
        VERIFY_OK(check);
        QVERIFY(!check->isIntact);
        QVERIFY(check->sha256 != report->sha256);
    }

    void refusesNamesThatADiscWouldCut()
    {
        FileDevice device;
        VERIFY_OK(device.open(m_folder.filePath(QStringLiteral("names.iso"))));
        IsoTree tree(device, QStringLiteral("top"), QDate(2026, 12, 31), m_folder.path());
        VERIFY_OK(tree.open(QStringLiteral("x")));
        Spool content(m_folder.path());
        VERIFY_OK(content.write("abc"));
        VERIFY_OK(tree.add(QString(IsoTree::longestName, u'x'), content));
        QCOMPARE(tree.add(QString(IsoTree::longestName + 1, u'x'), content).failure().kind, Kind::BadInput);
        VERIFY_OK(tree.finish({}));
        QCOMPARE(tree.files(), 1U);
        QVERIFY(isIsoImage(m_folder.filePath(QStringLiteral("names.iso"))));
    }

    void writesASealedCopyBesideIt()
    {
        test::MemoryMailStore store;
        test::fillWithTraps(store);
        const std::vector<MailSelection> selection{test::selectAll(store)};
        ArchiveOptions both = options(QStringLiteral("both"));
        both.container = Container::Zip;
        auto seal = std::make_shared<ArchiveSeal>();
        seal->key = Secret(QByteArray(32, 'k'));
        seal->seals = {"for the officer"};
        both.seal = seal;
        const auto report = writeBusinessArchive(selection, both, Secret(QByteArrayView("sieben kurze worte")), m_job);
        VERIFY_OK(report);
        QVERIFY(QFileInfo::exists(report->path) && QFileInfo::exists(report->sealedPath));
        const auto sealed = inspectSealed(report->sealedPath, seal->key, m_job);
        VERIFY_OK(sealed);
        QVERIFY(sealed->check.isIntact);
        QCOMPARE(sealed->check.messages, report->messages);
        QCOMPARE(sealed->check.sha256, report->sealedSha256);
        SealedReader reader;
        VERIFY_OK(reader.open(report->sealedPath));
        reader.setKey(seal->key);
        const QString zip = m_folder.filePath(QStringLiteral("opened.zip"));
        VERIFY_OK(openSealedCopy(reader, zip, m_job));
        QCOMPARE(test::run(QStringLiteral("7zz"), {QStringLiteral("t"), zip}, m_folder.path()).code, 0);
    }

    void refusesWhatIsNoImage()
    {
        QFile file(m_folder.filePath(QStringLiteral("bad.iso")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray bytes(64 * 1024, 0);
        bytes.replace(32768, 6,
                      "\x01"
                      "CD001");
        QVERIFY(file.write(bytes) == bytes.size());
        file.close();
        QVERIFY(isIsoImage(file.fileName()));
        QVERIFY(!checkBusinessArchive(file.fileName(), {}, m_job));
    }
};

QTEST_GUILESS_MAIN(TestIsoImage)
#include "tst_iso_image.moc"
