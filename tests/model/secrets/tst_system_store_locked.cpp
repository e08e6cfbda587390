// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secret_store.h"

#include <QTest>

using namespace staffelstab;

/** Runs inside keyring_session.sh locked. */
class TestSystemStoreLocked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysLockedInsteadOfAbsent()
    {
        const auto store = secrets::makeSystemStore();
        const QString key = QStringLiteral("imap/lea@firma.example");
        const Result<Secret> read = store->read(key);
        QVERIFY(!read);
        QCOMPARE(read.failure().kind, Failure::Kind::KeyStoreLocked);
        const Status written = store->write(key, Secret(QByteArrayView("x")));
        QVERIFY(!written);
        QCOMPARE(written.failure().kind, Failure::Kind::KeyStoreLocked);
        const Status removed = store->remove(key);
        QVERIFY(!removed);
        QCOMPARE(removed.failure().kind, Failure::Kind::KeyStoreLocked);
    }
};

QTEST_GUILESS_MAIN(TestSystemStoreLocked)
#include "tst_system_store_locked.moc"
