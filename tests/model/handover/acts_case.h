// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample_case.h"

#include "core/atomic_file.h"
#include "handover/handover_acts.h"

#include "support/result_checks.h"

#include <QTest>

#include <algorithm>
#include <memory>

namespace staffelstab::handover {

/** A case with its acts and without a window, for tests that begin() it before and end() it after each function. */
class ActsCase
{
protected:
    using Scope = separation::Scope;
    using Verdict = separation::Verdict;

    /** A case with a mixed mailbox, nothing read yet. */
    void begin()
    {
        m_sample = std::make_unique<SampleCase>();
        m_sample->addMixedMail();
        m_secrets = secrets::makeMemoryStore();
        m_acts = std::make_unique<HandoverActs>(handover(), *m_secrets);
        VERIFY_OK(handover().setPeople(SampleCase::people()));
        VERIFY_OK(handover().confirmPolicy());
        VERIFY_OK(handover().addMailbox(m_sample->source()));
        VERIFY_OK(handover().setReceiptTarget(path("out")));
    }

    void end()
    {
        m_acts.reset();
        m_sample.reset();
    }

    HandoverCase& handover() { return *m_sample->handover; }
    [[nodiscard]] QString path(const char* name) const { return m_sample->folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] QString mailFile(const char* id) const
    {
        return m_sample->maildir() + QStringLiteral("/cur/") + QString::fromLatin1(id) + QStringLiteral(".host");
    }

    void scanAndDecide()
    {
        VERIFY_OK(m_acts->runScan({}, m_job));
        QVERIFY(
            handover().decide(Scope::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Private).isOk());
        QVERIFY(
            handover().decide(Scope::Correspondent, QStringLiteral("einkauf@kunde.example"), Verdict::Business).isOk());
        QVERIFY(handover()
                    .decide(Scope::Correspondent, QStringLiteral("sven.vorgesetzt@firma.example"), Verdict::Business)
                    .isOk());
        QCOMPARE(handover().plan().undecided(), 0u);
    }

    void chooseTakeaway(TakeawayChoice::Action action)
    {
        TakeawayChoice choice;
        choice.action = action;
        choice.target = path("private");
        VERIFY_OK(handover().setTakeawayChoice(choice));
    }

    void chooseArchive(archive::ArchiveOptions::Container container)
    {
        ArchiveChoice choice;
        choice.container = container;
        choice.target = path("medium");
        VERIFY_OK(handover().setArchiveChoice(choice));
    }

    static bool hasOpenPoint(const HandoverCase& handover, const char* code)
    {
        const auto points = handover.openPoints();
        return std::any_of(points.begin(), points.end(),
                           [&](const auto& point) { return point.code == QLatin1String(code); });
    }

    std::unique_ptr<SampleCase> m_sample;
    std::unique_ptr<secrets::SecretStore> m_secrets;
    std::unique_ptr<HandoverActs> m_acts;
    JobContext m_job;
};

} // namespace staffelstab::handover
