// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace staffelstab::receipt {

/** What a printed sealed letter says beside the password. */
struct SealedLetter
{
    /** "de" or "en". */
    QString language;
    QString organisation;
    QString supervisor;
    QString leaver;
    QString caseNumber;
    /** Stands on the receipt as well, so that the paper and the handover can be told to belong together. */
    QString number;
    QDateTime madeAt;
};

/**
 * One A4 page as PDF, folded twice to a packet: the address outside, the password inside between two layers of paper
 * and two fields of random characters that overlap it against the light. The password stands in it as a picture, never
 * as text; the caller wipes the PDF. Needs a QGuiApplication.
 */
Result<QByteArray> drawSealedLetter(const SealedLetter& letter, const Secret& password);

} // namespace staffelstab::receipt
