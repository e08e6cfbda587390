// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/aes_zip_reader.h"
#include "archive/aes_zip_writer.h"
#include "archive/zip_packer.h"
#include "archive/zip_walk.h"
#include "model/archive/archive_fixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace staffelstab;
using namespace staffelstab::archive;

namespace {

/** Takes so many bytes and then says that it is full. */
class FullDisk final : public OutputDevice
{
public:
    explicit FullDisk(qint64 room) : m_room(room) {}
    Status write(QByteArrayView bytes) override
    {
        m_room -= bytes.size();
        return m_room >= 0 ? Status(Done{}) : Status(Failure{Failure::Kind::DiskFull, QStringLiteral("stick"), {}});
    }
    Status patch(qint64, QByteArrayView) override { return Done{}; }
    Status flushAndClose() override { return Done{}; }

private:
    qint64 m_room;
};

/** Keeps what it is given, up to so many bytes. */
class MemorySink final : public ByteSink
{
public:
    explicit MemorySink(qsizetype room = std::numeric_limits<qsizetype>::max()) : m_room(room) {}
    Status write(QByteArrayView more) override
    {
        if (bytes.size() + more.size() > m_room) {
            ++refused;
            return Failure{Failure::Kind::DiskFull, {}, {}};
        }
        bytes += more;
        return Done{};
    }
    QByteArray bytes;
    int refused = 0;

private:
    qsizetype m_room;
};

class MemorySource final : public ByteSource
{
public:
    explicit MemorySource(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    Result<qint64> read(char* to, qint64 atMost) override
    {
        const qsizetype length = std::min<qsizetype>(atMost, m_bytes.size() - m_at);
        std::copy_n(m_bytes.constData() + m_at, length, to);
        m_at += length;
        return qint64{length};
    }
    Result<QByteArray> tail(qint64 atMost) override { return m_bytes.right(static_cast<qsizetype>(atMost)); }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

struct SeenFile
{
    QByteArray path;
    QByteArray content;
};

class Collecting final : public FileVisitor
{
public:
    Status begin(const QByteArray& path) override
    {
        files.push_back({path, {}});
        return Done{};
    }
    Status piece(QByteArrayView bytes) override
    {
        files.back().content.append(bytes.data(), bytes.size());
        return Done{};
    }
    Status end() override { return Done{}; }

    std::vector<SeenFile> files;
};

const QByteArray comment = QByteArrayLiteral("Payload-Oxum: 5.1");

/** Refuses to see any more after so many files. */
class Impatient final : public FileVisitor
{
public:
    explicit Impatient(int most) : m_most(most) {}
    Status begin(const QByteArray&) override
    {
        return ++begun <= m_most ? Status(Done{}) : Status(Failure{Failure::Kind::LimitExceeded, {}, {}});
    }
    Status piece(QByteArrayView) override { return Done{}; }
    Status end() override { return Done{}; }
    int begun = 0;

private:
    int m_most;
};

QByteArray nameOf(int number)
{
    return "top/" + QByteArray::number(number) + ".eml";
}

/** Files of very different sizes, some of which do not become smaller. */
QByteArray contentOf(int number)
{
    QByteArray content;
    quint32 dice = static_cast<quint32>(number) * 2654435761U + 1;
    const qsizetype size = number % 50 == 7 ? 3'000'000 : number * 37 % 5000;
    while (content.size() < size) {
        dice = dice * 1664525U + 1013904223U;
        content += number % 3 == 0 ? QByteArray(1, static_cast<char>(dice >> 24)) : QByteArray::number(dice >> 20);
    }
    return content;
}

constexpr int manyFiles = 200;

/** A ZIP of many files given whole, one of them in pieces. */
QByteArray many(int threads, const QString& spoolFolder)
{
    MemorySink sink;
    ZipPacker packer(sink, dosTimeOf(QDate(2026, 3, 5)), spoolFolder, threads);
    for (int number = 0; number < manyFiles; ++number) {
        const QByteArray content = contentOf(number);
        packer.setTime(dosTimeOf(QDate(2026, 3, 1 + number % 28)));
        const Status added = number == 120 ? packer.begin(nameOf(number)) : packer.addWhole(nameOf(number), content);
        if (!added || (number == 120 && !(packer.write(content) && packer.end()))) {
            return {};
        }
    }
    return packer.finish(comment) ? sink.bytes : QByteArray();
}

const QByteArray long1 = QByteArray("repeat ").repeated(60'000);

Status fill(ZipPacker& packer)
{
    QByteArray noise(5000, '\0');
    for (qsizetype at = 0; at < noise.size(); ++at) {
        noise[at] = static_cast<char>((at * at * 7919) >> 5);
    }
    for (const auto& [name, content] :
         {std::pair<QByteArray, QByteArray>("top/small.eml", "hello"), {"top/empty", ""}, {"top/noise", noise}}) {
        if (Status added = packer.addWhole(name, content); !added) {
            return added;
        }
    }
    if (Status begun = packer.begin("top/streamed ü.eml"); !begun) {
        return begun;
    }
    for (qsizetype at = 0; at < long1.size(); at += 100'000) {
        if (Status written =
                packer.write(QByteArrayView(long1).sliced(at, std::min<qsizetype>(100'000, long1.size() - at)));
            !written) {
            return written;
        }
    }
    if (Status ended = packer.end(); !ended) {
        return ended;
    }
    return packer.finish(comment);
}

Status write(OutputDevice& device, const Secret& passphrase, const QString& spoolFolder)
{
    AesZipWriter cipher(device);
    if (Status begun = cipher.begin("inner.zip", passphrase, dosTimeOf(QDate(2026, 3, 5))); !begun) {
        return begun;
    }
    ZipPacker packer(cipher, dosTimeOf(QDate(2026, 3, 5)), spoolFolder);
    if (Status filled = fill(packer); !filled) {
        return filled;
    }
    return cipher.finish();
}

Status read(const QString& path, const Secret& passphrase, Collecting& files)
{
    AesZipReader reader;
    if (Status opened = reader.open(path, passphrase); !opened) {
        return opened;
    }
    JobContext job;
    if (Status walked = walkZip(reader, files, {.bytes = 100 << 20}, reader.plainSize(), job); !walked) {
        return walked;
    }
    return reader.finish();
}

} // namespace

class TestAesZip : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_zip;
    Secret m_passphrase{"correct horse"};

private Q_SLOTS:
    void initTestCase()
    {
        m_zip = m_folder.filePath(QStringLiteral("a.zip"));
        FileDevice device;
        QVERIFY(device.open(m_zip).isOk());
        QVERIFY(write(device, m_passphrase, m_folder.path()).isOk());
    }

    void readsBackWhatItWrote()
    {
        Collecting seen;
        const Status answer = read(m_zip, m_passphrase, seen);
        QVERIFY2(answer.isOk(), answer ? "" : qPrintable(answer.failure().detail));
        QCOMPARE(seen.files.size(), std::size_t{4});
        QCOMPARE(seen.files[0].content, QByteArray("hello"));
        QCOMPARE(seen.files[1].content, QByteArray());
        QCOMPARE(seen.files[2].content.size(), 5000);
        QCOMPARE(seen.files[3].path, QByteArray("top/streamed ü.eml"));
        QCOMPARE(seen.files[3].content, long1);
    }

    void isOpenedBySevenZip()
    {
        const auto outer = test::run(
            QStringLiteral("7zz"),
            {QStringLiteral("x"), QStringLiteral("-pcorrect horse"), QStringLiteral("-oout"), m_zip}, m_folder.path());
        QVERIFY2(outer.code == 0 && !outer.output.contains("Warning"), outer.output.constData());
        const auto inner =
            test::run(QStringLiteral("7zz"),
                      {QStringLiteral("x"), QStringLiteral("-oin"), QStringLiteral("out/inner.zip")}, m_folder.path());
        QVERIFY2(inner.code == 0 && !inner.output.contains("Warning"), inner.output.constData());
        QFile file(m_folder.filePath(QStringLiteral("in/top/streamed ü.eml")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), long1);
    }

    void hidesEverythingButTheTotalSize()
    {
        const auto listing =
            test::run(QStringLiteral("7zz"), {QStringLiteral("l"), QStringLiteral("-slt"), m_zip}, m_folder.path());
        QCOMPARE(listing.code, 0);
        QVERIFY(listing.output.contains("AES-256"));
        QVERIFY(listing.output.contains("inner.zip"));
        QVERIFY(!listing.output.contains("small.eml"));
        QFile file(m_zip);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("small.eml"));
    }

    void tellsAWrongPassphrase()
    {
        Collecting seen;
        const auto answer =
            test::run(QStringLiteral("7zz"), {QStringLiteral("t"), QStringLiteral("-pwrong"), m_zip}, m_folder.path());
        QCOMPARE(answer.code, 2);
        for (int number = 0; number < 50; ++number) {
            const Status opened = read(m_zip, Secret("wrong " + QByteArray::number(number)), seen);
            QVERIFY(!opened);
            QCOMPARE(opened.failure().kind, Failure::Kind::WrongPassphrase);
        }
        QVERIFY(seen.files.empty());
    }

    void noticesEveryChangedByte()
    {
        QFile original(m_zip);
        QVERIFY(original.open(QIODevice::ReadOnly));
        const QByteArray bytes = original.readAll();
        const QString changedPath = m_folder.filePath(QStringLiteral("changed.zip"));
        // All of the frame, and every 97th byte of the content.
        for (qsizetype at = 0; at < bytes.size(); at += (at > 150 && at < bytes.size() - 300) ? 97 : 1) {
            QFile changed(changedPath);
            QVERIFY(changed.open(QIODevice::WriteOnly));
            QByteArray other = bytes;
            other[at] = static_cast<char>(other[at] ^ (1 << (at % 8)));
            changed.write(other);
            changed.close();
            Collecting seen;
            QVERIFY2(!read(changedPath, m_passphrase, seen).isOk(), qPrintable(QString::number(at)));
        }
    }

    void noticesThatItWasCutOff_data()
    {
        QTest::addColumn<int>("missing");
        for (const int missing : {1, 10, 22, 100, 500, 5000}) {
            QTest::addRow("%d bytes", missing) << missing;
        }
    }

    void noticesThatItWasCutOff()
    {
        QFETCH(int, missing);
        const QString path = m_folder.filePath(QStringLiteral("cut.zip"));
        QFile::remove(path);
        QVERIFY(QFile::copy(m_zip, path));
        QFile file(path);
        QVERIFY(file.resize(file.size() - missing));
        Collecting seen;
        const Status answer = read(path, m_passphrase, seen);
        QVERIFY(!answer);
        QCOMPARE(answer.failure().kind, Failure::Kind::ArchiveDamaged);
    }

    void noticesWhatWasAppended()
    {
        const QString path = m_folder.filePath(QStringLiteral("longer.zip"));
        QVERIFY(QFile::copy(m_zip, path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("x");
        file.close();
        Collecting seen;
        QCOMPARE(read(path, m_passphrase, seen).failure().kind, Failure::Kind::ArchiveDamaged);
    }

    void stopsWhereTheLimitIs()
    {
        AesZipReader reader;
        QVERIFY(reader.open(m_zip, m_passphrase).isOk());
        Collecting seen;
        JobContext job;
        const Status walked = walkZip(reader, seen, {.bytes = 100'000}, 0, job);
        QCOMPARE(walked.failure().kind, Failure::Kind::LimitExceeded);
        QVERIFY(seen.files.back().content.size() <= 100'000);
    }

    void showsItsCommentBeforehand()
    {
        AesZipReader reader;
        QVERIFY(reader.open(m_zip, m_passphrase).isOk());
        QCOMPARE(zipComment(*reader.tail(commentWindow)), comment);
        Collecting seen;
        JobContext job;
        QVERIFY(walkZip(reader, seen, {.bytes = 100 << 20}, 0, job).isOk());
        QVERIFY(reader.finish().isOk());
        QCOMPARE(reader.sha256(), Sha256::of([&] {
                     QFile file(m_zip);
                     return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
                 }()));
    }

    void saysThatTheDiskIsFullWhereverThatHappens()
    {
        for (qint64 room = 0; room < 20'000; room += 500) {
            FullDisk disk(room);
            const Status written = write(disk, m_passphrase, m_folder.path());
            QVERIFY(written.isOk() || written.failure().kind == Failure::Kind::DiskFull);
            if (room < 5000) {
                QVERIFY(!written);
            }
        }
    }

    void writesTheSameBytesHoweverManyThreadsHelp_data()
    {
        QTest::addColumn<int>("threads");
        for (const int threads : {1, 2, 5}) {
            QTest::addRow("%d threads", threads) << threads;
        }
    }

    void writesTheSameBytesHoweverManyThreadsHelp()
    {
        QFETCH(int, threads);
        const QByteArray alone = many(0, m_folder.path());
        QVERIFY(!alone.isEmpty());
        QVERIFY(many(threads, m_folder.path()) == alone);
        MemorySource source(alone);
        Collecting seen;
        JobContext job;
        QVERIFY(walkZip(source, seen, {.bytes = 100 << 20}, alone.size(), job).isOk());
        QCOMPARE(seen.files.size(), std::size_t{manyFiles});
        for (int number = 0; number < manyFiles; ++number) {
            const SeenFile& file = seen.files[static_cast<std::size_t>(number)];
            QCOMPARE(file.path, nameOf(number));
            QVERIFY(file.content == contentOf(number));
        }
    }

    void hasGivenEverythingToTheSinkWhenDrained()
    {
        MemorySink sink;
        ZipPacker packer(sink, 0, m_folder.path(), 2);
        qsizetype before = 0;
        for (int number = 0; number < 30; ++number) {
            QVERIFY(packer.addWhole(nameOf(number), contentOf(number)).isOk());
            QVERIFY(packer.drain().isOk());
            QVERIFY(sink.bytes.size() > before);
            QVERIFY(sink.bytes.sliced(before).contains(nameOf(number)));
            before = sink.bytes.size();
        }
        QVERIFY(packer.drain().isOk());
        QCOMPARE(sink.bytes.size(), before);
    }

    void tellsAtTheNextCallThatTheSinkIsFull()
    {
        MemorySink sink(10'000);
        ZipPacker packer(sink, 0, m_folder.path(), 2);
        Status added = Done{};
        for (int number = 0; number < 200 && added; ++number) {
            added = packer.addWhole(nameOf(number), contentOf(1000));
        }
        QVERIFY(!added);
        QCOMPARE(added.failure().kind, Failure::Kind::DiskFull);
        QCOMPARE(sink.refused, 1);

        MemorySink small(10);
        ZipPacker other(small, 0, m_folder.path(), 2);
        QVERIFY(other.addWhole("top/a", "a").isOk());
        const Status drained = other.drain();
        QVERIFY(!drained);
        QCOMPARE(drained.failure().kind, Failure::Kind::DiskFull);
    }

    void tellsTheDamageThatComesFirst()
    {
        // Of two damaged files the earlier one counts, and nothing behind it is shown.
        QByteArray zip = many(2, m_folder.path());
        for (const int number : {150, 20}) {
            const qsizetype at = zip.indexOf(nameOf(number)) + nameOf(number).size() + 5;
            zip[at] = static_cast<char>(zip[at] ^ 0x55);
        }
        MemorySource source(zip);
        Collecting seen;
        JobContext job;
        const Status walked = walkZip(source, seen, {.bytes = 100 << 20}, zip.size(), job);
        QVERIFY(!walked);
        QCOMPARE(walked.failure().kind, Failure::Kind::ArchiveDamaged);
        QCOMPARE(seen.files.size(), std::size_t{21});
        QVERIFY(seen.files.back().content.isEmpty());
    }

    void showsWhatStandsBeforeTheCut()
    {
        const QByteArray zip = many(2, m_folder.path());
        MemorySource source(zip.first(zip.indexOf(nameOf(61)) + 100));
        Collecting seen;
        JobContext job;
        const Status walked = walkZip(source, seen, {.bytes = 100 << 20}, zip.size(), job);
        QCOMPARE(walked.failure().kind, Failure::Kind::ArchiveDamaged);
        QCOMPARE(seen.files.size(), std::size_t{61});
        QVERIFY(seen.files.back().content == contentOf(60));
    }

    void asksAVisitorNothingAfterItsRefusal()
    {
        MemorySource source(many(2, m_folder.path()));
        Impatient visitor(33);
        JobContext job;
        const Status walked = walkZip(source, visitor, {.bytes = 100 << 20}, 0, job);
        QCOMPARE(walked.failure().kind, Failure::Kind::LimitExceeded);
        QCOMPARE(visitor.begun, 34);
    }

    void isNotConfusedByOtherFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << QByteArray("PK");
        QTest::newRow("text") << QByteArray("From: a@b\n\n").repeated(100);
        QTest::newRow("plain ZIP") << localHeader({.name = "a.eml", .method = ZipEntry::Method::Stored}) +
                                          QByteArray(100, 'x');
        QTest::newRow("nul bytes") << QByteArray(10'000, '\0');
    }

    void isNotConfusedByOtherFiles()
    {
        QFETCH(QByteArray, content);
        QFile file(m_folder.filePath(QStringLiteral("other")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        AesZipReader reader;
        QCOMPARE(reader.open(file.fileName(), m_passphrase).failure().kind, Failure::Kind::NotAnArchive);
    }
};

QTEST_GUILESS_MAIN(TestAesZip)
#include "tst_aes_zip.moc"
