// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "separation/separation_plan.h"

#include <QDate>
#include <QString>

#include <vector>

namespace staffelstab::separation {

/** A business conversation that waits for the leaver's answer. */
struct OpenMatter
{
    /** Of its first message, without "Re:" and the like. */
    QString subject;
    /** Who wrote last. */
    QString from;
    QDate since;
};

/**
 * Conversations in which the last word, of the last `days`, is another person's, the newest first. Only those of
 * which every message is business: what is said of them stands on the receipt. Neither programs nor lists nor
 * invitations.
 */
std::vector<OpenMatter> openMatters(const SeparationPlan& plan, const QDateTime& now, int days = 30);

/** Something that comes again: an appointment, or what the leaver sends regularly. */
struct RecurringMatter
{
    QString subject;
    int everyDays = 0;
    QDate last;
    /** The first day not before today on which it is due again. */
    QDate next;
};

/**
 * Business appointments and mail sent by the leaver that came at least three times in the last year at even distances
 * (a week, two weeks, a month, a quarter) and not too long ago to have ended. Numbers and names of months in a subject
 * make no difference. The soonest first.
 */
std::vector<RecurringMatter> recurringMatters(const SeparationPlan& plan, const QDateTime& now);

} // namespace staffelstab::separation
