// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy_tables.h"

#include <QRegularExpression>

namespace staffelstab::policy {

namespace {

/** "voucher": a name that stays the same over the versions of a policy. */
template <typename Entry>
QString readId(TomlTable& table, const QList<Entry>& earlier)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z][a-z0-9_]{0,39}\\z"));
    const QString key = QStringLiteral("id");
    const QString id = table.text(key);
    if (!form.match(id).hasMatch()) {
        table.fail(key, QStringLiteral("id must be a name of small letters, digits and _"));
    }
    for (const Entry& entry : earlier) {
        if (entry.id == id) {
            table.fail(key, QStringLiteral("id %1 is there twice").arg(id));
        }
    }
    return id;
}

LocalText readNeeded(TomlTable& table, const QString& key)
{
    LocalText text = readLocalText(table, key);
    if (text.isEmpty()) {
        table.fail(key, QStringLiteral("%1 is missing").arg(key));
    }
    return text;
}

RetentionClass readClass(TomlTable& table, const QList<RetentionClass>& earlier)
{
    RetentionClass one;
    one.id = readId(table, earlier);
    one.name = readNeeded(table, QStringLiteral("name"));
    one.years = static_cast<int>(table.integer(QStringLiteral("years"), 0, 100, -1));
    if (one.years < 0) {
        table.fail(QStringLiteral("years"), QStringLiteral("years is missing"));
    }
    one.basis = table.text(QStringLiteral("basis")).trimmed();
    return one;
}

QString readClassName(TomlTable& table, const QString& key, const CompanyPolicy& policy, const QString& fallback)
{
    const QString id = table.text(key, fallback);
    if (!id.isEmpty() && !policy.retentionClass(id)) {
        table.fail(key, QStringLiteral("there is no [[retention.class]] with the id %1").arg(id));
    }
    return id;
}

} // namespace

void readAccount(TomlTable& root, CompanyPolicy& policy)
{
    auto table = root.table(QStringLiteral("account"));
    if (!table) {
        return;
    }
    AccountRules& rules = policy.account;
    rules.passwordWays = readChoices(
        *table, QStringLiteral("password_ways"),
        {QStringLiteral("directory"), QStringLiteral("helpdesk"), QStringLiteral("outside")}, rules.passwordWays);
    if (rules.passwordWays.isEmpty()) {
        table->fail(QStringLiteral("password_ways"), QStringLiteral("password_ways must name at least one way"));
    }
    rules.delegatedRights =
        readChoices(*table, QStringLiteral("delegated_rights"),
                    {QStringLiteral("reset_password"), QStringLiteral("disable"), QStringLiteral("set_expiry"),
                     QStringLiteral("remove_groups"), QStringLiteral("unlock")},
                    rules.delegatedRights);
    rules.disableOn =
        readChoice(*table, QStringLiteral("disable_on"),
                   {QStringLiteral("last_working_day"), QStringLiteral("end_of_contract")}, rules.disableOn);
    rules.deleteAfterMonths =
        static_cast<int>(table->integer(QStringLiteral("delete_after_months"), 0, 120, rules.deleteAfterMonths));
    rules.leaveGroups = table->texts(QStringLiteral("leave_groups"));
}

void readOutOfOffice(TomlTable& root, CompanyPolicy& policy)
{
    auto table = root.table(QStringLiteral("out_of_office"));
    if (!table) {
        return;
    }
    OutOfOfficeRules& rules = policy.outOfOffice;
    rules.longestMonths = static_cast<int>(table->integer(QStringLiteral("longest_months"), 1, 3, rules.longestMonths));
    rules.defaultMonths = static_cast<int>(table->integer(QStringLiteral("default_months"), 1, rules.longestMonths,
                                                          std::min(rules.defaultMonths, rules.longestMonths)));
    rules.neutralMailbox = table->text(QStringLiteral("neutral_mailbox")).trimmed();
    if (!rules.neutralMailbox.isEmpty() && rules.neutralMailbox.count(u'@') != 1) {
        table->fail(QStringLiteral("neutral_mailbox"), QStringLiteral("neutral_mailbox must be an address"));
    }
}

void readRetention(TomlTable& root, CompanyPolicy& policy)
{
    auto table = root.table(QStringLiteral("retention"));
    if (!table) {
        return;
    }
    if (table->has(QStringLiteral("class"))) {
        policy.retention.clear();
        policy.archiveRetention.clear();
        policy.receiptRetention.clear();
    }
    for (TomlTable& one : table->tables(QStringLiteral("class"))) {
        policy.retention.append(readClass(one, policy.retention));
    }
    policy.archiveRetention = readClassName(*table, QStringLiteral("archive"), policy, policy.archiveRetention);
    policy.receiptRetention = readClassName(*table, QStringLiteral("receipt"), policy, policy.receiptRetention);
}

void readEquipment(TomlTable& root, CompanyPolicy& policy)
{
    if (root.has(QStringLiteral("equipment"))) {
        policy.equipment.clear();
    }
    for (TomlTable& table : root.tables(QStringLiteral("equipment"))) {
        EquipmentItem item;
        item.name = readNeeded(table, QStringLiteral("name"));
        item.accessories = readLocalText(table, QStringLiteral("accessories"));
        item.locks = readChoices<EquipmentItem::Lock>(
            table, QStringLiteral("locks"),
            {QStringLiteral("activation"), QStringLiteral("sim_pin"), QStringLiteral("device_pin"),
             QStringLiteral("firmware_password"), QStringLiteral("disk_encryption")},
            {});
        policy.equipment.append(item);
    }
}

void readConsents(TomlTable& root, CompanyPolicy& policy)
{
    if (root.has(QStringLiteral("consent"))) {
        policy.consents.clear();
    }
    for (TomlTable& table : root.tables(QStringLiteral("consent"))) {
        ConsentOffer offer;
        offer.id = readId(table, policy.consents);
        // What a consent without one of these would be worth: nothing (Art. 4 Nr. 11 GDPR, "informed").
        offer.title = readNeeded(table, QStringLiteral("title"));
        offer.purpose = readNeeded(table, QStringLiteral("purpose"));
        offer.recipient = readNeeded(table, QStringLiteral("recipient"));
        offer.days = static_cast<int>(table.integer(QStringLiteral("days"), 1, 3660, 0));
        if (offer.days == 0) {
            table.fail(QStringLiteral("days"), QStringLiteral("days is missing: a consent has an end"));
        }
        offer.asksAddress = table.boolean(QStringLiteral("asks_address"), false);
        policy.consents.append(offer);
    }
}

} // namespace staffelstab::policy
