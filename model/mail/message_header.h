// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <vector>

namespace staffelstab::mail {

struct Address
{
    /** Decoded display name, may be empty. */
    QString name;
    /** addr-spec in lower case; empty where the header holds none. */
    QString address;

    bool operator==(const Address&) const = default;
};

/** RFC 4021 / MS Outlook "Sensitivity". */
enum class Sensitivity { None, Personal, Private, CompanyConfidential };

/**
 * The fields of a message header that the separation and the index need, decoded (RFC 2047, RFC 2231, raw 8-bit
 * guessed). Never fails: what is missing or broken is left empty.
 */
struct MessageHeader
{
    std::vector<Address> from;
    std::vector<Address> to;
    std::vector<Address> cc;
    QString subject;
    /** Date: in UTC; invalid if missing or not a date. */
    QDateTime date;
    /** What the Date field said of the writer's zone: minutes east of Greenwich. */
    qint16 zoneMinutes = 0;
    /** Without angle brackets. */
    QByteArray messageId;
    /** References and In-Reply-To, oldest first, without angle brackets, at most 100. */
    std::vector<QByteArray> references;
    /** List-Id without angle brackets, lower case; else the address of List-Post. */
    QByteArray listId;
    Sensitivity sensitivity = Sensitivity::None;
    /** Auto-Submitted other than "no", Precedence bulk/auto_reply, or an empty Return-Path. */
    bool isAutomatic = false;
    /** By Content-Type: multipart/mixed. */
    bool mayHaveAttachments = false;
    bool isCalendar = false;
};

/** Parses a raw header block. Addresses are cut off after 1,000 per field. Safe on any bytes; reentrant. */
MessageHeader parseHeader(QByteArrayView header);

} // namespace staffelstab::mail
