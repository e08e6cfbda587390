// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"

#include <QCoreApplication>

namespace staffelstab::wizard_pages {

/** The one place where a Failure becomes words: what happened, what it means for the mail, what to do. */
struct FailureText
{
    Q_DECLARE_TR_FUNCTIONS(staffelstab::wizard_pages::FailureText)
public:
    static QString of(const Failure& failure);
    /** The technical words of the failure for a detail line; may be empty. */
    static QString detail(const Failure& failure);

private:
    static QString file(const Failure& failure);
    static QString network(const Failure& failure);
    static QString account(const Failure& failure);
    static QString mailbox(const Failure& failure);
    // What a mail store says in its detail; empty for any other.
    static QString unsoundMailbox(const QString& detail);
    static QString noMailbox(const QString& detail);
    static QString archive(const Failure& failure);
    static QString receipt(const Failure& failure);
    static QString key(const Failure& failure);
    static QString other(const Failure& failure);
};

} // namespace staffelstab::wizard_pages
