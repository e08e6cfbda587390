// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_case.h"
#include "handover/json_values.h"

#include <QJsonObject>

namespace staffelstab::handover {

/**
 * How the values of a case stand in its file: topics as JSON, messages and folders as compact binary (QDataStream,
 * version 6.0). Reading is strict only for the binary part; a missing JSON field is its default.
 */

QByteArray encodeFacts(const separation::MessageFacts& facts);
Result<separation::MessageFacts> decodeFacts(const QByteArray& bytes);
QByteArray encodeFolder(const separation::TableFolder& folder);
Result<separation::TableFolder> decodeFolder(const QByteArray& bytes);

QJsonObject toJson(const Person& person);
Person personFrom(const QJsonObject& json);
QJsonObject toJson(const People& people);
People peopleFrom(const QJsonObject& json);
QJsonObject toJson(const std::vector<mail::MailboxSource>& mailboxes);
std::vector<mail::MailboxSource> mailboxesFrom(const QJsonObject& json);
QJsonObject toJson(const ScanReport& report);
ScanReport scanReportFrom(const QJsonObject& json);
QJsonObject toJson(const ReceiptFiles& files);
ReceiptFiles receiptFilesFrom(const QJsonObject& json);

} // namespace staffelstab::handover
