// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/policy_codec.h"

#include <cstdlib>

// A policy as any firm may write it. What is taken for valid has to survive the way through a case file.

using namespace staffelstab::policy;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto policy = parsePolicy(text, QStringLiteral("/a/policy.toml"));
    if (policy && !(policyFrom(toJson(*policy)) == *policy)) {
        std::abort();
    }
    return 0;
}
