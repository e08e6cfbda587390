// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sha256.h"
#include "mail/mail_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <map>

/** Keeps everything a scan says. */
class RecordingSink : public staffelstab::mail::ScanSink
{
public:
    void folderBegins(int index, const staffelstab::mail::Folder& folder) override
    {
        Q_ASSERT(index == static_cast<int>(folders.size()));
        folders.push_back(folder);
    }
    void message(int, staffelstab::mail::ScannedMessage&& message) override { messages.push_back(std::move(message)); }
    void unreadable(int, staffelstab::mail::UnreadableMessage&& message) override
    {
        broken.push_back(std::move(message));
    }

    [[nodiscard]] std::vector<staffelstab::mail::MessageRef> refs() const
    {
        std::vector<staffelstab::mail::MessageRef> found;
        for (const auto& message : messages) {
            found.push_back({message.key, message.fingerprint, message.bytes});
        }
        return found;
    }
    [[nodiscard]] staffelstab::mail::MessageRef ref(QByteArrayView subject) const
    {
        for (const auto& message : messages) {
            if (message.header.contains("Subject: " + subject.toByteArray())) {
                return {message.key, message.fingerprint, message.bytes};
            }
        }
        return {};
    }

    std::vector<staffelstab::mail::Folder> folders;
    std::vector<staffelstab::mail::ScannedMessage> messages;
    std::vector<staffelstab::mail::UnreadableMessage> broken;
};

/** Keeps whole messages by key; can refuse after a number of pieces, as a full disk does. */
class RecordingReceiver : public staffelstab::mail::MessageReceiver
{
public:
    using Status = staffelstab::Status;
    using Failure = staffelstab::Failure;

    Status begin(const staffelstab::mail::MessageRef& ref) override
    {
        m_key = ref.key;
        m_bytes.clear();
        return staffelstab::Done{};
    }
    Status piece(QByteArrayView bytes) override
    {
        if (bytes.size() > 1024 * 1024) {
            return Failure{Failure::Kind::Internal, {}, QStringLiteral("piece too large")};
        }
        if (piecesUntilFull-- == 0) {
            return Failure{Failure::Kind::DiskFull, {}, {}};
        }
        m_bytes.append(bytes.data(), bytes.size());
        return staffelstab::Done{};
    }
    Status end() override
    {
        whole[m_key] = m_bytes;
        return staffelstab::Done{};
    }
    Status failed(const staffelstab::mail::MessageRef& ref, const Failure& why) override
    {
        failures[ref.key] = why.kind;
        return staffelstab::Done{};
    }

    int piecesUntilFull = -1;
    std::map<QByteArray, QByteArray> whole;
    std::map<QByteArray, Failure::Kind> failures;

private:
    QByteArray m_key;
    QByteArray m_bytes;
};

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write a test file");
    }
}

inline QByteArray readFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QByteArray letter(const QByteArray& subject, const QByteArray& body = "Hallo\n")
{
    return "From: Lea Gehtbald <lea@firma.example>\nTo: sven@firma.example\nDate: Fri, 06 Nov 2026 10:00:00 +0100\n"
           "Message-ID: <" +
           subject.toHex() + "@firma.example>\nSubject: " + subject + "\n\n" + body;
}

inline QStringList pathsOf(const std::vector<staffelstab::mail::Folder>& folders)
{
    QStringList paths;
    for (const auto& folder : folders) {
        paths.append(folder.path);
    }
    paths.sort();
    return paths;
}

/** A job that is cancelled when it has reported often enough. */
inline staffelstab::JobContext cancelledAfter(int reports)
{
    auto cancelled = std::make_shared<std::atomic_bool>(reports == 0);
    auto left = std::make_shared<int>(reports);
    return {[cancelled, left](const staffelstab::Progress&) { *cancelled = --*left <= 0; }, cancelled};
}
