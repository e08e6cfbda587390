// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secret_store.h"

#include <QTest>
#include <QtConcurrentRun>

using namespace staffelstab;

namespace {

const QString key = QStringLiteral("imap/lea@firma.example");

QByteArray everyByte()
{
    QByteArray bytes(256, '\0');
    for (int i = 0; i < 256; ++i) {
        bytes[i] = static_cast<char>(i);
    }
    return bytes;
}

} // namespace

/** Runs inside keyring_session.sh unlocked. */
class TestSystemStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsBytesForTheNextStart()
    {
        QVERIFY(secrets::makeSystemStore()->write(key, Secret(everyByte())).isOk());
        const auto nextStart = secrets::makeSystemStore();
        QVERIFY(nextStart->isLasting());
        const Result<Secret> read = nextStart->read(key);
        QVERIFY2(read.isOk(), read ? "" : qPrintable(read.failure().detail));
        QCOMPARE(read->view(), QByteArrayView(everyByte()));
    }

    void saysThatAnEntryIsAbsent()
    {
        const auto store = secrets::makeSystemStore();
        QVERIFY(store->write(key, Secret(QByteArrayView("x"))).isOk());
        QVERIFY(store->remove(key).isOk());
        const Result<Secret> read = store->read(key);
        QVERIFY(!read);
        QCOMPARE(read.failure().kind, Failure::Kind::NoSuchEntry);
        QVERIFY(store->isLasting());
    }

    void servesManyThreadsAtOnce()
    {
        const auto store = secrets::makeSystemStore();
        QList<QFuture<bool>> futures;
        for (int i = 0; i < 8; ++i) {
            futures << QtConcurrent::run([&store, i] {
                const QString own = QStringLiteral("thread/%1").arg(i);
                const QByteArray bytes = QByteArray::number(i);
                return store->write(own, Secret(bytes)).isOk() && store->read(own)->view() == QByteArrayView(bytes) &&
                       store->remove(own).isOk();
            });
        }
        for (QFuture<bool>& future : futures) {
            QVERIFY(future.result());
        }
    }
};

QTEST_GUILESS_MAIN(TestSystemStore)
#include "tst_system_store.moc"
