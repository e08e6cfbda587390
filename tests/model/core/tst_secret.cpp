// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secret.h"

#include <QTest>

using namespace staffelstab;

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTextAsUtf8AndWipesIt()
    {
        QString typed = QStringLiteral("Grüße€😀");
        const QByteArray expected = typed.toUtf8();
        const Secret secret = takeSecret(std::move(typed));
        QCOMPARE(secret.view().toByteArray(), expected);
        QVERIFY(typed.isEmpty()); // NOLINT(bugprone-use-after-move): being empty afterwards is the contract
    }

    void movesAndDoesNotCopy()
    {
        static_assert(!std::is_copy_constructible_v<Secret>);
        Secret first(QByteArrayView("abc"));
        const Secret second = std::move(first);
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): being empty afterwards is the contract
        QCOMPARE(second.view(), QByteArrayView("abc"));
    }

    void comparesByContent()
    {
        QVERIFY(Secret(QByteArrayView("abc")).equals(Secret(QByteArrayView("abc"))));
        QVERIFY(!Secret(QByteArrayView("abc")).equals(Secret(QByteArrayView("abd"))));
        QVERIFY(!Secret(QByteArrayView("abc")).equals(Secret(QByteArrayView("ab"))));
        QVERIFY(Secret().equals(Secret(QByteArrayView(""))));
    }
};

QTEST_APPLESS_MAIN(TestSecret)
#include "tst_secret.moc"
