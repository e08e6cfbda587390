// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/open_point_owner.h"

#include <algorithm>
#include <array>

namespace staffelstab::receipt {
namespace {

constexpr std::array its{
    "no_account_plan",         "account_plan_by_it",      "account_act_unverified",
    "no_password_change",      "old_password_valid",      "password_change_interrupted",
    "password_needs_suffix",   "old_password_grace",      "password_must_change_unverified",
    "old_password_unverified", "new_password_unverified", "password_by_it",
    "secrets_to_rotate",       "equipment_locked",        "forwards_found",
    "successor_open",          "successor_not_shared",
};
constexpr std::array ofHr{"secrecy_not_read", "policy_not_confirmed"};

} // namespace

OpenPointOwner ownerOf(const OpenPoint& point)
{
    const auto isThis = [&](const char* code) { return point.code == QLatin1String(code); };
    if (std::any_of(its.begin(), its.end(), isThis)) {
        return OpenPointOwner::It;
    }
    return std::any_of(ofHr.begin(), ofHr.end(), isThis) ? OpenPointOwner::Hr : OpenPointOwner::Supervisor;
}

} // namespace staffelstab::receipt
