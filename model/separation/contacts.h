// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace staffelstab::separation {

/** A person the leaver has written with. */
struct Contact
{
    /** In lower case. */
    QString address;
    QString name;
    /** Of the verdict that was asked for. */
    quint32 messages = 0;
    /** Of them in the last twelve months. */
    quint32 recent = 0;
    QDate last;
    /** At the company. */
    bool isInternal = false;
    /** There is mail of theirs that was put elsewhere as well. */
    bool isMixed = false;
};

struct ContactQuestion
{
    Verdict verdict = Verdict::Private;
    /** "firma.example"; sub-domains included. */
    QStringList companyDomains;
    /** Addresses to leave out: the leaver's own, of those who get the list. */
    QStringList without;
    QDateTime now;
    /** Addresses outside of the company that bear this name are the leaver's own, too. */
    QString leaverName = {};
};

/**
 * Who is behind the messages of one verdict, most mail of the last twelve months first. Neither programs nor lists, and
 * nobody the employer may not know of: an address that is protected, or with a protected message, is never among them.
 */
std::vector<Contact> contactsOf(const SeparationPlan& plan, const ContactQuestion& question);

} // namespace staffelstab::separation
