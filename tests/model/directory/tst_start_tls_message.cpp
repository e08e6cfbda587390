// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/start_tls_message.h"

#include <QTest>

using namespace staffelstab;
using State = directory::StartTlsAnswer::State;

class TestStartTlsMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksByTheRightName()
    {
        const QByteArray request = directory::startTlsRequest();
        QCOMPARE(request.size(), 2 + request[1]);
        QVERIFY(request.endsWith("1.3.6.1.4.1.1466.20037"));
    }

    void readsTheAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<State>("state");
        QTest::addColumn<int>("code");
        const QByteArray yes = QByteArray::fromHex("300c02010178070a010004000400");
        QTest::newRow("yes") << yes << State::Complete << 0;
        QTest::newRow("yes, as Windows writes it")
            << QByteArray::fromHex("3084000000100201017884000000070a010004000400") << State::Complete << 0;
        QTest::newRow("length of one byte more")
            << QByteArray::fromHex("30810c02010178070a010004000400") << State::Complete << 0;
        QTest::newRow("length of two bytes more")
            << QByteArray::fromHex("3082000c02010178070a010004000400") << State::Complete << 0;
        QTest::newRow("unavailable") << QByteArray::fromHex("300c02010178070a013404000400") << State::Complete << 52;
        QTest::newRow("nothing yet") << QByteArray() << State::Incomplete << 0;
        QTest::newRow("cut in the length") << QByteArray::fromHex("3082") << State::Incomplete << 0;
        QTest::newRow("cut in the middle") << yes.first(9) << State::Incomplete << 0;
        QTest::newRow("more behind it") << yes + "x" << State::Malformed << 0;
        QTest::newRow("another message number")
            << QByteArray::fromHex("300c02010278070a010004000400") << State::Malformed << 0;
        QTest::newRow("another operation")
            << QByteArray::fromHex("300c02010161070a010004000400") << State::Malformed << 0;
        QTest::newRow("inner length too long")
            << QByteArray::fromHex("300c02010178700a010004000400") << State::Malformed << 0;
        QTest::newRow("endless length") << QByteArray::fromHex("3080020101") << State::Malformed << 0;
        QTest::newRow("length of gigabytes") << QByteArray::fromHex("3084ffffffff0201") << State::Malformed << 0;
        QTest::newRow("length of five bytes") << QByteArray::fromHex("3085000000000c0201") << State::Malformed << 0;
        QTest::newRow("another protocol") << QByteArray("220 mail.firma.example ESMTP\r\n") << State::Malformed << 0;
    }
    void readsTheAnswer()
    {
        QFETCH(const QByteArray, bytes);
        const directory::StartTlsAnswer answer = directory::parseStartTlsAnswer(bytes);
        QTEST(answer.state, "state");
        QTEST(answer.code, "code");
    }
};

QTEST_APPLESS_MAIN(TestStartTlsMessage)
#include "tst_start_tls_message.moc"
