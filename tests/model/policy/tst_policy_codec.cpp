// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy_codec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::policy;

namespace {

/** Where two policies have the same value; of a list its first entry is looked at. */
QStringList sameValues(const QJsonValue& one, const QJsonValue& other, const QString& path)
{
    if (one.isArray() && one.toArray().first().isObject()) {
        return sameValues(one.toArray().first(), other.toArray().first(), path);
    }
    if (!one.isObject()) {
        return one == other ? QStringList{path} : QStringList{};
    }
    QStringList same;
    const QJsonObject fields = one.toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        same += sameValues(field.value(), other.toObject().value(field.key()), path + u'/' + field.key());
    }
    return same;
}

} // namespace

class TestPolicyCodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_policy_comes_back_as_it_was_data();
    void a_policy_comes_back_as_it_was();
    void every_value_has_an_example_in_the_reference();
    void a_case_of_an_older_version_gets_the_defaults_for_the_rest();
    void values_of_a_damaged_case_stay_inside_their_range();
};

void TestPolicyCodec::a_policy_comes_back_as_it_was_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("built in") << QString();
    QTest::newRow("every key") << QStringLiteral(TEST_SOURCE_DIR "/resources/policy/reference.toml");
}

void TestPolicyCodec::a_policy_comes_back_as_it_was()
{
    QFETCH(QString, file);
    const auto policy = file.isEmpty() ? Result(builtInPolicy()) : readPolicy(file);
    QVERIFY2(policy.isOk(), policy.isOk() ? "" : qPrintable(policy.failure().detail));
    const QByteArray bytes = QJsonDocument(toJson(*policy)).toJson();
    QVERIFY(policyFrom(QJsonDocument::fromJson(bytes).object()) == *policy);
}

void TestPolicyCodec::every_value_has_an_example_in_the_reference()
{
    const auto example = readPolicy(QStringLiteral(TEST_SOURCE_DIR "/resources/policy/reference.toml"));
    QVERIFY(example.isOk());
    CompanyPolicy plain;
    plain.mailProviders.append(MailProvider{});
    plain.retention.append(RetentionClass{});
    plain.equipment.append(EquipmentItem{});
    plain.consents.append(ConsentOffer{});
    QCOMPARE(sameValues(toJson(plain), toJson(*example), QString()), QStringList{QStringLiteral("/built_in")});
}

void TestPolicyCodec::a_case_of_an_older_version_gets_the_defaults_for_the_rest()
{
    const CompanyPolicy policy = policyFrom({{"name", "Regelung"}, {"private_use", 2}, {"built_in", true}});
    CompanyPolicy expected;
    expected.name = QStringLiteral("Regelung");
    expected.privateUse = PrivateUse::Forbidden;
    expected.isBuiltIn = true;
    QVERIFY(policy == expected);
}

void TestPolicyCodec::values_of_a_damaged_case_stay_inside_their_range()
{
    const CompanyPolicy policy =
        policyFrom({{"private_use", 99}, {"account", QJsonObject{{"disable_on", -1}, {"delete_months", "x"}}}});
    QCOMPARE(policy.privateUse, PrivateUse::NotRegulated);
    QVERIFY(policy.account == AccountRules{});
}

QTEST_GUILESS_MAIN(TestPolicyCodec)
#include "tst_policy_codec.moc"
