// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <QFile>
#include <QHash>

/** The sample mailbox with the truth about each message. */
namespace labelled {

using namespace staffelstab;
using namespace staffelstab::separation;

inline SeparationContext sampleContext()
{
    SeparationContext context;
    context.leaverName = QStringLiteral("Lea Gehtbald");
    context.leaverEmail = QStringLiteral("lea.gehtbald@firma.example");
    context.companyDomains = {QStringLiteral("firma.example")};
    return context;
}

class TableSink : public mail::ScanSink
{
public:
    explicit TableSink(MessageTable& table) : m_table(table) {}

    void folderBegins(int index, const mail::Folder& folder) override
    {
        m_folders.insert(index, m_table.addFolder({0, folder}));
    }
    void message(int folderIndex, mail::ScannedMessage&& message) override
    {
        MessageFacts facts = factsOf(std::move(message));
        facts.folder = m_folders.value(folderIndex);
        m_table.append(facts);
    }
    void unreadable(int, mail::UnreadableMessage&&) override {}

private:
    MessageTable& m_table;
    QHash<int, quint32> m_folders;
};

/** Scans the sample mailbox below `resources`; false if that fails. */
inline bool readSample(const QString& resources, MessageTable& table)
{
    table.setOwnAddresses({sampleContext().leaverEmail});
    mail::MailboxSource source;
    source.path = resources + QStringLiteral("/sample/Maildir");
    JobContext job;
    auto store = mail::openMailStore(source, Secret(), job);
    if (!store) {
        return false;
    }
    auto folders = store.value()->folders(job);
    TableSink sink(table);
    return folders && store.value()->scan(*folders, sink, job);
}

/** By Message-ID without brackets. */
inline QHash<QByteArray, Verdict> sampleTruth(const QString& resources)
{
    QHash<QByteArray, Verdict> truth;
    QFile file(resources + QStringLiteral("/sample/labels.tsv"));
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            const QList<QByteArray> fields = file.readLine().trimmed().split('\t');
            const auto verdict = verdictFromName(QString::fromUtf8(fields.value(1)));
            if (verdict) {
                truth.insert(fields[0].mid(1, fields[0].size() - 2), *verdict);
            }
        }
    }
    return truth;
}

/** [truth][suggestion], both by Verdict. */
using Confusion = std::array<std::array<int, 4>, 4>;

inline Confusion judge(const SeparationPlan& plan, const QHash<QByteArray, Verdict>& truth)
{
    Confusion confusion{};
    for (Row row = 0; row < plan.table().size(); ++row) {
        const auto real = static_cast<std::size_t>(truth.value(plan.table().messageId(row)));
        ++confusion[real][static_cast<std::size_t>(plan.suggestion(row).verdict)];
    }
    return confusion;
}

} // namespace labelled
