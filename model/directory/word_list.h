// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace staffelstab::directory {

/** The words of a language ("de", otherwise English) in lower case a-z, each once; made at the first call. */
const std::vector<QByteArray>& wordList(const QString& language);

} // namespace staffelstab::directory
