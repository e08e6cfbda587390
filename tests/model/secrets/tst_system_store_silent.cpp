// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secret_store.h"

#include <QElapsedTimer>
#include <QTest>

using namespace staffelstab;

/** Runs inside keyring_session.sh silent. */
class TestSystemStoreSilent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesUpAfterFiveSecondsAndUsesMemory()
    {
        QElapsedTimer timer;
        timer.start();
        const auto store = secrets::makeSystemStore();
        QVERIFY(store->write(QStringLiteral("a"), Secret(QByteArrayView("x"))).isOk());
        QVERIFY(timer.elapsed() < 30000);
        QVERIFY(!store->isLasting());

        // The hanging request is not waited for a second time, not by another store either.
        timer.start();
        QVERIFY(store->read(QStringLiteral("a")).isOk());
        QVERIFY(secrets::makeSystemStore()->write(QStringLiteral("a"), Secret(QByteArrayView("x"))).isOk());
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(TestSystemStoreSilent)
#include "tst_system_store_silent.moc"
