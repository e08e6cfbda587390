// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/ipp_message.h"

#include <QTest>

using namespace staffelstab;
using namespace staffelstab::printing;

class TestIppMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsARequestAsTheStandardWants()
    {
        // RFC 8010, 3.1: version, operation, number of the request, the group of the operation, its three attributes.
        const IppRequest request(IppRequest::Operation::PrintJob, "ipp://p/");
        QCOMPARE(request.bytes(), QByteArray::fromHex("0200"
                                                      "0002"
                                                      "00000001"
                                                      "01") +
                                      QByteArray("\x47\x00\x12"
                                                 "attributes-charset\x00\x05utf-8",
                                                 28) +
                                      QByteArray("\x48\x00\x1b"
                                                 "attributes-natural-language\x00\x02"
                                                 "en",
                                                 34) +
                                      QByteArray("\x45\x00\x0bprinter-uri\x00\x08ipp://p/", 24) + '\x03');
    }

    void readsStatusNumbersAndLists()
    {
        const QByteArray bytes = QByteArray::fromHex("02000000000000010221") +
                                 QByteArray("\x00\x06job-id\x00\x04\x00\x00\x01\x02", 14) +
                                 QByteArray("\x04\x49\x00\x01"
                                            "f\x00\x01"
                                            "a"
                                            "\x49\x00\x00\x00\x01"
                                            "b\x03rest",
                                            18);
        const Result<IppAnswer> answer = parseIpp(bytes);
        QVERIFY(answer.isOk());
        QVERIFY(answer->isOk());
        QCOMPARE(answer->number("job-id"), 258);
        QCOMPARE(answer->number("job-state"), -1);
        QCOMPARE(answer->values.value("f"), (QList<QByteArray>{"a", "b"}));
    }

    void knowsARefusal()
    {
        const Result<IppAnswer> answer = parseIpp(QByteArray::fromHex("020005060000000103"));
        QVERIFY(answer.isOk());
        QVERIFY(!answer->isOk());
    }

    void refusesWhatIsCutOff_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a web page") << QByteArray("<html>");
        QTest::newRow("no end") << QByteArray::fromHex("0200000000000001");
        QTest::newRow("a name longer than the rest") << QByteArray::fromHex("0200000000000001022100ff6a");
        QTest::newRow("a value longer than the rest") << QByteArray::fromHex("02000000000000010221000161ffff00");
    }
    void refusesWhatIsCutOff()
    {
        QFETCH(const QByteArray, bytes);
        const Result<IppAnswer> answer = parseIpp(bytes);
        QVERIFY(!answer);
        QCOMPARE(answer.failure().kind, Failure::Kind::ProtocolError);
    }
};

QTEST_APPLESS_MAIN(TestIppMessage)
#include "tst_ipp_message.moc"
