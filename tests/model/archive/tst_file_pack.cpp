// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/file_pack.h"
#include "core/sha256.h"
#include "model/archive/archive_fixture.h"
#include "support/result_checks.h"

#include <QDateTime>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::archive;
using Kind = Failure::Kind;

/** Private files of any kind in one ZIP that only the leaver opens. */
class TestFilePack : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    JobContext m_job;
    const QByteArray m_phrase = QByteArrayLiteral("ein langer Satz");

    PackItem item(const QString& name, const QByteArray& content, const QByteArray& place) const
    {
        QFile file(m_folder.filePath(name));
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        return {isWritten ? QFile::encodeName(file.fileName()) : QByteArray(), place, content.size(), 1'600'000'000};
    }
    template <typename T>
    static Kind kindOf(const Result<T>& result)
    {
        return result ? Kind::Internal : result.failure().kind;
    }
    [[nodiscard]] QString target(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] static QStringList filesIn(const QString& folder)
    {
        return QDir(folder).entryList(QDir::Files | QDir::Hidden);
    }

private Q_SLOTS:
    void givesBackEveryFileToWhoeverHasThePassphraseAndAnotherProgram()
    {
        const QByteArray large(9 << 20, 'g');
        const std::vector<PackItem> items{item("a", "Tagebuch", "heim/Tagebuch.txt"), item("b", "", "heim/leer"),
                                          item("c", large, "heim/Fotos/Söhne & Töchter.jpg")};
        const auto report = packFiles(items, target(QStringLiteral("ziel")), QStringLiteral("Private Dateien 7"),
                                      Secret(m_phrase), m_job);
        VERIFY_OK(report);
        QCOMPARE(report->packed.size(), std::size_t{3});
        QCOMPARE(report->bytes, 8 + large.size());
        QCOMPARE(filesIn(target(QStringLiteral("ziel"))), QStringList{QStringLiteral("Private Dateien 7.zip")});
        const auto hashes = hashesInPack(report->path, Secret(m_phrase), m_job);
        VERIFY_OK(hashes);
        QCOMPARE(hashes->size(), 3);
        QCOMPARE(hashes->value("heim/Tagebuch.txt"), Sha256::of("Tagebuch"));
        const QString out = target(QStringLiteral("ausgepackt"));
        const auto outer = test::run(QStringLiteral("7zz"),
                                     {QStringLiteral("x"), QStringLiteral("-p") + QString::fromUtf8(m_phrase),
                                      QStringLiteral("-o") + out, report->path},
                                     m_folder.path());
        QVERIFY2(outer.code == 0, outer.output.constData());
        const auto inner =
            test::run(QStringLiteral("7zz"),
                      {QStringLiteral("x"), QStringLiteral("-o") + out, out + QStringLiteral("/Private Dateien 7.zip")},
                      m_folder.path());
        QVERIFY2(inner.code == 0, inner.output.constData());
        const QFileInfo photo(out + QStringLiteral("/Private Dateien 7/heim/Fotos/Söhne & Töchter.jpg"));
        QCOMPARE(photo.size(), large.size());
        QCOMPARE(photo.lastModified().toSecsSinceEpoch(), 1'600'000'000);
    }

    void hidesNamesAndSizes()
    {
        const auto report = packFiles(std::vector{item("d", "Inhalt", "heim/Geheimname.txt")},
                                      target(QStringLiteral("still")), QStringLiteral("P"), Secret(m_phrase), m_job);
        VERIFY_OK(report);
        QFile zip(report->path);
        QVERIFY(zip.open(QIODevice::ReadOnly));
        QVERIFY(!zip.readAll().contains("Geheimname"));
    }

    void opensWithNoOtherPassphrase()
    {
        const auto report = packFiles(std::vector{item("e", "x", "e")}, target(QStringLiteral("zu")),
                                      QStringLiteral("P"), Secret(m_phrase), m_job);
        VERIFY_OK(report);
        QCOMPARE(kindOf(hashesInPack(report->path, Secret("ein anderer Satz"), m_job)), Kind::WrongPassphrase);
    }

    void listsWhatCannotBeOpenedAndPacksTheRest()
    {
        std::vector<PackItem> items{item("f", "1", "f"), item("weg", "2", "weg")};
        QVERIFY(QFile::remove(m_folder.filePath(QStringLiteral("weg"))));
        const auto report =
            packFiles(items, target(QStringLiteral("rest")), QStringLiteral("P"), Secret(m_phrase), m_job);
        VERIFY_OK(report);
        QCOMPARE(report->packed.size(), std::size_t{1});
        QCOMPARE(report->failed.size(), std::size_t{1});
        QCOMPARE(report->failed.front().item, std::size_t{1});
    }

    void leavesNothingWhenItIsCancelled()
    {
        auto isCancelled = std::make_shared<std::atomic_bool>(false);
        JobContext job([isCancelled](const Progress& progress) { *isCancelled = progress.bytesDone > 0; }, isCancelled);
        QCOMPARE(kindOf(packFiles(std::vector{item("g", QByteArray(3 << 20, 'x'), "g")}, target(QStringLiteral("halb")),
                                  QStringLiteral("P"), Secret(m_phrase), job)),
                 Kind::Cancelled);
        QVERIFY(!QFileInfo::exists(target(QStringLiteral("halb"))));
    }

    void noticesAChangedByte()
    {
        const auto report = packFiles(std::vector{item("h", QByteArray(5000, 'h'), "h")},
                                      target(QStringLiteral("faul")), QStringLiteral("P"), Secret(m_phrase), m_job);
        VERIFY_OK(report);
        QFile zip(report->path);
        QVERIFY(zip.open(QIODevice::ReadWrite) && zip.seek(zip.size() / 2));
        const char old = zip.peek(1).at(0);
        QVERIFY(zip.putChar(static_cast<char>(old ^ 1)));
        zip.close();
        QCOMPARE(kindOf(hashesInPack(report->path, Secret(m_phrase), m_job)), Kind::ArchiveDamaged);
    }
};

QTEST_GUILESS_MAIN(TestFilePack)
#include "tst_file_pack.moc"
