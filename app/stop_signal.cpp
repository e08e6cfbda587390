// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stop_signal.h"

#include <csignal>

namespace staffelstab::app {

namespace {

std::atomic_bool* stopWanted = nullptr;
static_assert(std::atomic_bool::is_always_lock_free, "only then may a signal handler touch it");

extern "C" void wantStop(int signal)
{
    stopWanted->store(true);
    // A second one ends the program at once; the case file stands that.
    std::signal(signal, SIG_DFL);
}

} // namespace

std::shared_ptr<std::atomic_bool> stopFlag()
{
    static const auto flag = std::make_shared<std::atomic_bool>(false);
    stopWanted = flag.get();
    std::signal(SIGINT, wantStop);
    std::signal(SIGTERM, wantStop);
    return flag;
}

} // namespace staffelstab::app
