// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive_check.h"
#include "archive/file_tree.h"
#include "archive/iso_image.h"
#include "model/archive/archive_fixture.h"
#include "support/result_checks.h"

#include <QHash>
#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::archive;
using Container = ArchiveOptions::Container;
using Kind = Failure::Kind;

namespace {

/** Blocks of nothing become holes, so that huge files cost no room. */
class HoleyFile final : public OutputDevice
{
public:
    explicit HoleyFile(const QString& path) : m_file(path) {}
    bool open() { return m_file.open(QIODevice::ReadWrite | QIODevice::Truncate); }
    Status write(QByteArrayView bytes) override
    {
        const bool isHole = bytes.count('\0') == bytes.size();
        const bool isDone = isHole ? m_file.seek(m_file.pos() + bytes.size())
                                   : m_file.write(bytes.data(), bytes.size()) == bytes.size();
        m_end = std::max(m_end, m_file.pos());
        return isDone ? Status(Done{}) : Status(Failure{Failure::Kind::DiskFull, {}, {}});
    }
    Status patch(qint64 offset, QByteArrayView bytes) override
    {
        const qint64 end = m_file.pos();
        const bool isDone = m_file.seek(offset) && m_file.write(bytes.data(), bytes.size()) == bytes.size();
        return isDone && m_file.seek(end) ? Status(Done{}) : Status(Failure{Failure::Kind::DiskFull, {}, {}});
    }
    Status flushAndClose() override
    {
        const bool isDone = m_file.resize(m_end);
        m_file.close();
        return isDone ? Status(Done{}) : Status(Failure{Failure::Kind::DiskFull, {}, {}});
    }

private:
    QFile m_file;
    qint64 m_end = 0;
};

constexpr qint64 hugeSize = (qint64{4} << 30) + (qint64{200} << 20) + 5;

/** More than 4 GiB of nothing, with a word at its very end. */
Status addHuge(FileTree& tree, const QString& path)
{
    const QByteArray piece(1 << 20, '\0');
    Status done = tree.begin(path);
    for (qint64 left = hugeSize - 5; done && left > 0; left -= piece.size()) {
        done = tree.write(QByteArrayView(piece).first(std::min<qint64>(left, piece.size())));
    }
    done = done ? tree.write("Ende\n") : done;
    return done ? tree.end() : done;
}

class SizesAndEnds final : public FileVisitor
{
public:
    Status begin(const QByteArray& path) override
    {
        m_path = path;
        return Done{};
    }
    Status piece(QByteArrayView bytes) override
    {
        sizes[m_path] += bytes.size();
        ends[m_path] = (ends[m_path] + bytes.toByteArray().right(5)).right(5);
        return Done{};
    }
    Status end() override
    {
        sizes[m_path] += 0;
        return Done{};
    }
    QHash<QByteArray, qint64> sizes;
    QHash<QByteArray, QByteArray> ends;

private:
    QByteArray m_path;
};

} // namespace

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

    void holdsAFileOverFourGigabytesAndMovesNothingElse()
    {
        const QString path = m_folder.filePath(QStringLiteral("riesig.iso"));
        HoleyFile device(path);
        QVERIFY(device.open());
        IsoTree tree(device, QStringLiteral("top"), QDate(2026, 12, 31));
        VERIFY_OK(tree.open(QStringLiteral("RIESIG")));
        VERIFY_OK(tree.begin(QStringLiteral("data/vorher.eml")));
        VERIFY_OK(tree.write("vorher"));
        VERIFY_OK(tree.end());
        VERIFY_OK(addHuge(tree, QStringLiteral("data/riesig.eml")));
        VERIFY_OK(tree.begin(QStringLiteral("data/leer.eml")));
        VERIFY_OK(tree.end());
        VERIFY_OK(tree.begin(QStringLiteral("danach.txt")));
        VERIFY_OK(tree.write("danach"));
        VERIFY_OK(tree.end());
        VERIFY_OK(tree.finish({}));
        QCOMPARE(tree.files(), 4U);
        SizesAndEnds seen;
        VERIFY_OK(walkIso(path, seen, m_job));
        QCOMPARE(seen.sizes, (QHash<QByteArray, qint64>{{"top/data/vorher.eml", 6},
                                                        {"top/data/riesig.eml", hugeSize},
                                                        {"top/data/leer.eml", 0},
                                                        {"top/danach.txt", 6}}));
        QCOMPARE(seen.ends["top/data/riesig.eml"], QByteArray("Ende\n"));
        const auto listed = test::run(QStringLiteral("7zz"), {QStringLiteral("l"), path}, m_folder.path());
        QVERIFY2(listed.output.contains(QByteArray::number(hugeSize)), listed.output.constData());
        QVERIFY2(listed.output.contains("4 files"), listed.output.constData());
    }

    void keepsFoldersAndNamesThatLookAlikeInCapitals()
    {
        const QString path = m_folder.filePath(QStringLiteral("viele.iso"));
        FileDevice device;
        VERIFY_OK(device.open(path));
        IsoTree tree(device, QStringLiteral("top"), QDate(2026, 12, 31));
        VERIFY_OK(tree.open(QStringLiteral("VIELE")));
        // More than a sector of records, ids that would be the same, folders in folders.
        for (int number = 0; number < 300; ++number) {
            const QString folder = QStringLiteral("data/Ärger %1/tief/tiefer").arg(number % 7);
            VERIFY_OK(tree.begin(folder + QStringLiteral("/gleicher langer Anfang der Namen %1 ö.eml").arg(number)));
            VERIFY_OK(tree.write(QByteArray::number(number)));
            VERIFY_OK(tree.end());
        }
        VERIFY_OK(tree.finish({}));
        SizesAndEnds seen;
        VERIFY_OK(walkIso(path, seen, m_job));
        QCOMPARE(seen.sizes.size(), 300);
        for (int number = 0; number < 300; ++number) {
            const QByteArray name =
                QStringLiteral("top/data/Ärger %1/tief/tiefer/gleicher langer Anfang der Namen %2 ö.eml")
                    .arg(number % 7)
                    .arg(number)
                    .toUtf8();
            QCOMPARE(seen.ends.value(name), QByteArray::number(number));
        }
        // The directory for readers that know no Joliet holds as many.
        const auto listed =
            test::run(QStringLiteral("xorriso"),
                      {QStringLiteral("-read_fs"), QStringLiteral("ecma119"), QStringLiteral("-indev"), path,
                       QStringLiteral("-find"), QStringLiteral("/"), QStringLiteral("-type"), QStringLiteral("f")},
                      m_folder.path());
        QCOMPARE(listed.output.count(".EML"), 300);
    }

    void theSealedCopyHoldsAFileOverFourGigabytes()
    {
        ArchiveSeal seal;
        seal.key = Secret(QByteArray(32, 'k'));
        seal.seals = {"for the officer"};
        const QString path = m_folder.filePath(QStringLiteral("riesig.sealed"));
        FileDevice device;
        VERIFY_OK(device.open(path));
        SealedTree tree(device, QStringLiteral("top"), 0, m_folder.path());
        VERIFY_OK(tree.open(seal));
        VERIFY_OK(addHuge(tree, QStringLiteral("data/riesig.eml")));
        VERIFY_OK(tree.finish("Payload-Oxum: " + QByteArray::number(hugeSize) + ".1"));
        SealedReader reader;
        VERIFY_OK(reader.open(path));
        reader.setKey(seal.key);
        const QString zip = m_folder.filePath(QStringLiteral("riesig.zip"));
        VERIFY_OK(openSealedCopy(reader, zip, m_job));
        const auto tested = test::run(QStringLiteral("7zz"), {QStringLiteral("t"), zip}, m_folder.path());
        QVERIFY2(tested.code == 0 && tested.output.contains(QByteArray::number(hugeSize)), tested.output.constData());
    }

    void refusesNamesThatADiscWouldCut()
    {
        FileDevice device;
        VERIFY_OK(device.open(m_folder.filePath(QStringLiteral("names.iso"))));
        IsoTree tree(device, QStringLiteral("top"), QDate(2026, 12, 31));
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
