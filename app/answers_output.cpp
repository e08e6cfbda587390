// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/answers_reader.h"
#include "printing/ipp_printer.h"

#include <QDir>

namespace staffelstab::app {

namespace {

Answers::Takeaway readTakeaway(TomlTable& table, const QDir& folder)
{
    using Action = Answers::Takeaway::Action;
    static const QStringList actions{QStringLiteral("take"), QStringLiteral("delete"), QStringLiteral("leave")};
    Answers::Takeaway takeaway;
    takeaway.action =
        static_cast<Action>(actions.indexOf(table.choice(QStringLiteral("action"), actions, actions.first())));
    const QString format =
        table.choice(QStringLiteral("format"), {QStringLiteral("mbox"), QStringLiteral("eml")}, QStringLiteral("mbox"));
    takeaway.format = format == QStringLiteral("eml") ? archive::TakeawayOptions::Format::Eml
                                                      : archive::TakeawayOptions::Format::Mbox;
    takeaway.target = readPath(table, QStringLiteral("target"), folder);
    takeaway.passphraseFile = readPath(table, QStringLiteral("passphrase_file"), folder);
    takeaway.removesFromMailbox =
        table.boolean(QStringLiteral("remove_from_mailbox"), takeaway.action != Action::Leave);
    demand(table, QStringLiteral("target"), takeaway.action != Action::Take || !takeaway.target.isEmpty());
    if (takeaway.action == Action::Leave && takeaway.removesFromMailbox) {
        table.fail(QStringLiteral("remove_from_mailbox"),
                   QStringLiteral("what is left in the mailbox cannot be removed from it"));
    }
    if (takeaway.action == Action::Delete && !takeaway.removesFromMailbox) {
        table.fail(QStringLiteral("remove_from_mailbox"), QStringLiteral("what is deleted cannot stay in the mailbox"));
    }
    return takeaway;
}

Answers::Archive readArchive(TomlTable& table, const QDir& folder)
{
    using Container = archive::ArchiveOptions::Container;
    Answers::Archive archive;
    const QString key = QStringLiteral("container");
    const QString container = table.choice(
        key, {QStringLiteral("zip"), QStringLiteral("iso"), QStringLiteral("folder")}, QStringLiteral("zip"));
    archive.container = container == QStringLiteral("folder") ? Container::Folder
                        : container == QStringLiteral("iso")  ? Container::Iso
                                                              : Container::Zip;
    archive.target = readPath(table, QStringLiteral("target"), folder);
    archive.passphraseFile = readPath(table, QStringLiteral("passphrase_file"), folder);
    archive.mediumLabel = table.text(QStringLiteral("medium_label")).trimmed();
    demand(table, QStringLiteral("target"), !archive.target.isEmpty());
    if (archive.container == Container::Zip) {
        demand(table, QStringLiteral("passphrase_file"), !archive.passphraseFile.isEmpty());
    } else if (!archive.passphraseFile.isEmpty()) {
        table.fail(QStringLiteral("passphrase_file"),
                   QStringLiteral("a plain folder or disc cannot be encrypted; choose container = \"zip\""));
    }
    const QStringList recipients = table.texts(QStringLiteral("recipients"));
    for (const QString& file : recipients) {
        archive.recipients.append(QDir::cleanPath(folder.absoluteFilePath(file)));
    }
    return archive;
}

void readSeal(TomlTable& seal, Answers::Password& password, const QDir& folder)
{
    password.sealRecipient = readPath(seal, QStringLiteral("recipient"), folder);
    password.sealCodeFile = readPath(seal, QStringLiteral("code_file"), folder);
    password.sealTarget = readPath(seal, QStringLiteral("target"), folder);
    password.sealsToDirectory = seal.boolean(QStringLiteral("from_directory"), false);
    password.letterPrinter = seal.text(QStringLiteral("letter"));
    if (!password.letterPrinter.isEmpty() && !printing::isPrinterAddress(password.letterPrinter)) {
        seal.fail(
            QStringLiteral("letter"),
            QStringLiteral(
                "letter must be the address of a printer that begins with ipps:// (ipp:// only on this computer)"));
    }
    demand(seal, QStringLiteral("target"), !password.sealTarget.isEmpty() || !password.letterPrinter.isEmpty());
    const int ways = (password.sealRecipient.isEmpty() ? 0 : 1) + (password.sealCodeFile.isEmpty() ? 0 : 1) +
                     (password.sealsToDirectory ? 1 : 0) + (password.letterPrinter.isEmpty() ? 0 : 1);
    if (ways != 1) {
        seal.fail(QStringLiteral("recipient"),
                  QStringLiteral("seal needs either recipient or code_file (or from_directory = true, or letter)"));
    }
}

std::optional<directory::PasswordStyle> readStyle(TomlTable& table)
{
    using directory::PasswordStyle;
    static const QStringList names{QStringLiteral("words_de"), QStringLiteral("words_en"),
                                   QStringLiteral("characters")};
    if (!table.has(QStringLiteral("style"))) {
        return {};
    }
    return static_cast<PasswordStyle>(names.indexOf(table.choice(QStringLiteral("style"), names, names[0])));
}

void readDirectory(TomlTable& table, Answers::Password& password, const QDir& folder)
{
    const Answers::Login login = readLogin(table, folder);
    password.url = login.login.url;
    password.user = login.login.user;
    password.usesTicket = login.login.usesTicket;
    password.passwordFile = login.passwordFile;
    password.caFile = login.login.caFile;
    password.account = table.text(QStringLiteral("account"));
    if (password.isByHelpdesk) {
        demand(table, QStringLiteral("account"), !password.account.isEmpty());
        return;
    }
    if (password.usesTicket) {
        table.fail(QStringLiteral("ticket"), QStringLiteral("to change a password the old one is needed"));
    }
    password.style = readStyle(table);
    auto seal = table.table(QStringLiteral("seal"));
    if (!seal) {
        table.fail(QStringLiteral("seal"),
                   QStringLiteral("seal is missing: the new password needs a recipient or a code_file"));
        return;
    }
    readSeal(*seal, password, folder);
}

} // namespace

void readOutputs(TomlTable& root, Answers& answers, const QDir& folder)
{
    if (auto table = root.table(QStringLiteral("takeaway"))) {
        answers.takeaway = readTakeaway(*table, folder);
    }
    if (auto table = root.table(QStringLiteral("archive"))) {
        answers.archive = readArchive(*table, folder);
    }
}

void readPassword(TomlTable& root, Answers& answers, const QDir& folder)
{
    auto table = root.table(QStringLiteral("password"));
    if (!table) {
        return;
    }
    Answers::Password password;
    const QString way = table->choice(
        QStringLiteral("way"), {QStringLiteral("directory"), QStringLiteral("helpdesk"), QStringLiteral("it")}, {});
    demand(*table, QStringLiteral("way"), table->has(QStringLiteral("way")));
    password.isByDirectory = way == QStringLiteral("directory");
    password.isByHelpdesk = way == QStringLiteral("helpdesk");
    if (password.isByDirectory || password.isByHelpdesk) {
        readDirectory(*table, password, folder);
    } else {
        password.itName = table->text(QStringLiteral("it_name")).trimmed();
        password.itDate = table->date(QStringLiteral("it_date"));
    }
    answers.password = std::move(password);
}

} // namespace staffelstab::app
