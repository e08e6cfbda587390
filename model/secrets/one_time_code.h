// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

namespace staffelstab::secrets {

/** 16 characters of Crockford's base 32, 5 bit each. */
constexpr std::size_t codeLength = 16;

/**
 * The 16 characters of a code as a person may type it: upper or lower case, with or without hyphens and spaces,
 * O for 0, I or L for 1. Empty if it is no code.
 */
Secret normalisedCode(const Secret& typed);

} // namespace staffelstab::secrets
