// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"
#include "handover/case_database.h"
#include "handover/case_store.h"

#include "support/result_checks.h"

#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::handover;
using separation::Decision;
using separation::Scope;
using separation::Verdict;

namespace {

separation::MessageFacts someMessage(int number)
{
    separation::MessageFacts facts;
    facts.key = QByteArray("1.") + QByteArray::number(number);
    facts.fingerprint = QByteArray(32, static_cast<char>('a' + number));
    facts.bytes = 1000 + number;
    facts.date = QDateTime(QDate(2026, 11, 1), QTime(8, 0), Qt::UTC).addDays(number);
    facts.header.from = {{QStringLiteral("Änne Müßig"), QStringLiteral("aenne@privat.example")}};
    facts.header.to = {{QString(), QStringLiteral("lea@firma.example")}};
    facts.header.subject = QStringLiteral("Wochenende %1 €").arg(number);
    facts.header.date = facts.date;
    facts.header.messageId = "m" + QByteArray::number(number) + "@x";
    facts.header.references = {"r@x"};
    facts.header.listId = "chor.example";
    facts.header.sensitivity = mail::Sensitivity::Personal;
    facts.header.isAutomatic = true;
    return facts;
}

std::vector<Decision> someDecisions(int count)
{
    std::vector<Decision> decisions;
    for (int i = 0; i < count; ++i) {
        decisions.push_back({Scope::Correspondent, QStringLiteral("p%1@x").arg(i), Verdict::Private,
                             QDateTime(QDate(2026, 12, 1), QTime(9, 0), Qt::UTC).addSecs(i)});
    }
    return decisions;
}

} // namespace

class TestCaseStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("lea.case"));
    }

    void isPrivateToItsOwner()
    {
        const auto store = CaseStore::create(m_file);
        VERIFY_OK(store);
        QVERIFY(platform::isPrivateToOwner(m_file));
    }

    void startsAnewOverWhatAKillLeftOfAnUnfinishedFile()
    {
        QFile part(m_file + QStringLiteral(".part"));
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write("half a database");
        part.close();
        const auto store = CaseStore::create(m_file, {{QStringLiteral("info"), {{"number", "1"}}}});
        VERIFY_OK(store);
        QVERIFY(!part.exists());
        QCOMPARE((*store)->topic(QStringLiteral("info"))->value(QStringLiteral("number")).toString(),
                 QStringLiteral("1"));
        QCOMPARE(CaseStore::create(m_file).failure().kind, Failure::Kind::CaseInUse);
    }

    void bringsMessagesBackAsTheyWere()
    {
        {
            const auto store = CaseStore::create(m_file);
            separation::MessageTable table;
            mail::Folder folder;
            folder.path = QStringLiteral("Privat/Verein");
            folder.rawName = "Privat/Verein";
            folder.use = mail::SpecialUse::Archive;
            table.addFolder({0, folder});
            for (int i = 0; i < 5; ++i) {
                table.append(someMessage(i));
            }
            VERIFY_OK((*store)->saveMessages(table, {{"at", "now"}}));
        }
        const auto store = CaseStore::open(m_file);
        separation::MessageTable table;
        VERIFY_OK((*store)->loadMessages(table));
        QCOMPARE(table.size(), separation::Row(5));
        QCOMPARE(table.folders().front().folder.path, QStringLiteral("Privat/Verein"));
        QCOMPARE(table.folders().front().folder.use, mail::SpecialUse::Archive);
        const separation::MessageFacts back = table.facts(3);
        const separation::MessageFacts expected = someMessage(3);
        QCOMPARE(back.key, expected.key);
        QCOMPARE(back.fingerprint, expected.fingerprint);
        QCOMPARE(back.bytes, expected.bytes);
        QCOMPARE(back.date, expected.date);
        QCOMPARE(back.header.subject, expected.header.subject);
        QVERIFY(back.header.from == expected.header.from);
        QCOMPARE(back.header.listId, expected.header.listId);
        QCOMPARE(back.header.sensitivity, expected.header.sensitivity);
    }

    void savesOnlyWhatChangedInTheDecisions()
    {
        const auto store = CaseStore::create(m_file);
        VERIFY_OK((*store)->saveDecisions(someDecisions(3)));
        VERIFY_OK((*store)->saveDecisions(someDecisions(4)));
        std::vector<Decision> undone = someDecisions(2);
        undone.push_back({Scope::Message, QStringLiteral("m"), Verdict::Business,
                          QDateTime(QDate(2026, 12, 2), QTime(1, 0), Qt::UTC)});
        VERIFY_OK((*store)->saveDecisions(undone));
        const auto back = (*store)->loadDecisions();
        QCOMPARE(back->size(), std::size_t(3));
        QCOMPARE(back->at(2).key, QStringLiteral("m"));
        QCOMPARE(back->at(2).verdict, Verdict::Business);
        QCOMPARE(back->at(1).at, undone.at(1).at);
    }

    void keepsADecisionForAContactWithoutAddress()
    {
        const auto store = CaseStore::create(m_file);
        VERIFY_OK((*store)->saveDecisions({{Scope::Correspondent, QString(), Verdict::Private, {}}}));
        const auto back = (*store)->loadDecisions();
        QCOMPARE(back->size(), std::size_t(1));
        QCOMPARE(back->front().key, QString());
    }

    void tellsATakenBackDecisionFromOneThatIsAskedInParts()
    {
        const QDateTime at(QDate(2026, 12, 1), QTime(9, 0), Qt::UTC);
        const auto store = CaseStore::create(m_file);
        VERIFY_OK(
            (*store)->saveDecisions({{Scope::Correspondent, QStringLiteral("a@x"), Verdict::Undecided, at, false},
                                     {Scope::Correspondent, QStringLiteral("b@x"), Verdict::Undecided, at, true}}));
        const auto back = (*store)->loadDecisions();
        QCOMPARE(back->size(), std::size_t(2));
        QCOMPARE(back->at(0).verdict, Verdict::Undecided);
        QVERIFY(!back->at(0).isInParts);
        QCOMPARE(back->at(1).verdict, Verdict::Undecided);
        QVERIFY(back->at(1).isInParts);
    }

    void marksACaseOfAnOlderProgramAsNoLongerForIt()
    {
        VERIFY_OK(CaseStore::create(m_file));
        const auto version = [this] {
            Result<CaseDatabase> database = CaseDatabase::open(m_file);
            Result<QSqlQuery> asked = database->ask(QStringLiteral("PRAGMA user_version"));
            return asked && asked->next() ? asked->value(0).toInt() : -1;
        };
        const int newest = version();
        QVERIFY(newest > 1);
        VERIFY_OK(CaseDatabase::open(m_file)->run(QStringLiteral("PRAGMA user_version=1")));
        VERIFY_OK(CaseStore::open(m_file));
        QCOMPARE(version(), newest);
        VERIFY_OK(CaseDatabase::open(m_file)->run(QStringLiteral("PRAGMA user_version=%1").arg(newest + 1)));
        QCOMPARE(CaseStore::open(m_file).failure().kind, Failure::Kind::CaseTooNew);
    }

    void remembersTheFateOfCopies()
    {
        const auto store = CaseStore::create(m_file);
        const std::vector<VerifiedCopy> copies{{0, 1, {{"a", "fa", 10}, "ha"}}, {0, 1, {{"b", "fb", 20}, "hb"}}};
        VERIFY_OK((*store)->saveCopies(copies));
        VERIFY_OK((*store)->setFate(0, 1, {"a"}, VerifiedCopy::Fate::Removed));
        const auto folders = (*store)->copiedFolders();
        QCOMPARE(folders->size(), std::size_t(1));
        QCOMPARE(folders->front().copies, 2U);
        QCOMPARE(folders->front().removed, 1U);
        QVERIFY((*store)->copies(0, 2)->empty());
        const auto back = (*store)->copies(0, 1);
        QCOMPARE(back->at(0).fate, VerifiedCopy::Fate::Removed);
        QCOMPARE(back->at(1).fate, VerifiedCopy::Fate::Copied);
        QCOMPARE(back->at(1).order.sha256, QByteArray("hb"));
        QCOMPARE(back->at(1).order.ref.bytes, qint64(20));
    }

    void keepsASecondProgramOut()
    {
        const auto store = CaseStore::create(m_file);
        const auto second = CaseStore::open(m_file);
        QVERIFY(!second.isOk());
        QCOMPARE(second.failure().kind, Failure::Kind::CaseInUse);
    }

    void wipesSoThatNothingCanBeFoundInTheFile()
    {
        const QByteArray marker("Wochenende 3");
        {
            const auto store = CaseStore::create(m_file);
            separation::MessageTable table;
            table.addFolder({0, {}});
            table.append(someMessage(3));
            VERIFY_OK((*store)->saveMessages(table, {}));
            VERIFY_OK((*store)->saveDecisions(someDecisions(3)));
            QFile file(m_file);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll().contains(marker));
            VERIFY_OK((*store)->wipe({QStringLiteral("scan")}));
        }
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains(marker));
        QVERIFY(!bytes.contains("p1@x"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
    }

    void saysWhatIsWrongWithAFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<Failure::Kind>("expected");
        QTest::newRow("not a database") << QByteArray("this is no case, only text, and long enough to look like one")
                                        << Failure::Kind::CaseDamaged;
        QTest::newRow("empty") << QByteArray() << Failure::Kind::CaseDamaged;
    }
    void saysWhatIsWrongWithAFile()
    {
        QFETCH(QByteArray, content);
        QFETCH(Failure::Kind, expected);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto store = CaseStore::open(m_file);
        QVERIFY(!store.isOk());
        QCOMPARE(store.failure().kind, expected);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestCaseStore)
#include "tst_case_store.moc"
