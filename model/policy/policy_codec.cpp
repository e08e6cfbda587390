// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy_codec.h"

#include <QJsonArray>

#include <type_traits>

namespace staffelstab::policy {

namespace {

/** The last value of an enumeration: a number beyond it (a damaged file) is not taken. */
template <typename Enum>
constexpr Enum last{};
template <>
constexpr auto last<PrivateUse> = PrivateUse::NotRegulated;
template <>
constexpr auto last<OptionalPage> = OptionalPage::AccountPlan;
template <>
constexpr auto last<PasswordWay> = PasswordWay::Outside;
template <>
constexpr auto last<DelegatedRight> = DelegatedRight::Unlock;
template <>
constexpr auto last<AccountRules::DisableOn> = AccountRules::DisableOn::EndOfContract;
template <>
constexpr auto last<SignatureRules::Level> = SignatureRules::Level::Qualified;
template <>
constexpr auto last<MailServer::Security> = MailServer::Security::StartTls;
template <>
constexpr auto last<MailProvider::User> = MailProvider::User::LocalPart;
template <>
constexpr auto last<EquipmentItem::Lock> = EquipmentItem::Lock::DiskEncryption;

template <typename T, typename Struct>
concept Is = std::is_same_v<std::remove_const_t<T>, Struct>;

// One list of fields per struct serves both directions: `io` is the Writer or the Reader below.

void fields(auto& io, Is<LocalText> auto& text)
{
    io("de", text.de);
    io("en", text.en);
}

void fields(auto& io, Is<AccountRules> auto& rules)
{
    io("ways", rules.passwordWays);
    io("rights", rules.delegatedRights);
    io("disable_on", rules.disableOn);
    io("delete_months", rules.deleteAfterMonths);
    io("leave_groups", rules.leaveGroups);
}

void fields(auto& io, Is<SignatureRules> auto& rules)
{
    io("level", rules.requiredLevel);
    io("cas", rules.trustedCaFiles);
    io("timestamp", rules.isTimestampRequired);
    io("timestamp_cas", rules.timestampCaFiles);
    io("token_module", rules.tokenModule);
}

void fields(auto& io, Is<OutOfOfficeRules> auto& rules)
{
    io("default_months", rules.defaultMonths);
    io("longest_months", rules.longestMonths);
    io("neutral_mailbox", rules.neutralMailbox);
}

void fields(auto& io, Is<RetentionClass> auto& one)
{
    io("id", one.id);
    io("name", one.name);
    io("years", one.years);
    io("basis", one.basis);
}

void fields(auto& io, Is<MailServer> auto& server)
{
    io("host", server.host);
    io("port", server.port);
    io("security", server.security);
}

void fields(auto& io, Is<OAuthClient> auto& client)
{
    io("client_id", client.clientId);
    io("client_secret", client.clientSecret);
    io("authorization_url", client.authorizationUrl);
    io("token_url", client.tokenUrl);
    io("scopes", client.scopes);
}

void fields(auto& io, Is<MailProvider> auto& provider)
{
    io("domains", provider.domains);
    io("user", provider.user);
    io("imap", provider.imap);
    io("smtp", provider.smtp);
    io("sieve", provider.sieve);
    io("oauth", provider.oauth);
}

void fields(auto& io, Is<EquipmentItem> auto& item)
{
    io("name", item.name);
    io("accessories", item.accessories);
    io("locks", item.locks);
}

void fields(auto& io, Is<ConsentOffer> auto& offer)
{
    io("id", offer.id);
    io("title", offer.title);
    io("purpose", offer.purpose);
    io("recipient", offer.recipient);
    io("days", offer.days);
    io("asks_address", offer.asksAddress);
}

void fields(auto& io, Is<PolicyTexts> auto& texts)
{
    io("version", texts.version);
    io("secrecy", texts.secrecy);
    io("farewell", texts.farewell);
    io("out_of_office_internal", texts.outOfOfficeInternal);
    io("out_of_office_external", texts.outOfOfficeExternal);
    io("privacy_addition", texts.privacyAddition);
    io("revocation", texts.revocation);
}

void fields(auto& io, Is<CompanyPolicy> auto& policy)
{
    io("name", policy.name);
    io("version", policy.version);
    io("company", policy.companyName);
    io("private_use", policy.privateUse);
    io("domains", policy.companyDomains);
    io("protected", policy.protectedCorrespondents);
    io("dpo", policy.dpoContact);
    io("dpo_certificate", policy.dpoCertificate);
    io("works_council", policy.worksCouncilContact);
    io("it", policy.itContact);
    io("agreement", policy.agreement);
    io("logo", policy.logoFile);
    io("tsa", policy.tsa);
    io("directory", policy.directoryUrl);
    io("ca_file", policy.caFile);
    io("providers", policy.mailProviders);
    io("autoconfig", policy.autoconfigFiles);
    io("pages_off", policy.pagesOff);
    io("account", policy.account);
    io("signature", policy.signature);
    io("out_of_office", policy.outOfOffice);
    io("retention", policy.retention);
    io("archive_retention", policy.archiveRetention);
    io("receipt_retention", policy.receiptRetention);
    io("equipment", policy.equipment);
    io("consents", policy.consents);
    io("texts", policy.texts);
    io("built_in", policy.isBuiltIn);
}

class Writer
{
public:
    template <typename T>
    void operator()(const char* key, const T& value)
    {
        m_json.insert(QLatin1String(key), written(value));
    }
    [[nodiscard]] QJsonObject json() const { return m_json; }

private:
    static QJsonValue written(const QString& text) { return text; }
    static QJsonValue written(bool truth) { return truth; }
    static QJsonValue written(int number) { return number; }
    template <typename Enum>
    static QJsonValue written(const Enum& value) requires std::is_enum_v<Enum>
    {
        return static_cast<int>(value);
    }
    template <typename T>
    static QJsonValue written(const QList<T>& list)
    {
        QJsonArray array;
        for (const T& one : list) {
            array.append(written(one));
        }
        return array;
    }
    template <typename T>
    static QJsonValue written(const T& value)
    {
        Writer writer;
        fields(writer, value);
        return writer.json();
    }
    QJsonObject m_json;
};

class Reader
{
public:
    explicit Reader(QJsonObject json) : m_json(std::move(json)) {}
    template <typename T>
    void operator()(const char* key, T& value)
    {
        read(m_json.value(QLatin1String(key)), value);
    }

private:
    static void read(const QJsonValue& json, QString& text) { text = json.toString(text); }
    static void read(const QJsonValue& json, bool& truth) { truth = json.toBool(truth); }
    static void read(const QJsonValue& json, int& number) { number = json.toInt(number); }
    template <typename Enum>
    static void read(const QJsonValue& json, Enum& value) requires std::is_enum_v<Enum>
    {
        const int number = json.toInt(-1);
        value = number >= 0 && number <= static_cast<int>(last<Enum>) ? static_cast<Enum>(number) : value;
    }
    template <typename T>
    static void read(const QJsonValue& json, QList<T>& list)
    {
        if (!json.isArray()) {
            return;
        }
        list.clear();
        const QJsonArray array = json.toArray();
        for (const QJsonValue one : array) {
            T value{};
            read(one, value);
            list.append(value);
        }
    }
    template <typename T>
    static void read(const QJsonValue& json, T& value)
    {
        Reader reader(json.toObject());
        fields(reader, value);
    }
    QJsonObject m_json;
};

} // namespace

QJsonObject toJson(const CompanyPolicy& policy)
{
    Writer writer;
    fields(writer, policy);
    return writer.json();
}

CompanyPolicy policyFrom(const QJsonObject& json)
{
    CompanyPolicy policy;
    Reader reader(json);
    fields(reader, policy);
    return policy;
}

} // namespace staffelstab::policy
