// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/call.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace staffelstab::app {

namespace {

using Command = Call::Command;

/** One row per command: its name, how many files it takes, which options it knows. */
struct CommandRow
{
    Command command;
    const char* name;
    int leastFiles;
    int mostFiles;
    const char* options;
};

constexpr int any = 1'000'000;
constexpr std::array commands{
    CommandRow{Command::Wizard, "", 0, any, "--lang --policy --case"},
    CommandRow{Command::Scan, "scan", 1, 1, "--json --lang"},
    CommandRow{Command::Run, "run", 1, 1, "--json --lang --policy --case"},
    CommandRow{Command::Countersign, "countersign", 2, 2, "--json --lang --policy"},
    CommandRow{Command::Verify, "verify", 1, any, "--archive --json --lang --policy"},
    CommandRow{Command::Register, "register", 1, any, "--policy --calendar --json --lang"},
    CommandRow{Command::CheckArchive, "check-archive", 1, 1, "--passphrase-file --json --lang"},
    CommandRow{Command::CheckPolicy, "check-policy", 1, 1, "--signers --json --lang"},
    CommandRow{Command::OpenArchive, "open-archive", 1, 1, "--key --passphrase-file --out --json --lang"},
    CommandRow{Command::OpenSeal, "open-seal", 1, 1, "--key --passphrase-file --code-file --lang"},
    CommandRow{Command::Reactivate, "reactivate", 1, 1, "--json --lang --case"},
    CommandRow{Command::Tour, "tour", 0, 0, "--out --lang --screenshots"},
};

struct OptionRow
{
    const char* name;
    QString Call::*value = nullptr;
    bool Call::*flag = nullptr;
};

constexpr std::array options{
    OptionRow{"--lang", &Call::language},
    OptionRow{"--policy", &Call::policyFile},
    OptionRow{"--case", &Call::caseFile},
    OptionRow{"--archive", &Call::archiveFile},
    OptionRow{"--passphrase-file", &Call::passphraseFile},
    OptionRow{"--key", &Call::keyFile},
    OptionRow{"--code-file", &Call::codeFile},
    OptionRow{"--signers", &Call::signersFile},
    OptionRow{"--out", &Call::outFolder},
    OptionRow{"--calendar", &Call::calendarFile},
    OptionRow{"--json", nullptr, &Call::isJson},
    OptionRow{"--screenshots", nullptr, &Call::hasScreenshots},
};

Failure wrongCall(const QString& why)
{
    return {Failure::Kind::BadInput, QStringLiteral("staffelstab"), why};
}

bool knows(const CommandRow& row, const QString& option)
{
    return QString::fromLatin1(row.options).split(u' ').contains(option);
}

/** Takes `--name value`, `--name=value` or a flag at `index`; moves `index` to the last word it took. */
Status takeOption(Call& call, const CommandRow& row, const QStringList& arguments, int& index)
{
    const QString& word = arguments[index];
    const QString name = word.section(u'=', 0, 0);
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&](const OptionRow& option) { return name == QLatin1String(option.name); });
    if (found == options.end() || !knows(row, name)) {
        return wrongCall(QStringLiteral("unknown option %1").arg(name));
    }
    if (found->flag != nullptr) {
        call.*(found->flag) = true;
        return word.contains(u'=') ? Status(wrongCall(QStringLiteral("%1 takes no value").arg(name))) : Status(Done{});
    }
    if (word.contains(u'=')) {
        call.*(found->value) = word.section(u'=', 1);
    } else if (index + 1 < arguments.size()) {
        call.*(found->value) = arguments[++index];
    }
    return (call.*(found->value)).isEmpty() ? Status(wrongCall(QStringLiteral("%1 needs a value").arg(name)))
                                            : Status(Done{});
}

/** What a desktop hands over on a double click. */
bool isReceiptName(const QString& word)
{
    return word.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive);
}

Status checkCall(const Call& call, const CommandRow& row)
{
    if (call.files.size() < row.leastFiles || call.files.size() > row.mostFiles) {
        return wrongCall(call.files.size() < row.leastFiles
                             ? QStringLiteral("a file is missing")
                             : QStringLiteral("unexpected word %1").arg(call.files[row.mostFiles]));
    }
    if (!call.language.isEmpty() && call.language != QStringLiteral("de") && call.language != QStringLiteral("en")) {
        return wrongCall(QStringLiteral("--lang is de or en"));
    }
    if (call.command == Command::Tour && call.outFolder.isEmpty()) {
        return wrongCall(QStringLiteral("--out is missing"));
    }
    if (call.command == Command::OpenArchive &&
        (call.keyFile.isEmpty() || call.passphraseFile.isEmpty() || call.outFolder.isEmpty())) {
        return wrongCall(QStringLiteral("--key, --passphrase-file and --out are needed"));
    }
    if (call.command == Command::OpenSeal) {
        const bool byKey = !call.keyFile.isEmpty();
        if (byKey == !call.codeFile.isEmpty() || byKey == call.passphraseFile.isEmpty()) {
            return wrongCall(QStringLiteral("either --key with --passphrase-file or --code-file is needed"));
        }
    }
    return Done{};
}

} // namespace

Result<Call> parseCall(const QStringList& arguments)
{
    Call call;
    for (const QString& word : arguments) {
        if (word == QStringLiteral("--help") || word == QStringLiteral("-h") || word == QStringLiteral("--version")) {
            call.command = word == QStringLiteral("--version") ? Command::Version : Command::Help;
            return call;
        }
    }
    int index = 0;
    const CommandRow* row = &commands.front();
    if (!arguments.isEmpty() && !arguments.first().startsWith(u'-') && !isReceiptName(arguments.first())) {
        row = std::find_if(commands.begin() + 1, commands.end(),
                           [&](const CommandRow& one) { return arguments.first() == QLatin1String(one.name); });
        if (row == commands.end()) {
            return wrongCall(QStringLiteral("unknown command %1").arg(arguments.first()));
        }
        index = 1;
    }
    call.command = row->command;
    bool onlyFiles = false;
    for (; index < arguments.size(); ++index) {
        const QString& word = arguments[index];
        if (onlyFiles || !word.startsWith(u'-') || word == QStringLiteral("-")) {
            call.files.append(word);
        } else if (word == QStringLiteral("--")) {
            onlyFiles = true;
        } else if (auto taken = takeOption(call, *row, arguments, index); !taken) {
            return taken.failure();
        }
    }
    if (auto checked = checkCall(call, *row); !checked) {
        return checked.failure();
    }
    return call;
}

QString usage()
{
    // One text per command, so that a new one needs no other one translated again.
    static constexpr const char* texts[]{
        QT_TRANSLATE_NOOP("CommandLine", "staffelstab [RECEIPT.pdf...] [--lang de|en] [--policy FILE] [--case FILE]\n"
                                         "    opens the wizard, or the receipts in it: a single half-signed one to\n"
                                         "    be countersigned, others to be verified"),
        QT_TRANSLATE_NOOP("CommandLine", "staffelstab scan ANSWERS.toml [--json]\n"
                                         "    reads the mailboxes, changes nothing, suggests whose each message is"),
        QT_TRANSLATE_NOOP("CommandLine",
                          "staffelstab run ANSWERS.toml [--json]\n"
                          "    a whole handover without a window; the same call goes on where a stopped one was,\n"
                          "    or brings in the receipt that was countersigned on another computer"),
        QT_TRANSLATE_NOOP("CommandLine", "staffelstab countersign RECEIPT.pdf ANSWERS.toml [--policy FILE] [--json]\n"
                                         "    the supervisor's signature on another computer"),
        QT_TRANSLATE_NOOP("CommandLine", "staffelstab verify RECEIPT.pdf... [--archive FILE] [--policy FILE] [--json]\n"
                                         "    reads and judges receipts"),
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "staffelstab register REGISTER [RECEIPT.pdf...] [--calendar FILE.ics] [--policy FILE] [--json]\n"
            "    enters receipts into a register (SQLite file or postgresql://user@host/database) and\n"
            "    lists what is due"),
        QT_TRANSLATE_NOOP("CommandLine",
                          "staffelstab check-archive FILE [--passphrase-file F] [--json]\n"
                          "    opens a business archive, hashes every file and compares with its manifest"),
        QT_TRANSLATE_NOOP("CommandLine",
                          "staffelstab check-policy FILE [--signers PEM] [--json]\n"
                          "    names every mistake of a company policy with line and column; checks its signature"),
        QT_TRANSLATE_NOOP("CommandLine",
                          "staffelstab open-archive FILE --key KEY.p12 --passphrase-file F --out FOLDER\n"
                          "    opens a sealed copy of the business archive and writes it as a ZIP"),
        QT_TRANSLATE_NOOP("CommandLine", "staffelstab open-seal FILE --key SUPERVISOR.p12 --passphrase-file F\n"
                                         "staffelstab open-seal FILE --code-file F\n"
                                         "    shows the sealed handover password once"),
        QT_TRANSLATE_NOOP("CommandLine", "staffelstab reactivate ANSWERS.toml [--case FILE] [--json]\n"
                                         "    lets the account of a handover in again: enabled, back in its groups"),
        QT_TRANSLATE_NOOP("CommandLine", "staffelstab tour --out FOLDER [--lang de|en] [--screenshots]\n"
                                         "    plays a whole handover through the real windows on the sample mailbox"),
        QT_TRANSLATE_NOOP(
            "CommandLine",
            "\nPasswords are read from files that only their owner can read (mode 0600), never from the command line.\n"
            "--json prints one JSON object per line; everything else goes to the error output."),
    };
    QStringList lines;
    for (const char* text : texts) {
        lines.append(QCoreApplication::translate("CommandLine", text));
    }
    return lines.join(u'\n');
}

} // namespace staffelstab::app
