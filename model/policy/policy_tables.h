// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toml.h"
#include "policy/company_policy.h"

#include <QDir>

namespace staffelstab::policy {

// One function per part of a policy file; the faults stay in the table. Keys: resources/policy/reference.toml.

void readCompany(TomlTable& root, CompanyPolicy& policy, const QDir& folder);
void readMail(TomlTable& root, CompanyPolicy& policy, const QDir& folder);
void readServers(TomlTable& root, CompanyPolicy& policy);
void readSignature(TomlTable& root, CompanyPolicy& policy, const QDir& folder);
void readPages(TomlTable& root, CompanyPolicy& policy);
void readAccount(TomlTable& root, CompanyPolicy& policy);
void readOutOfOffice(TomlTable& root, CompanyPolicy& policy);
void readRetention(TomlTable& root, CompanyPolicy& policy);
void readEquipment(TomlTable& root, CompanyPolicy& policy);
void readConsents(TomlTable& root, CompanyPolicy& policy);
void readTexts(TomlTable& root, CompanyPolicy& policy);

} // namespace staffelstab::policy
