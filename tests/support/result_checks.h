// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QTest>

namespace staffelstab {

/** What went wrong, for the message of a failing test. */
template <typename T>
QByteArray reasonOf(const Result<T>& result)
{
    if (result) {
        return "ok";
    }
    const Failure& failure = result.failure();
    return "failure " + QByteArray::number(static_cast<int>(failure.kind)) + " " + failure.subject.toUtf8() + " " +
           failure.detail.toUtf8();
}

} // namespace staffelstab

/** QVERIFY for a Result, with the reason in the message. */
#define VERIFY_OK(expression)                                                                                          \
    do {                                                                                                               \
        const auto& checked = (expression);                                                                            \
        QVERIFY2(checked.isOk(), staffelstab::reasonOf(checked).constData());                                          \
    } while (false)
