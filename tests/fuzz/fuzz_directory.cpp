// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory/directory_values.h"
#include "directory/ldap_failure.h"
#include "directory/ldap_filter.h"
#include "directory/start_tls_message.h"

#include <cstdlib>

using namespace staffelstab;

/** What a hostile directory server can say before and after TLS, and what a person can type as login name. */
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const directory::StartTlsAnswer answer = directory::parseStartTlsAnswer(bytes);
    using State = directory::StartTlsAnswer::State;
    // More bytes never turn a broken answer into a good one.
    if (answer.state == State::Malformed && directory::parseStartTlsAnswer(bytes + '\0').state == State::Complete) {
        std::abort();
    }
    const QString text = QString::fromUtf8(bytes);
    (void)directory::loginFailure({49, text}, {});
    (void)directory::changeFailure({19, text}, {});
    (void)directory::fromFileTime(bytes);
    (void)directory::fromGeneralizedTime(bytes);
    (void)directory::secondsOfInterval(bytes);
    (void)directory::looksLikeDn(text);
    const QByteArray filter = directory::escapedForFilter(text);
    if (filter.contains('*') || filter.contains('(') || filter.contains(')') || filter.contains('\0')) {
        std::abort();
    }
    return 0;
}
