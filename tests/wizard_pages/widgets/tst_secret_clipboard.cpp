// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/secret_clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::wizard_pages;

/** A secret in the clipboard: marked, and only for a while. */
class TestSecretClipboard : public QObject
{
    Q_OBJECT

    static Secret secret() { return Secret(QByteArrayView("Kahn-Wiese-23")); }
    static QString pasted() { return QGuiApplication::clipboard()->text(); }

private Q_SLOTS:
    void lendsItMarkedAsASecret()
    {
        SecretClipboard clipboard;
        clipboard.lend(secret(), 30);
        QCOMPARE(pasted(), QStringLiteral("Kahn-Wiese-23"));
        const QMimeData* const data = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(data->data(QStringLiteral("x-kde-passwordManagerHint")), QByteArray("secret"));
        QVERIFY(!data->hasFormat(QStringLiteral("text/html")));
    }

    void takesItBackAfterTheTime()
    {
        SecretClipboard clipboard;
        QSignalSpy takenBack(&clipboard, &SecretClipboard::takenBack);
        clipboard.lend(secret(), 1);
        QVERIFY(takenBack.wait());
        QCOMPARE(pasted(), QString());
    }

    void takesItBackWithItself()
    {
        {
            SecretClipboard clipboard;
            clipboard.lend(secret(), 30);
            QVERIFY(!pasted().isEmpty());
        }
        QCOMPARE(pasted(), QString());
    }

    void leavesWhatSomebodyCopiedMeanwhile()
    {
        SecretClipboard clipboard;
        clipboard.lend(secret(), 30);
        QGuiApplication::clipboard()->setText(QStringLiteral("something else"));
        clipboard.takeBack();
        QCOMPARE(pasted(), QStringLiteral("something else"));
    }
};

QTEST_MAIN(TestSecretClipboard)
#include "tst_secret_clipboard.moc"
