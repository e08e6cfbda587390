// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/ldap_filter.h"

#include <QTest>

using namespace staffelstab;

class TestLdapFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapesWhatHasAMeaning()
    {
        QCOMPARE(directory::escapedForFilter(QStringLiteral("Ev (i*l) \\x")), QByteArray("Ev \\28i\\2al\\29 \\5cx"));
        QCOMPARE(directory::escapedForFilter(QString(QChar(u'\0'))), QByteArray("\\00"));
        QCOMPARE(directory::escapedForFilter(QStringLiteral("Grüße")), QStringLiteral("Grüße").toUtf8());
    }

    void tellsADnFromOtherNames_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<bool>("isDn");
        QTest::newRow("DN") << QStringLiteral("uid=lea,ou=people,dc=firma,dc=example") << true;
        QTest::newRow("DN with spaces") << QStringLiteral("CN = Lea Gehtbald, OU=Leute") << true;
        QTest::newRow("DN by OID") << QStringLiteral("2.5.4.3=Lea") << true;
        QTest::newRow("UPN") << QStringLiteral("lea@firma.example") << false;
        QTest::newRow("UPN with an equals sign") << QStringLiteral("l.e=a@firma.example") << false;
        QTest::newRow("down-level name") << QStringLiteral("FIRMA\\lea") << false;
        QTest::newRow("name") << QStringLiteral("lea") << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void tellsADnFromOtherNames()
    {
        QFETCH(const QString, user);
        QTEST(directory::looksLikeDn(user), "isDn");
    }

    void looksForTheAccountInAnyForm()
    {
        QVERIFY(directory::activeDirectoryFilter(QStringLiteral("lea@firma.example")).contains("(sAMAccountName=lea)"));
        QVERIFY(directory::activeDirectoryFilter(QStringLiteral("lea@firma.example"))
                    .contains("(userPrincipalName=lea@firma.example)"));
        QVERIFY(directory::activeDirectoryFilter(QStringLiteral("FIRMA\\lea")).contains("(sAMAccountName=lea)"));
        QVERIFY(directory::activeDirectoryFilter(QStringLiteral("*)(cn=*"))
                    .contains("(sAMAccountName=\\2a\\29\\28cn=\\2a)"));
        QVERIFY(directory::plainFilter(QStringLiteral("lea*")).contains("(uid=lea\\2a)"));
    }
};

QTEST_APPLESS_MAIN(TestLdapFilter)
#include "tst_ldap_filter.moc"
