// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_case.h"
#include "support/fixed_clock.h"

#include <QDir>
#include <QTemporaryDir>

namespace staffelstab::handover {

/** A case in a folder of its own, with people and, where asked, a small Maildir of invented mail. */
class SampleCase
{
public:
    explicit SampleCase(const policy::CompanyPolicy& rules = policy())
        : handover(HandoverCase::create(file(), rules, QStringLiteral("de"), clock).value())
    {
    }

    [[nodiscard]] QString file() const { return folder.filePath(QStringLiteral("lea.case")); }
    [[nodiscard]] QString maildir() const { return folder.filePath(QStringLiteral("Maildir")); }

    /** Closes the case and reads its file again. */
    void reopen()
    {
        handover.reset();
        handover = HandoverCase::open(file(), clock).value();
    }

    static policy::CompanyPolicy policy()
    {
        policy::CompanyPolicy policy = policy::builtInPolicy();
        policy.companyName = QStringLiteral("Beispiel GmbH");
        policy.companyDomains = {QStringLiteral("firma.example")};
        policy.protectedCorrespondents = {QStringLiteral("betriebsrat@firma.example")};
        return policy;
    }

    static People people()
    {
        People people;
        people.leaver = {QStringLiteral("Lea Gehtbald"), QStringLiteral("lea.gehtbald@firma.example"),
                         QStringLiteral("Netze"), QStringLiteral("4711")};
        people.supervisor = {
            QStringLiteral("Sven Vorgesetzt"), QStringLiteral("sven.vorgesetzt@firma.example"), {}, {}};
        people.lastWorkingDay = QDate(2026, 12, 31);
        people.endOfContract = QDate(2026, 12, 31);
        return people;
    }

    /** One message in a Maildir folder ("" is the inbox). */
    void addMail(const QString& subfolder, const QByteArray& id, const QByteArray& from, const QByteArray& subject,
                 const QByteArray& extra = {}) const
    {
        const QString path = maildir() + (subfolder.isEmpty() ? QString() : QStringLiteral("/.") + subfolder);
        for (const char* part : {"cur", "new", "tmp"}) {
            QDir().mkpath(path + QLatin1Char('/') + QLatin1String(part));
        }
        QFile mail(path + QStringLiteral("/cur/") + QString::fromLatin1(id) + QStringLiteral(".host"));
        if (mail.open(QIODevice::WriteOnly)) {
            mail.write("From: " + from + "\r\nTo: Lea Gehtbald <lea.gehtbald@firma.example>\r\nSubject: " + subject +
                       "\r\nDate: Tue, 1 Dec 2026 10:00:00 +0100\r\nMessage-ID: <" + id + "@test.example>\r\n" + extra +
                       "\r\nText of " + id + "\r\n");
        }
    }

    /** Two private, two business, one protected message and one that could be anything. */
    void addMixedMail() const
    {
        addMail({}, "p1", "Anna Gehtbald <anna@privat.example>", "Wochenende");
        addMail({}, "p2", "Anna Gehtbald <anna@privat.example>", "Fotos");
        addMail({}, "b1", "Einkauf <einkauf@kunde.example>", "Angebot 4711");
        addMail({}, "b2", "Sven Vorgesetzt <sven.vorgesetzt@firma.example>", "Projekt Nordlicht");
        addMail({}, "x1", "Betriebsrat <betriebsrat@firma.example>", "Sprechstunde");
        addMail(QStringLiteral("Projekte"), "b3", "Einkauf <einkauf@kunde.example>", "Rechnung");
    }

    [[nodiscard]] mail::MailboxSource source() const
    {
        mail::MailboxSource source;
        source.kind = mail::StoreKind::Maildir;
        source.path = maildir();
        return source;
    }

    QTemporaryDir folder;
    FixedClock clock;
    std::unique_ptr<HandoverCase> handover;
};

} // namespace staffelstab::handover
