// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string_view>
#include <vector>

namespace staffelstab::mail {
struct MessageHeader;
}

namespace staffelstab::separation {

/** Who writes to whom: first and family names in lower case, to hear whether people go by first names. */
struct SpeakingNames
{
    std::vector<QByteArray> readerFirst;
    std::vector<QByteArray> readerFamily;
    std::vector<QByteArray> writerFirst;
    std::vector<QByteArray> writerFamily;
};

/** From display names, else from addresses like "kim.beispiel@"; of readers the first few. */
SpeakingNames speakingNamesOf(const mail::MessageHeader& header);

/** `word` is one of the names or a usual short form: "alex" for "alexandra", "steve" for "steven". */
bool isCalled(std::string_view word, const std::vector<QByteArray>& names);

} // namespace staffelstab::separation
