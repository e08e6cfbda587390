// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"

#include "support/result_checks.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

using namespace staffelstab;

/** What the rest of the program relies on from the operating system. */
class TestPlatform : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhyAFileCannotBeWritten_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, int code, Failure::Kind kind) {
            QTest::newRow(name) << code << static_cast<int>(kind);
        };
        row("no such folder", ENOENT, Failure::Kind::FileNotFound);
        row("disk full", ENOSPC, Failure::Kind::DiskFull);
        row("quota used up", EDQUOT, Failure::Kind::DiskFull);
        row("larger than the file system allows", EFBIG, Failure::Kind::DiskFull);
        row("drive pulled", EIO, Failure::Kind::MediumGone);
        row("share gone", ESTALE, Failure::Kind::MediumGone);
        row("there already", EEXIST, Failure::Kind::FileExists);
        row("not allowed", EACCES, Failure::Kind::FileNotWritable);
        row("read-only medium", EROFS, Failure::Kind::FileNotWritable);
    }

    void tellsWhyAFileCannotBeWritten()
    {
        QFETCH(int, code);
        QFETCH(int, kind);
        errno = code;
        const Failure failure = platform::lastFileError(QStringLiteral("/medium/file"));
        QCOMPARE(static_cast<int>(failure.kind), kind);
        QCOMPARE(failure.subject, QStringLiteral("/medium/file"));
    }

    void makesFilesAndFoldersPrivate()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("secret"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.setPermissions(file.permissions() | QFile::ReadGroup | QFile::ReadOther));
        QVERIFY(!platform::isPrivateToOwner(path));
        VERIFY_OK(platform::makePrivate(path));
        QVERIFY(platform::isPrivateToOwner(path));
        const QString below = folder.filePath(QStringLiteral("below"));
        QVERIFY(QDir().mkdir(below));
        VERIFY_OK(platform::makePrivate(below));
        QVERIFY(platform::isPrivateToOwner(below));
        QVERIFY(QFile(below + QStringLiteral("/file")).open(QIODevice::WriteOnly));
        QVERIFY(!platform::isPrivateToOwner(folder.filePath(QStringLiteral("missing"))));
    }

    void replacesAFileInOneStep()
    {
        const QTemporaryDir folder;
        const QString from = folder.filePath(QStringLiteral("new.part"));
        const QString to = folder.filePath(QStringLiteral("old"));
        for (const auto& [name, text] : {std::pair(from, "new"), std::pair(to, "old")}) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            VERIFY_OK(platform::flushToMedium(file));
        }
        VERIFY_OK(platform::replaceFile(from, to));
        QFile file(to);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("new"));
        QVERIFY(!QFile::exists(from));
        QVERIFY(!platform::replaceFile(from, to).isOk());
    }

    void flushesWhatIsThereAndSaysWhatIsNot()
    {
        const QTemporaryDir folder;
        VERIFY_OK(platform::flushFolder(folder.path()));
        VERIFY_OK(platform::flushMedium(folder.path()));
        QVERIFY(!platform::flushMedium(folder.filePath(QStringLiteral("missing"))).isOk());
        QVERIFY(platform::freeBytes(folder.path()) > 0);
    }

    void seesThatAFileWasWrittenToOrReplaced()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("file"));
        const auto write = [](const QString& name, const QByteArray& text, const QDateTime& time) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush());
            QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
        };
        const QDateTime yesterday = QDateTime::currentDateTimeUtc().addDays(-1);
        write(path, "abc", yesterday);
        const auto state = platform::stateOf(path);
        QVERIFY(state);
        QCOMPARE(platform::stateOf(path), state);
        QCOMPARE(state->bytes, 3);
        QCOMPARE(state->modified / 1'000'000'000, yesterday.toSecsSinceEpoch());
        // Another file of the same size and time in its place.
        const QString other = folder.filePath(QStringLiteral("other"));
        write(other, "xyz", yesterday);
        VERIFY_OK(platform::replaceFile(other, path));
        QVERIFY(platform::stateOf(path) != state);
        QVERIFY(!platform::stateOf(folder.path()));
        QVERIFY(!platform::stateOf(other));
    }

    void opensAFileToGoOnWithButNoLinkAndNoNewOne()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("part"));
        const QString link = folder.filePath(QStringLiteral("link"));
        static constexpr auto mode = QIODevice::ReadWrite | QIODevice::ExistingOnly;
        const auto open = [](QFile& file, const QString& name) {
            return platform::openExact(file, QFile::encodeName(name), mode);
        };
        QFile none;
        QCOMPARE(open(none, path).failure().kind, Failure::Kind::FileNotFound);
        QVERIFY(!QFile::exists(path));
        QFile fresh(path);
        QVERIFY(fresh.open(QIODevice::WriteOnly) && fresh.write("abc") == 3 && fresh.flush());
        QVERIFY(QFile::link(path, link));
        QFile linked;
        QCOMPARE(open(linked, link).failure().kind, Failure::Kind::PathUnsafe);
        QFile again;
        VERIFY_OK(open(again, path));
        QCOMPARE(again.readAll(), QByteArray("abc"));
        QVERIFY(again.resize(1) && again.seek(1));
        QCOMPARE(again.write("x"), 1);
        again.close();
        QVERIFY(fresh.isOpen());
        QCOMPARE(QFileInfo(path).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestPlatform)
#include "tst_platform.moc"
