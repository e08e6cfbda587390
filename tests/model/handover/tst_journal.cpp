// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/case_database.h"
#include "handover/case_store.h"
#include "handover/journal.h"
#include "support/fixed_clock.h"

#include "support/result_checks.h"

#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::handover;

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("lea.case"));
        m_store = CaseStore::create(m_file).value();
    }

    void keepsEntriesInOrder()
    {
        Journal journal(m_file, m_clock);
        VERIFY_OK(journal.write(QStringLiteral("removal_begins"), {{"messages", 3}}));
        VERIFY_OK(journal.write(QStringLiteral("removed"), {{"messages", 2}}));
        const auto entries = journal.entries();
        VERIFY_OK(entries);
        QCOMPARE(entries->size(), std::size_t(2));
        QCOMPARE(entries->front().what, QStringLiteral("removal_begins"));
        QCOMPARE(entries->back().facts["messages"].toInt(), 2);
        QCOMPARE(entries->back().at, m_clock.now());
        QVERIFY(journal.has(QStringLiteral("removed")).value());
        QVERIFY(!journal.has(QStringLiteral("countersigned")).value());
    }

    void refusesToChangeOrDeleteAnEntry()
    {
        Journal journal(m_file, m_clock);
        VERIFY_OK(journal.write(QStringLiteral("removed"), {}));
        auto database = CaseDatabase::open(m_file);
        QVERIFY(!database->run(QStringLiteral("UPDATE journal SET what = 'nothing'")).isOk());
        QVERIFY(!database->run(QStringLiteral("DELETE FROM journal")).isOk());
        QCOMPARE(journal.entries()->size(), std::size_t(1));
    }

    void noticesAnEntryForgedBesideTheTriggers()
    {
        Journal journal(m_file, m_clock);
        VERIFY_OK(journal.write(QStringLiteral("removed"), {{"messages", 1}}));
        VERIFY_OK(journal.write(QStringLiteral("closed"), {}));
        auto database = CaseDatabase::open(m_file);
        VERIFY_OK(database->run(QStringLiteral("DROP TRIGGER journal_keeps")));
        VERIFY_OK(database->run(QStringLiteral("UPDATE journal SET facts = '{\"messages\":9}' WHERE number = 1")));
        const auto entries = journal.entries();
        QVERIFY(!entries.isOk());
        QCOMPARE(entries.failure().kind, Failure::Kind::CaseDamaged);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<CaseStore> m_store;
    FixedClock m_clock;
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
