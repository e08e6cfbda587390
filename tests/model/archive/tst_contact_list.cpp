// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/contact_list.h"
#include "core/csv_reader.h"
#include "core/sha256.h"
#include "support/result_checks.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::archive;
using separation::Contact;

/** The list of business contacts as the supervisor opens it. */
class TestContactList : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    [[nodiscard]] ContactListOptions options(const QString& language) const
    {
        return {m_folder.filePath(QStringLiteral("liste")),
                language,
                QStringLiteral("2026-ABC123"),
                {QStringLiteral("Nora Nachfolge"), QStringLiteral("nora@firma.example"), {}, {}}};
    }
    static QByteArray bytesOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static std::vector<Contact> contacts()
    {
        Contact kim{QStringLiteral("kim@kunde.example"), QStringLiteral("Kim \"K\" Käufer"), 12, 7, QDate(2026, 11, 2)};
        Contact evil{QStringLiteral("evil@kunde.example"), QStringLiteral("=HYPERLINK(\"http://x\";\"y\")"), 1, 1, {}};
        Contact nameless{QStringLiteral("info@werk.example"), {}, 3, 0, QDate(2024, 1, 5)};
        return {kim, evil, nameless};
    }

private Q_SLOTS:
    void isATableThatSpreadsheetsOpen()
    {
        const auto report = writeContactList(contacts(), options(QStringLiteral("de")));
        VERIFY_OK(report);
        QCOMPARE(report->contacts, 3U);
        const QByteArray bytes = bytesOf(report->csvFile);
        QCOMPARE(Sha256::of(bytes), report->csvSha256);
        auto reader = CsvReader::open(bytes, report->csvFile);
        VERIFY_OK(reader);
        QCOMPARE(reader->header().first(), QStringLiteral("Rang"));
        std::vector<QStringList> rows;
        for (QStringList row; reader->next(row);) {
            rows.push_back(row);
        }
        VERIFY_OK(reader->status());
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[0], (QStringList{QStringLiteral("1"), QStringLiteral("Kim \"K\" Käufer"),
                                       QStringLiteral("kim@kunde.example"), QStringLiteral("2026-11-02"),
                                       QStringLiteral("7"), QStringLiteral("12"), QStringLiteral("Nora Nachfolge"),
                                       QStringLiteral("nora@firma.example")}));
        QVERIFY2(rows[1][1].startsWith(u'\''), "a name must not become a formula");
    }

    void isASetOfCardsToImport()
    {
        const auto report = writeContactList(contacts(), options(QStringLiteral("en")));
        VERIFY_OK(report);
        const QByteArray cards = bytesOf(report->cardFile);
        QCOMPARE(Sha256::of(cards), report->cardSha256);
        QCOMPARE(cards.count("BEGIN:VCARD\r\nVERSION:3.0\r\n"), 3);
        QVERIFY(cards.contains(
            "N:Käufer;Kim \"K\";;;\r\nFN:Kim \"K\" Käufer\r\nEMAIL;TYPE=INTERNET:kim@kunde.example\r\n"));
        QVERIFY(cards.contains("NOTE:Last contact: 2026-11-02. Successor: Nora Nachfolge\r\n"));
        QVERIFY(cards.contains("FN:info@werk.example\r\n"));
    }

    void givesWayToALaterListAndLeavesNoParts()
    {
        VERIFY_OK(writeContactList(contacts(), options(QStringLiteral("de"))));
        const std::vector<Contact> fewer{contacts().front()};
        const auto report = writeContactList(fewer, options(QStringLiteral("de")));
        VERIFY_OK(report);
        QVERIFY(!bytesOf(report->csvFile).contains("werk.example"));
        for (const QFileInfo& file : QDir(m_folder.filePath(QStringLiteral("liste"))).entryInfoList(QDir::Files)) {
            QVERIFY2(!file.fileName().endsWith(QStringLiteral(".part")), qPrintable(file.fileName()));
            QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        }
    }

    void saysThatAFolderCannotBeWritten()
    {
        ContactListOptions wrong = options(QStringLiteral("de"));
        QFile file(m_folder.filePath(QStringLiteral("datei")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        wrong.target = file.fileName() + QStringLiteral("/darin");
        QCOMPARE(writeContactList(contacts(), wrong).failure().kind, Failure::Kind::FileNotWritable);
    }
};

QTEST_GUILESS_MAIN(TestContactList)
#include "tst_contact_list.moc"
