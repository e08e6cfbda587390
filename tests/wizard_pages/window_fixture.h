// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/handover/sample_case.h"
#include "secrets/secret_store.h"
#include "wizard_pages/answering_prompts.h"
#include "wizard_pages/handover_window.h"
#include "wizard_pages/widgets/signature_pad.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

namespace staffelstab::wizard_pages {

/** A window on a case of its own, with invented people and, where asked, mail that was read and decided. */
class WindowFixture
{
public:
    explicit WindowFixture(const QString& name = QStringLiteral("en"),
                           policy::CompanyPolicy companyRules = handover::SampleCase::policy())
        : rules(std::move(companyRules)), sample(rules)
    {
        language.use(name);
        static_cast<void>(sample.handover->setLanguage(name));
        sample.addMixedMail();
    }

    handover::HandoverCase& openCase()
    {
        sample.handover.reset();
        window = std::make_unique<HandoverWindow>(
            AppContext{*secrets, sample.clock, prompts, language, rules, sample.folder.path()});
        const Status opened = window->openCase(sample.file());
        if (!opened) {
            qFatal("the sample case cannot be opened: %d", static_cast<int>(opened.failure().kind));
        }
        // The offscreen screen is smaller than most.
        window->resize(1280, 800);
        window->show();
        return *window->handoverCase();
    }

    void makeReady() { fill(*sample.handover); }

    /** People, policy, a mailbox that was read, and every message decided. */
    void fill(handover::HandoverCase& handover) const
    {
        check(handover.setPeople(handover::SampleCase::people()));
        check(handover.confirmPolicy());
        check(handover.addMailbox(sample.source()));
        handover::HandoverActs acts(handover, *secrets);
        JobContext job;
        check(acts.runScan({}, job));
    }

    static void decideEverything(handover::HandoverCase& handover)
    {
        using separation::Scope;
        using separation::Verdict;
        check(handover.decide(Scope::Correspondent, QStringLiteral("anna@privat.example"), Verdict::Private));
        check(handover.decide(Scope::Correspondent, QStringLiteral("einkauf@kunde.example"), Verdict::Business));
        check(
            handover.decide(Scope::Correspondent, QStringLiteral("sven.vorgesetzt@firma.example"), Verdict::Business));
    }

    static void check(const Status& status)
    {
        if (!status) {
            qFatal("setting up the case failed: %d %s", static_cast<int>(status.failure().kind),
                   qPrintable(status.failure().detail));
        }
    }

    template <typename T>
    T* find(const char* name) const
    {
        T* found = window->page()->template findChild<T*>(QLatin1String(name));
        if (!found) {
            found = window->template findChild<T*>(QLatin1String(name));
        }
        if (!found) {
            qFatal("there is no %s", name);
        }
        return found;
    }
    [[nodiscard]] QPushButton* primary() const { return find<QPushButton>("primary"); }
    void type(const char* name, const QString& text) const
    {
        auto* edit = find<QLineEdit>(name);
        edit->setFocus();
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    void click(const char* name) const { find<QAbstractButton>(name)->click(); }

    /** Scrolls through the receipt, as a signer has to. */
    void readReceipt() const
    {
        auto* pages = find<QScrollArea>("receiptPages");
        QTRY_VERIFY(pages->verticalScrollBar()->maximum() > 0);
        QScrollBar* bar = pages->verticalScrollBar();
        for (int at = 0; at < bar->maximum(); at += bar->pageStep() / 2) {
            bar->setValue(at);
        }
        bar->setValue(bar->maximum());
    }
    void sign() const
    {
        auto* pad = find<SignaturePad>("signaturePad");
        QTest::mousePress(pad, Qt::LeftButton, {}, QPoint(40, 70));
        for (int x = 40; x < 200; x += 8) {
            QTest::mouseMove(pad, QPoint(x, 60 + x % 24));
        }
        QTest::mouseRelease(pad, Qt::LeftButton, {}, QPoint(200, 70));
    }

    policy::CompanyPolicy rules;
    handover::SampleCase sample;
    std::unique_ptr<secrets::SecretStore> secrets = secrets::makeMemoryStore();
    AnsweringPrompts prompts;
    ScreenLanguage language;
    std::unique_ptr<HandoverWindow> window;
};

} // namespace staffelstab::wizard_pages
