// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secret_store.h"

#include <QDirIterator>
#include <QTest>

using namespace staffelstab;

/** Runs inside keyring_session.sh absent. */
class TestSystemStoreAbsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fallsBackToMemoryAndSaysSo()
    {
        const auto store = secrets::makeSystemStore();
        QVERIFY(!store->isLasting());
        const QString key = QStringLiteral("imap/lea@firma.example");
        QVERIFY(store->write(key, Secret(QByteArrayView("marker-4711"))).isOk());
        const Result<Secret> read = store->read(key);
        QVERIFY(read.isOk());
        QCOMPARE(read->view(), QByteArrayView("marker-4711"));
        QVERIFY(!secrets::makeSystemStore()->read(key));
        QVERIFY(store->remove(key).isOk());
        QVERIFY(!store->read(key));
    }

    void writesNoFile()
    {
        // HOME is the throw-away folder of the session: QtKeychain's plain-text fallback would be a file in it.
        QDirIterator files(QDir::homePath(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(!file.open(QFile::ReadOnly) || !file.readAll().contains("marker-4711"));
        }
    }

    void doesWithoutASessionBus()
    {
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("XDG_RUNTIME_DIR");
        const auto store = secrets::makeSystemStore();
        QVERIFY(store->write(QStringLiteral("a"), Secret(QByteArrayView("x"))).isOk());
        QVERIFY(!store->isLasting());
    }
};

QTEST_GUILESS_MAIN(TestSystemStoreAbsent)
#include "tst_system_store_absent.moc"
