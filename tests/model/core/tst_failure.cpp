// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/failure.h"

#include <QTest>

using Kind = staffelstab::Failure::Kind;

class TestFailure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheNumbersThatCaseFilesKnow_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("number");
        const auto row = [](const char* name, Kind kind, int number) {
            QTest::newRow(name) << static_cast<int>(kind) << number;
        };
        row("cancelled", Kind::Cancelled, 0);
        row("message unreadable", Kind::MessageUnreadable, 42);
        row("sharing unsupported", Kind::SharingUnsupported, 43);
        row("removal unsupported", Kind::RemovalUnsupported, 44);
        row("wrong passphrase", Kind::WrongPassphrase, 45);
        row("seal refused", Kind::SealRefused, 65);
        row("internal", Kind::Internal, 75);
        row("still in mailbox", Kind::StillInMailbox, 76);
        row("removal unproven", Kind::RemovalUnproven, 77);
    }
    void keepsTheNumbersThatCaseFilesKnow()
    {
        QFETCH(int, kind);
        QFETCH(int, number);
        QCOMPARE(kind, number);
    }
};

QTEST_APPLESS_MAIN(TestFailure)
#include "tst_failure.moc"
