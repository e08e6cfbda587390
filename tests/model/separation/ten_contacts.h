// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "made_mail.h"

namespace made {

/** Person i (0 to 9) wrote i + 1 messages, the newest first in time; one message has no date. */
struct Ten : Mailbox
{
    Ten()
    {
        addFolder(QStringLiteral("INBOX"));
        for (int i = 0; i < 10; ++i) {
            for (int j = 0; j <= i; ++j) {
                MessageFacts facts = factsOf(
                    {0, {}, own, QStringLiteral("Thema %1-%2").arg(i).arg(j), QByteArray::number(i * 100 + j) + "@x"});
                facts.header.from = {
                    person(QStringLiteral("p%1@kunde.example").arg(i), QStringLiteral("Person Nr%1").arg(i))};
                facts.date = time(1000 - i * 20 - j);
                facts.header.date = facts.date;
                table.append(facts);
            }
        }
        MessageFacts facts = factsOf({0, QStringLiteral("mueller@kunde.example"), own, {}, "9999@x"});
        facts.header.from[0].name = QStringLiteral("Jörg Müller-Weiß");
        facts.header.subject = QStringLiteral("Besuch in der Straße");
        facts.date = {};
        facts.header.date = {};
        table.append(facts);
    }
};

} // namespace made
