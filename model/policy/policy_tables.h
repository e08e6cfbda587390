// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toml.h"
#include "policy/company_policy.h"
#include "policy/policy_values.h"

namespace staffelstab::policy {

// One function per part of a policy file; the faults stay in the table. Keys: resources/policy/reference.toml.

void readCompany(TomlTable& root, CompanyPolicy& policy, const FilePlace& place);
void readMail(TomlTable& root, CompanyPolicy& policy, const FilePlace& place);
void readServers(TomlTable& root, CompanyPolicy& policy);
void readSignature(TomlTable& root, CompanyPolicy& policy, const FilePlace& place);
void readPages(TomlTable& root, CompanyPolicy& policy);
void readAccount(TomlTable& root, CompanyPolicy& policy);
void readOutOfOffice(TomlTable& root, CompanyPolicy& policy);
void readRetention(TomlTable& root, CompanyPolicy& policy);
void readEquipment(TomlTable& root, CompanyPolicy& policy);
void readConsents(TomlTable& root, CompanyPolicy& policy);
void readTexts(TomlTable& root, CompanyPolicy& policy);

} // namespace staffelstab::policy
