// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace staffelstab::receipt {

/** How well the mail was separated: what random samples of the piles showed. Numbers only. */
struct SeparationCheckSection
{
    static constexpr const char* key = "separation_check";

    struct Pile
    {
        quint32 messages = 0;
        /** 0: no sample was taken. */
        quint32 looked = 0;
        quint32 found = 0;
        /** Exact upper bound (Clopper and Pearson, 95 %) of what may still lie in the wrong pile. */
        quint32 mostLeft = 0;
        double bound = 0;
    };
    /** Private messages among the business ones. */
    Pile business;
    /** Business messages among the private ones. */
    Pile privateMail;
    /** Business messages that contain private lines, as the leaver said. */
    quint32 mixed = 0;
};

} // namespace staffelstab::receipt
