// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace staffelstab::mail::pst {

/** So much of a file's beginning is needed by sizeByHeader(). */
inline constexpr qsizetype pstHeaderSize = 512;

/**
 * How large the file is by its own header: ROOT.ibFileEof of the ANSI or Unicode format ([MS-PST] sections 2.2.2.5 and
 * 2.2.2.6). Nothing if `header` is too short or of another format.
 */
std::optional<quint64> sizeByHeader(QByteArrayView header);

} // namespace staffelstab::mail::pst
