// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/sealed_stream.h"
#include "support/result_checks.h"

#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::archive;
using Kind = Failure::Kind;

class TestSealedStream : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    JobContext m_job;

    static Secret key(char fill = 7) { return Secret(QByteArray(32, fill)); }
    QString write(const QByteArray& content, qsizetype step = 10'000)
    {
        const QString path = m_folder.filePath(QStringLiteral("a.sealed"));
        QFile::remove(path);
        FileDevice device;
        ArchiveSeal seal;
        seal.key = key();
        seal.seals = {"for one", "for another"};
        SealedWriter writer(device);
        bool isDone = device.open(path).isOk() && writer.begin(seal).isOk();
        for (qsizetype at = 0; at < content.size(); at += step) {
            isDone =
                isDone && writer.write(QByteArrayView(content).sliced(at, std::min(step, content.size() - at))).isOk();
        }
        return isDone && writer.finish().isOk() ? path : QString();
    }
    Status open(const QString& path, const Secret& with, QByteArray* content)
    {
        SealedReader reader;
        if (Status opened = reader.open(path); !opened) {
            return opened;
        }
        reader.setKey(with);
        const QString target = m_folder.filePath(QStringLiteral("out"));
        QFile::remove(target);
        Status copied = openSealedCopy(reader, target, m_job);
        QFile file(target);
        if (copied && file.open(QIODevice::ReadOnly)) {
            *content = file.readAll();
        }
        return copied ? copied : QFile::exists(target) ? Status(Failure{Kind::Internal, {}, {}}) : copied;
    }

private Q_SLOTS:
    void givesBackWhatWasSealed_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 65535, 65536, 65537, 131072, 1'000'000}) {
            QTest::addRow("%d bytes", size) << size;
        }
    }
    void givesBackWhatWasSealed()
    {
        QFETCH(int, size);
        QByteArray content(size, Qt::Uninitialized);
        for (int i = 0; i < size; ++i) {
            content[i] = static_cast<char>(i * 31 + i / 7);
        }
        const QString path = write(content);
        QVERIFY(!path.isEmpty());
        QByteArray back;
        VERIFY_OK(open(path, key(), &back));
        QVERIFY(back == content);
        SealedReader reader;
        VERIFY_OK(reader.open(path));
        reader.setKey(key());
        QCOMPARE(reader.plainSize(), size);
        QCOMPARE(reader.seals(), (std::vector<QByteArray>{"for one", "for another"}));
        const auto tail = reader.tail(100);
        VERIFY_OK(tail);
        QCOMPARE(*tail, content.right(100));
    }

    void opensWithNoOtherKey()
    {
        const QString path = write("geheim");
        QByteArray back;
        QCOMPARE(open(path, key(8), &back).failure().kind, Kind::ArchiveDamaged);
    }

    void noticesEveryChange_data()
    {
        QTest::addColumn<int>("chunk");
        QTest::addColumn<QByteArray>("how");
        QTest::newRow("a bit in a chunk") << 0 << QByteArray("flip");
        QTest::newRow("a bit in a tag") << 0 << QByteArray("flip tag");
        QTest::newRow("a recipient changed") << 0 << QByteArray("flip header");
        QTest::newRow("the last chunk cut off") << 2 << QByteArray("cut");
        QTest::newRow("cut in the middle of a chunk") << 1 << QByteArray("cut inside");
        QTest::newRow("two chunks exchanged") << 0 << QByteArray("swap");
        QTest::newRow("a chunk twice") << 0 << QByteArray("repeat");
        QTest::newRow("something behind the end") << 0 << QByteArray("append");
    }
    void noticesEveryChange()
    {
        QFETCH(int, chunk);
        QFETCH(QByteArray, how);
        const QString path = write(QByteArray(150'000, 'x'));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        constexpr qsizetype sealed = 65536 + 16;
        const qsizetype start = bytes.size() - 150'000 - 3 * 16;
        const qsizetype at = start + chunk * sealed;
        if (how == "flip") {
            bytes[at + 5] = static_cast<char>(bytes.at(at + 5) ^ 1);
        } else if (how == "flip tag") {
            bytes[at + sealed - 1] = static_cast<char>(bytes.at(at + sealed - 1) ^ 1);
        } else if (how == "flip header") {
            bytes[start - 2] = static_cast<char>(bytes.at(start - 2) ^ 1);
        } else if (how == "cut") {
            bytes.truncate(at);
        } else if (how == "cut inside") {
            bytes.truncate(at + 100);
        } else if (how == "swap") {
            bytes = bytes.left(start) + bytes.mid(start + sealed, sealed) + bytes.mid(start, sealed) +
                    bytes.mid(start + 2 * sealed);
        } else if (how == "repeat") {
            bytes.insert(at, bytes.mid(at, sealed));
        } else {
            bytes += "x";
        }
        QVERIFY(file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size());
        file.close();
        QByteArray back;
        QCOMPARE(open(path, key(), &back).failure().kind, Kind::ArchiveDamaged);
    }

    void refusesWhatIsNoSealedCopy_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("empty") << QByteArray() << Kind::NotAnArchive;
        QTest::newRow("a ZIP") << QByteArray("PK\3\4") << Kind::NotAnArchive;
        QTest::newRow("no recipients") << QByteArray("STAFFELSTAB-SEALED-1\n\0\0\0\0", 25) << Kind::ArchiveDamaged;
        QTest::newRow("recipients without end")
            << QByteArray("STAFFELSTAB-SEALED-1\n\xff\xff\xff\xff", 25) << Kind::ArchiveDamaged;
        QTest::newRow("a key that is cut off")
            << QByteArray("STAFFELSTAB-SEALED-1\n\0\0\0\1\0\0\1\0ab", 31) << Kind::ArchiveDamaged;
        QTest::newRow("nothing behind the keys")
            << QByteArray("STAFFELSTAB-SEALED-1\n\0\0\0\1\0\0\0\2ab", 31) << Kind::ArchiveDamaged;
    }
    void refusesWhatIsNoSealedCopy()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Kind, kind);
        const QString path = m_folder.filePath(QStringLiteral("b.sealed"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size());
        file.close();
        QByteArray back;
        const Status opened = open(path, key(), &back);
        QVERIFY(!opened);
        QCOMPARE(opened.failure().kind, kind);
    }
};

QTEST_APPLESS_MAIN(TestSealedStream)
#include "tst_sealed_stream.moc"
