// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secret_store.h"

#include <QTest>

using namespace staffelstab;

class TestMemoryStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasWritten()
    {
        const auto store = secrets::makeMemoryStore();
        QVERIFY(!store->isLasting());
        QVERIFY(store->write(QStringLiteral("imap/lea"), Secret(QByteArrayView("first"))).isOk());
        QVERIFY(store->write(QStringLiteral("imap/lea"), Secret(QByteArrayView("second"))).isOk());
        const Result<Secret> read = store->read(QStringLiteral("imap/lea"));
        QVERIFY(read.isOk());
        QCOMPARE(read->view(), QByteArrayView("second"));
    }

    void saysThatAnEntryIsAbsent()
    {
        const auto store = secrets::makeMemoryStore();
        QVERIFY(store->write(QStringLiteral("a"), Secret(QByteArrayView("x"))).isOk());
        QVERIFY(store->remove(QStringLiteral("a")).isOk());
        QVERIFY(store->remove(QStringLiteral("a")).isOk());
        const Result<Secret> read = store->read(QStringLiteral("a"));
        QVERIFY(!read);
        QCOMPARE(read.failure().kind, Failure::Kind::NoSuchEntry);
    }
};

QTEST_APPLESS_MAIN(TestMemoryStore)
#include "tst_memory_store.moc"
