// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/header_block.h"
#include "separation/questions.h"

#include <cstdlib>

using namespace staffelstab;
using namespace staffelstab::separation;

namespace {

mail::ScannedMessage scanned(QByteArrayView bytes)
{
    mail::ScannedMessage message;
    const qsizetype length = std::max<qsizetype>(0, mail::headerLength(bytes));
    message.header = bytes.first(length).toByteArray();
    message.bodyStart = bytes.sliced(length).first(std::min(bytes.size() - length, mail::bodyStartLimit)).toByteArray();
    message.bytes = bytes.size();
    message.key = "1";
    message.fingerprint = mail::fingerprintOf(message.header, message.bytes);
    return message;
}

} // namespace

/** Whatever a message is: it gets features within their limits, stands in exactly one question and can be decided. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    MessageTable table;
    table.setOwnAddresses({QStringLiteral("lea@firma.example")});
    table.addFolder({0, {QStringLiteral("INBOX"), "INBOX", mail::SpecialUse::Inbox, -1}});
    // The same twice: twins, and a thread with itself.
    for (int i = 0; i < 2; ++i) {
        const MessageFacts facts = factsOf(scanned(bytes));
        if (facts.text.words.size() > TextFeatures::mostWords) {
            std::abort();
        }
        const Row row = table.append(facts);
        if (!(table.facts(row).text == facts.text)) {
            std::abort();
        }
    }
    SeparationContext context;
    context.leaverEmail = QStringLiteral("lea@firma.example");
    SeparationPlan plan(table, context);
    for (int answers = 0; plan.undecided() > 0; ++answers) {
        const std::vector<Question> questions = questionsOf(plan);
        std::size_t asked = 0;
        for (const Question& question : questions) {
            asked += question.rows.size();
        }
        if (asked != plan.undecided() || answers > 2) {
            std::abort();
        }
        const float isPrivate = plan.privateProbability(questions.front().rows.front());
        if (!(isPrivate >= 0 && isPrivate <= 1)) {
            std::abort();
        }
        plan.decideAll(answerOf(plan, questions.front(), Verdict::Private, QDateTime::fromSecsSinceEpoch(1, Qt::UTC)));
    }
    return 0;
}
