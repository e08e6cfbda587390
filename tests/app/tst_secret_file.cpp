// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/secret_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using app::readSecretFile;

class TestSecretFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_first_line_is_the_secret_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("no line end") << QByteArray("geheim") << QByteArray("geheim");
        QTest::newRow("unix line end") << QByteArray("geheim\n") << QByteArray("geheim");
        QTest::newRow("windows line end") << QByteArray("geheim\r\n") << QByteArray("geheim");
        QTest::newRow("spaces belong to it") << QByteArray(" ge heim \nmore") << QByteArray(" ge heim ");
        QTest::newRow("umlauts stay UTF-8") << QByteArray("gr\xc3\xbc\xc3\x9f") << QByteArray("gr\xc3\xbc\xc3\x9f");
    }
    void the_first_line_is_the_secret()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, secret);
        const auto read = readSecretFile(write(content, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(read.isOk());
        QCOMPARE(read->view().toByteArray(), secret);
    }
    void a_file_that_others_can_read_is_refused_data()
    {
        QTest::addColumn<QFile::Permissions>("more");
        QTest::newRow("group") << QFile::Permissions(QFile::ReadGroup);
        QTest::newRow("others") << QFile::Permissions(QFile::ReadOther);
        QTest::newRow("others may write") << QFile::Permissions(QFile::WriteOther);
    }
    void a_file_that_others_can_read_is_refused()
    {
        QFETCH(QFile::Permissions, more);
        const auto read = readSecretFile(write("geheim", QFile::ReadOwner | QFile::WriteOwner | more));
        QVERIFY(!read.isOk());
        QCOMPARE(read.failure().kind, Failure::Kind::SecretFileTooOpen);
    }
    void what_holds_no_secret_is_bad_input_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("an empty first line") << QByteArray("\ngeheim");
        QTest::newRow("a line too long") << QByteArray(5000, 'x');
    }
    void what_holds_no_secret_is_bad_input()
    {
        QFETCH(QByteArray, content);
        const auto read = readSecretFile(write(content, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY(!read.isOk());
        QCOMPARE(read.failure().kind, Failure::Kind::BadInput);
    }
    void a_missing_file_and_a_folder_are_told_apart()
    {
        QCOMPARE(readSecretFile(m_folder.filePath(QStringLiteral("none"))).failure().kind, Failure::Kind::FileNotFound);
        QCOMPARE(readSecretFile(m_folder.path()).failure().kind, Failure::Kind::BadInput);
    }

private:
    QString write(const QByteArray& content, QFile::Permissions permissions)
    {
        const QString path = m_folder.filePath(QStringLiteral("secret.pw"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() ||
            !file.setPermissions(permissions)) {
            qFatal("cannot write the test's file");
        }
        return path;
    }
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSecretFile)
#include "tst_secret_file.moc"
