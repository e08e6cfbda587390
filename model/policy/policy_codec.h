// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "policy/company_policy.h"

#include <QJsonObject>

namespace staffelstab::policy {

// The policy a handover was begun with, as it stays in its case file: a later change of the firm's file does not reach
// what the leaver has confirmed.

QJsonObject toJson(const CompanyPolicy& policy);
/** What is missing or of the wrong type keeps its default. */
CompanyPolicy policyFrom(const QJsonObject& json);

} // namespace staffelstab::policy
