// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace staffelstab {

template <auto Free>
struct Freed
{
    template <typename T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
/** An object of a C library, given back with the library's own function. */
template <typename T, auto Free>
using Owned = std::unique_ptr<T, Freed<Free>>;

} // namespace staffelstab
