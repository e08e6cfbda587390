// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/consent_act.h"

#include "core/atomic_file.h"
#include "handover/acts/signing.h"
#include "handover/journal.h"
#include "handover/topics/consent_topics.h"

#include <QDir>

#include <algorithm>

namespace staffelstab::handover {

namespace {

/** A second signing takes a new name: what was signed before is not written over. */
QString freePath(const QString& folder, const receipt::ConsentRecord& record)
{
    const QString stem =
        record.language == QLatin1String("de") ? QStringLiteral("Einwilligungen-") : QStringLiteral("Consents-");
    QString path = QDir(folder).filePath(stem + record.caseNumber + QStringLiteral(".pdf"));
    for (int again = 2; QFile::exists(path); ++again) {
        path = QDir(folder).filePath(QStringLiteral("%1%2-%3.pdf").arg(stem, record.caseNumber).arg(again));
    }
    return path;
}

/** A file is written only if our own verifier says of it what it should be. */
Result<ConsentDocument> writeVerified(const QString& path, const QByteArray& pdf, const QDateTime& at)
{
    if (const auto finding = receipt::verifyConsents(pdf); !finding) {
        return Failure{Failure::Kind::Internal, path, finding.failure().detail};
    }
    if (Status written = AtomicFile::writeWhole(path, pdf); !written) {
        return written.failure();
    }
    const Result<QByteArray> back = sha256OfFile(path);
    if (!back) {
        return back.failure();
    }
    return *back == Sha256::of(pdf) ? Result(ConsentDocument{path, *back, at})
                                    : Result<ConsentDocument>(Failure{Failure::Kind::ReadBackDiffers, path, {}});
}

Result<ConsentDocument> sign(const receipt::ConsentRecord& record, const SignInput& input, const QString& target,
                             const SigningRules& rules, JobContext& job)
{
    job.report({Progress::Stage::Drawing, 0, 1, 0, 0});
    const Result<QByteArray> drawn = receipt::drawConsents(record, logoIn(rules.logoFile));
    if (!drawn) {
        return drawn.failure();
    }
    const Result<receipt::SigningKey> key = signingKeyFor(input, record.leaver, record.madeAt, rules, job);
    if (!key) {
        return key.failure();
    }
    job.report({Progress::Stage::Signing, 0, 1, 0, 0});
    receipt::SignatureRequest request;
    request.name = record.leaver;
    request.drawing = input.drawing;
    request.time = record.madeAt;
    const Result<QByteArray> pdf = signStamped(std::move(request), rules, [&](const receipt::SignatureRequest& asked) {
        return receipt::signConsents(*drawn, asked, *key, job);
    });
    if (!pdf) {
        return pdf.failure();
    }
    if (!QDir().mkpath(target)) {
        return Failure{Failure::Kind::FileNotWritable, target, {}};
    }
    return writeVerified(freePath(target, record), *pdf, record.madeAt);
}

} // namespace

receipt::ConsentRecord consentRecord(const HandoverCase& handover)
{
    const QString& language = handover.language();
    const People& people = handover.people();
    const policy::LegalText revocation = policy::revocationNotice(handover.policy(), language);
    receipt::ConsentRecord record;
    record.caseNumber = handover.caseNumber();
    record.language = language;
    record.madeAt = handover.clock().now();
    record.organisation = handover.policy().companyName;
    record.leaver = people.leaver.name;
    record.lastWorkingDay = people.lastWorkingDay;
    record.revocation = revocation.text;
    record.textVersion =
        QStringLiteral("%1 %2, %3").arg(handover.policy().name, handover.policy().version, revocation.version);
    for (const checklists::Consent& consent : consentsOf(handover)) {
        const bool isGiven = consent.answer.answer == checklists::ConsentAnswer::Answer::Yes;
        record.items.push_back({consent.offer.id, consent.offer.title.in(language), consent.offer.purpose.in(language),
                                consent.offer.recipient.in(language), isGiven,
                                isGiven ? consent.until(people.lastWorkingDay) : QDate(),
                                isGiven ? consent.answer.address : QString()});
    }
    return record;
}

Result<Act> consentSignatureAct(const ActContext& context, SignInput input, const QString& target)
{
    HandoverCase& handover = context.handover;
    const QList<checklists::Consent> consents = consentsOf(handover);
    const bool isAnswered = std::all_of(consents.begin(), consents.end(),
                                        [](const checklists::Consent& consent) { return consent.isSettled(); });
    if (!handover.mayEnter(Step::Consents) || !isAnswered || target.isEmpty()) {
        return notNow();
    }
    const Result<SigningRules> rules = signingRules(handover.policy());
    if (!rules) {
        return rules.failure();
    }
    return makeAct<ConsentDocument>(
        [record = consentRecord(handover), input = share(std::move(input)), target, rules = *rules](JobContext& job) {
            return sign(record, *input, target, rules, job);
        },
        [&handover](ConsentDocument document) {
            const QString digest = QString::fromLatin1(document.sha256.toHex());
            if (Status noted = handover.journal().write(QStringLiteral("consents_signed"), {{"sha256", digest}});
                !noted) {
                return noted;
            }
            return handover.setTopic<ConsentDocument>(std::move(document));
        });
}

} // namespace staffelstab::handover
