// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answers_reader.h"

#include <QDir>

namespace staffelstab::app {

namespace {

using separation::Verdict;

const QStringList verdictNames{QStringLiteral("private"), QStringLiteral("business"), QStringLiteral("protected"),
                               QStringLiteral("undecided")};

Verdict verdictOf(const QString& name)
{
    switch (verdictNames.indexOf(name)) {
    case 0:
        return Verdict::Private;
    case 1:
        return Verdict::Business;
    case 2:
        return Verdict::Protected;
    default:
        return Verdict::Undecided;
    }
}

mail::StoreKind readKind(TomlTable& table)
{
    static const QStringList readable{QStringLiteral("imap"), QStringLiteral("maildir"), QStringLiteral("mbox"),
                                      QStringLiteral("eml"),  QStringLiteral("pst"),     QStringLiteral("thunderbird")};
    const QString key = QStringLiteral("kind");
    const QString kind = table.choice(key, readable, {});
    demand(table, key, table.has(key));
    // Without a kind only that is to be said, not that the other keys are unknown.
    const auto guess = table.has(QStringLiteral("path")) ? mail::StoreKind::Maildir : mail::StoreKind::Imap;
    return readable.contains(kind) ? static_cast<mail::StoreKind>(readable.indexOf(kind)) : guess;
}

Answers::Rule readRule(TomlTable& table)
{
    using By = Answers::Rule::By;
    static const std::vector<std::pair<QString, By>> criteria{{QStringLiteral("folder"), By::Folder},
                                                              {QStringLiteral("correspondent"), By::Correspondent},
                                                              {QStringLiteral("message_id"), By::MessageId},
                                                              {QStringLiteral("list"), By::List}};
    Answers::Rule rule;
    int given = 0;
    for (const auto& [key, by] : criteria) {
        if (!table.has(key)) {
            continue;
        }
        ++given;
        rule.by = by;
        rule.value = table.text(key).trimmed();
        demand(table, key, !rule.value.isEmpty());
    }
    if (given != 1) {
        table.fail(QStringLiteral("rules"),
                   QStringLiteral("a rule needs one of: folder, correspondent, message_id, list"));
    }
    if (rule.by == By::Correspondent || rule.by == By::List) {
        rule.value = rule.value.toLower();
    }
    if (rule.by != By::Folder && rule.value.startsWith(u'<') && rule.value.endsWith(u'>')) {
        rule.value = rule.value.mid(1, rule.value.size() - 2);
    }
    demand(table, QStringLiteral("verdict"), table.has(QStringLiteral("verdict")));
    rule.verdict = verdictOf(table.choice(QStringLiteral("verdict"), verdictNames, {}));
    return rule;
}

/** The token of a browser sign-in, or the passphrase of a certificate, is the login's secret in its file. */
void readSignIn(TomlTable& table, Answers::Mailbox& mailbox, const QDir& folder)
{
    using SignIn = mail::MailboxSource::SignIn;
    static const QStringList ways{QStringLiteral("password"), QStringLiteral("browser"), QStringLiteral("certificate")};
    mail::MailboxSource& source = mailbox.source;
    source.signIn = static_cast<SignIn>(ways.indexOf(table.choice(QStringLiteral("sign_in"), ways, ways.first())));
    source.clientCertificate = readPath(table, QStringLiteral("client_certificate"), folder);
    demand(table, QStringLiteral("client_certificate"),
           source.signIn != SignIn::Certificate || !source.clientCertificate.isEmpty());
    const QString tokenFile = readPath(table, QStringLiteral("token_file"), folder);
    if (source.signIn != SignIn::Browser) {
        if (!tokenFile.isEmpty()) {
            table.fail(QStringLiteral("token_file"), QStringLiteral("token_file goes with sign_in = \"browser\""));
        }
        return;
    }
    mailbox.passwordFile = tokenFile;
    demand(table, QStringLiteral("token_file"), !tokenFile.isEmpty());
    if (auto provider = table.table(QStringLiteral("provider"))) {
        source.provider.tokenUrl = provider->text(QStringLiteral("token_url")).trimmed();
        source.provider.clientId = provider->text(QStringLiteral("client_id")).trimmed();
        source.provider.clientSecret = provider->text(QStringLiteral("client_secret"));
        source.provider.scope = provider->texts(QStringLiteral("scopes")).join(QLatin1Char(' '));
        demand(*provider, QStringLiteral("token_url"), !source.provider.tokenUrl.isEmpty());
        demand(*provider, QStringLiteral("client_id"), !source.provider.clientId.isEmpty());
    }
}

} // namespace

void readServer(TomlTable& table, Answers::Mailbox& mailbox, const QDir& folder)
{
    mail::MailboxSource& source = mailbox.source;
    const QString security = table.choice(QStringLiteral("security"),
                                          {QStringLiteral("tls"), QStringLiteral("starttls")}, QStringLiteral("tls"));
    const bool isStartTls = security == QStringLiteral("starttls");
    source.security = isStartTls ? mail::MailboxSource::Security::StartTls : mail::MailboxSource::Security::Tls;
    source.host = table.text(QStringLiteral("host")).trimmed();
    source.port = static_cast<quint16>(table.integer(QStringLiteral("port"), 1, 65535, isStartTls ? 143 : 993));
    source.user = table.text(QStringLiteral("user"));
    source.caFile = readPath(table, QStringLiteral("ca_file"), folder);
    mailbox.passwordFile = readPath(table, QStringLiteral("password_file"), folder);
    readSignIn(table, mailbox, folder);
    demand(table, QStringLiteral("host"), !source.host.isEmpty());
    demand(table, QStringLiteral("user"), !source.user.isEmpty());
}

void readMailboxes(TomlTable& root, Answers& answers, const QDir& folder)
{
    for (TomlTable& table : root.tables(QStringLiteral("mailbox"))) {
        Answers::Mailbox mailbox;
        mailbox.source.kind = readKind(table);
        mailbox.source.folders = table.texts(QStringLiteral("folders"));
        if (mailbox.source.kind == mail::StoreKind::Imap) {
            readServer(table, mailbox, folder);
            demand(table, QStringLiteral("password_file"), !mailbox.passwordFile.isEmpty());
        } else {
            mailbox.source.path = readPath(table, QStringLiteral("path"), folder);
            demand(table, QStringLiteral("path"), !mailbox.source.path.isEmpty());
        }
        if (mailbox.source.kind == mail::StoreKind::Pst) {
            mailbox.source.includesDeleted = table.boolean(QStringLiteral("deleted"), false);
        }
        answers.mailboxes.push_back(std::move(mailbox));
    }
}

namespace {

Answers::Audit readAudit(TomlTable& table, const QDir& folder)
{
    Answers::Audit audit;
    audit.messages =
        static_cast<quint32>(table.integer(QStringLiteral("messages"), 1, 100'000, separation::usualSample));
    if (const QString seed = QStringLiteral("seed"); table.has(seed)) {
        audit.seed = static_cast<quint32>(table.integer(seed, 0, UINT32_MAX, 0));
    }
    audit.answersFile = readPath(table, QStringLiteral("answers"), folder);
    return audit;
}

} // namespace

void readSeparation(TomlTable& root, Answers& answers, const QDir& folder)
{
    auto table = root.table(QStringLiteral("separation"));
    if (!table) {
        return;
    }
    for (TomlTable& rule : table->tables(QStringLiteral("rules"))) {
        answers.separation.rules.push_back(readRule(rule));
    }
    const QString suggestions = table->choice(
        QStringLiteral("suggestions"), {QStringLiteral("accept"), QStringLiteral("ignore")}, QStringLiteral("ignore"));
    answers.separation.acceptsSuggestions = suggestions == QStringLiteral("accept");
    const QString rest = QStringLiteral("rest");
    if (table->has(rest)) {
        answers.separation.rest = verdictOf(table->choice(rest, verdictNames, {}));
    }
    if (auto audit = table->table(QStringLiteral("audit"))) {
        answers.separation.audit = readAudit(*audit, folder);
    }
}

} // namespace staffelstab::app
