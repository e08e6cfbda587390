// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/mail_selection.h"
#include "support/memory_mail_store.h"

#include <QDir>
#include <QProcess>

namespace staffelstab::test {

inline QByteArray sampleMail(int number, const QByteArray& subject, const QByteArray& body,
                             const QByteArray& lineEnd = "\n")
{
    const QByteArray text =
        "From: Sven Vorgesetzt <sven@firma.example>\nTo: Lea Gehtbald <lea@firma.example>\nSubject: " + subject +
        "\nDate: Thu, 5 Mar 2026 09:00:0" + QByteArray::number(number % 10) + " +0100\nMessage-ID: <" +
        QByteArray::number(number) + "@firma.example>\n\n" + body;
    return lineEnd == "\n" ? text : QByteArray(text).replace("\n", lineEnd);
}

/** Everything a store holds, as one selection. */
inline archive::MailSelection selectAll(MemoryMailStore& store, const QString& mailboxName = {})
{
    archive::MailSelection selection{&store, mailboxName, {}};
    for (auto& [folder, refs] : store.everything()) {
        selection.folders.push_back({folder, refs});
    }
    return selection;
}

/** A mailbox with what archives stumble over. */
inline void fillWithTraps(MemoryMailStore& store)
{
    store.add(QStringLiteral("INBOX"),
              sampleMail(1, "Angebot", "Guten Tag,\n\nFrom here on\n>From quoted\n>>From twice\nviele Gruesse\n"));
    store.add(QStringLiteral("INBOX"), sampleMail(2, "=?utf-8?q?=3Cscript=3Ealert(1)=3C/script=3E?=", "x\n", "\r\n"));
    store.add(QStringLiteral("INBOX"), sampleMail(3, "=HYPERLINK(1)", QByteArray("nul \0 byte\n", 11)));
    store.add(QStringLiteral("INBOX"), sampleMail(4, "../../etc/passwd", "no line end"));
    store.add(QStringLiteral("Privat/Verein"), sampleMail(5, "Chor", "From the top\n"));
    store.add(QStringLiteral("privat/VEREIN"), sampleMail(6, "Chor", "case\n"));
    store.add(QStringLiteral("CON/../aux.txt"), sampleMail(7, "100% CON:", "reserved\n"));
    store.add(QStringLiteral("Ordner mit Umläuten"), sampleMail(8, "", ""));
    store.add(QStringLiteral("Leer"), {});
    store.add(QStringLiteral("Privat.mbox"), sampleMail(9, "Kugeln", "From \nFrom"));
}

struct Ran
{
    int code = -1;
    QByteArray output;
};

inline Ran run(const QString& program, const QStringList& arguments, const QString& folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60000)) {
        return {-1, process.errorString().toUtf8()};
    }
    return {process.exitCode(), process.readAll()};
}

inline QStringList filesBelow(const QString& folder)
{
    QStringList files;
    for (const QFileInfo& entry :
         QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        files += entry.isDir() ? filesBelow(entry.filePath()) : QStringList(entry.filePath());
    }
    return files;
}

/** Cancels once `when` is true for a report. */
inline JobContext cancelWhen(std::function<bool(const Progress&)> when)
{
    auto flag = std::make_shared<std::atomic_bool>(false);
    return {[flag, when = std::move(when)](const Progress& progress) { *flag = *flag || when(progress); }, flag};
}

} // namespace staffelstab::test
