// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/wiping_memory.h"

#include <lber.h>
#include <sodium.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <mutex>

namespace staffelstab::directory {

namespace {

/** Stands before each block; as large as the strictest alignment, so that the block keeps it. */
union Head {
    std::size_t size;
    std::max_align_t alignment;
};

Head* headOf(void* block)
{
    return static_cast<Head*>(block) - 1;
}

void* allocate(std::size_t size, void* /*context*/)
{
    if (size > std::numeric_limits<std::size_t>::max() - sizeof(Head)) {
        return nullptr;
    }
    auto* const head = static_cast<Head*>(std::malloc(sizeof(Head) + size));
    if (head == nullptr) {
        return nullptr;
    }
    head->size = size;
    return head + 1;
}

void* allocateCleared(std::size_t count, std::size_t size, void* context)
{
    if (size != 0 && count > std::numeric_limits<std::size_t>::max() / size) {
        return nullptr;
    }
    void* const block = allocate(count * size, context);
    if (block != nullptr) {
        std::memset(block, 0, count * size);
    }
    return block;
}

void wipeAndFree(void* block, void* /*context*/)
{
    if (block != nullptr) {
        sodium_memzero(block, headOf(block)->size);
        std::free(headOf(block));
    }
}

/** Never in place: realloc() would leave the old bytes where they were. */
void* reallocate(void* block, std::size_t size, void* context)
{
    void* const larger = allocate(size, context);
    if (block != nullptr && larger != nullptr) {
        std::memcpy(larger, block, std::min(size, headOf(block)->size));
        wipeAndFree(block, context);
    }
    return larger;
}

} // namespace

void wipeWhatLdapFrees()
{
    static std::once_flag isSet;
    std::call_once(isSet, [] {
        static BerMemoryFunctions functions{&allocate, &allocateCleared, &reallocate, &wipeAndFree};
        ber_set_option(nullptr, LBER_OPT_MEMORY_FNS, &functions);
    });
}

} // namespace staffelstab::directory
