// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memory_mail_store.h"

namespace staffelstab::test {

void MemoryMailStore::add(const QString& folder, const QByteArray& raw, Fault fault)
{
    if (!m_order.contains(folder)) {
        m_order += folder;
    }
    const QByteArray key = "key-" + QByteArray::number(++m_next);
    m_messages[folder].append({{key, mail::fingerprintOf(raw, raw.size()), raw.size()}, raw, fault, false});
    m_raw.insert(key, raw);
}

void MemoryMailStore::addSynthetic(const QString& folder, qint64 bytes)
{
    add(folder, syntheticHeader());
    Message& message = m_messages[folder].back();
    message.ref.bytes = bytes;
    message.isSynthetic = true;
}

QByteArray MemoryMailStore::syntheticHeader()
{
    return "From: Sven Vorgesetzt <sven@firma.example>\r\nTo: lea@firma.example\r\nSubject: Baupläne\r\n"
           "Date: Thu, 5 Mar 2026 09:00:00 +0100\r\n\r\n";
}

std::vector<std::pair<mail::Folder, std::vector<mail::MessageRef>>> MemoryMailStore::everything() const
{
    std::vector<std::pair<mail::Folder, std::vector<mail::MessageRef>>> all;
    for (const QString& path : m_order) {
        std::vector<mail::MessageRef> refs;
        for (const Message& message : m_messages.value(path)) {
            refs.push_back(message.ref);
        }
        mail::Folder folder;
        folder.path = path;
        folder.rawName = path.toUtf8();
        all.emplace_back(folder, std::move(refs));
    }
    return all;
}

QByteArray MemoryMailStore::raw(const mail::MessageKey& key) const
{
    return m_raw.value(key);
}

Result<std::vector<mail::Folder>> MemoryMailStore::folders(JobContext&)
{
    std::vector<mail::Folder> found;
    for (auto& [folder, refs] : everything()) {
        found.push_back(folder);
    }
    return found;
}

Status MemoryMailStore::scan(std::span<const mail::Folder>, mail::ScanSink&, JobContext&)
{
    return Failure{Failure::Kind::Internal, {}, QStringLiteral("not part of this double")};
}

Status MemoryMailStore::deliverSynthetic(const Message& message, mail::MessageReceiver& receiver) const
{
    if (Status headed = receiver.piece(message.raw); !headed) {
        return headed;
    }
    // Letters like base64, of sixteen kinds: halves when packed.
    QByteArray block(m_pieceSize, '\n');
    quint32 state = 1;
    for (qsizetype at = 0; at < block.size(); ++at) {
        state = state * 1664525U + 1013904223U;
        block[at] = at % 77 == 76 ? '\n' : static_cast<char>('A' + (state >> 28));
    }
    for (qint64 left = message.ref.bytes - message.raw.size(); left > 0;) {
        const qint64 length = std::min<qint64>(left, block.size());
        if (Status taken = receiver.piece(QByteArrayView(block).first(length)); !taken) {
            return taken;
        }
        left -= length;
    }
    return receiver.end();
}

Status MemoryMailStore::deliver(const Message& message, mail::MessageReceiver& receiver)
{
    if (message.fault == Fault::Gone || message.fault == Fault::Changed) {
        const auto kind = message.fault == Fault::Gone ? Failure::Kind::MessageGone : Failure::Kind::MessageChanged;
        return receiver.failed(message.ref, {kind, {}, {}});
    }
    if (Status begun = receiver.begin(message.ref); !begun) {
        return begun;
    }
    if (message.isSynthetic) {
        return deliverSynthetic(message, receiver);
    }
    const qsizetype deliverable = message.fault == Fault::None ? message.raw.size() : message.raw.size() / 2;
    for (qsizetype at = 0; at < deliverable; at += m_pieceSize) {
        if (Status taken =
                receiver.piece(QByteArrayView(message.raw).sliced(at, std::min(m_pieceSize, deliverable - at)));
            !taken) {
            return taken;
        }
    }
    if (message.fault == Fault::FailsInTheMiddle) {
        return receiver.failed(message.ref, {Failure::Kind::MessageUnreadable, {}, {}});
    }
    if (message.fault == Fault::ConnectionDies) {
        return Failure{Failure::Kind::ConnectionLost, QStringLiteral("imap.firma.example"), {}};
    }
    return receiver.end();
}

Status MemoryMailStore::read(const mail::Folder& folder, std::span<const mail::MessageRef> messages,
                             mail::MessageReceiver& receiver, JobContext& job)
{
    for (const mail::MessageRef& ref : messages) {
        if (Status go = job.mayGoOn(); !go) {
            return go;
        }
        m_asked.append(ref.key);
        for (const Message& message : m_messages.value(folder.path)) {
            if (message.ref.key != ref.key || message.fault == Fault::NeverAnswered) {
                continue;
            }
            if (message.fault == Fault::FolderGone) {
                return Failure{Failure::Kind::FolderGone, folder.path, {}};
            }
            if (Status delivered = deliver(message, receiver); !delivered) {
                return delivered;
            }
        }
    }
    return Done{};
}

Result<mail::RemovalOutcome> MemoryMailStore::remove(const mail::Folder&, std::span<const mail::RemovalOrder>,
                                                     JobContext&)
{
    return Failure{Failure::Kind::RemovalUnsupported, {}, {}};
}

} // namespace staffelstab::test
