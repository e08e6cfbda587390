// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include "wizard_pages/failure_text.h"

#include <QJsonDocument>

#include <cstdio>

namespace staffelstab::app {

void Console::event(const QString& event, QJsonObject fields) const
{
    if (!m_isJson) {
        return;
    }
    fields.insert(QStringLiteral("event"), event);
    const QByteArray line = QJsonDocument(fields).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    // A reader at the other end of a pipe sees each event when it happens.
    std::fflush(stdout);
}

void Console::summary(QJsonObject fields) const
{
    event(QStringLiteral("summary"), std::move(fields));
}

void Console::failed(const Failure& failure) const
{
    summary({{QStringLiteral("error"), failureJson(failure)}});
    say(wizard_pages::FailureText::of(failure));
    // The technical words tell the place in a file; the sentence need not hold them.
    if (const QString detail = wizard_pages::FailureText::detail(failure); !detail.isEmpty()) {
        say(QStringLiteral("    ") + detail);
    }
}

void Console::say(const QString& sentence)
{
    const QByteArray line = sentence.toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
}

QJsonObject failureJson(const Failure& failure)
{
    return {{QStringLiteral("kind"), failureName(failure.kind)},
            {QStringLiteral("subject"), failure.subject},
            {QStringLiteral("detail"), failure.detail}};
}

bool isBadInput(const Failure& failure)
{
    switch (failure.kind) {
    case Failure::Kind::BadInput:
    case Failure::Kind::SecretFileTooOpen:
    case Failure::Kind::FileNotFound:
    case Failure::Kind::PathUnsafe:
    case Failure::Kind::NotAReceipt:
    case Failure::Kind::NotASeal:
    case Failure::Kind::NotAnArchive:
    case Failure::Kind::WrongPassphrase:
    case Failure::Kind::KeyUnusable:
    case Failure::Kind::CertificateUnusable:
    case Failure::Kind::CertificateFileUnusable:
    case Failure::Kind::CaseDamaged:
    case Failure::Kind::CaseTooNew:
        return true;
    default:
        return false;
    }
}

QString hex(const QByteArray& digest)
{
    return QString::fromLatin1(digest.toHex());
}

} // namespace staffelstab::app
