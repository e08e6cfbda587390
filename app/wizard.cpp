// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wizard.h"

#include "app/console.h"
#include "app/receipt_words.h"
#include "policy/policy_places.h"
#include "wizard_pages/failure_text.h"
#include "wizard_pages/handover_window.h"
#include "wizard_pages/theme.h"

#include <QApplication>
#include <QStandardPaths>

namespace staffelstab::app {

int runWizard(QApplication& application, const Call& call)
{
    wizard_pages::applyTheme(application, wizard_pages::desktopMode());
    wizard_pages::ScreenLanguage language;
    language.use(call.language.isEmpty() ? wizard_pages::ScreenLanguage::ofDesktop() : call.language);
    const Result<policy::CompanyPolicy> policy = policy::findPolicy(policy::policyPlaces(), call.policyFile);
    if (!policy) {
        Console::say(wizard_pages::FailureText::of(policy.failure()) + QLatin1Char('\n') + policy.failure().detail);
        return exitCannot;
    }
    const std::unique_ptr<secrets::SecretStore> secrets = secrets::makeSystemStore();
    const SystemClock clock;
    wizard_pages::DialogPrompts prompts;
    const QString cases = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/cases");
    wizard_pages::HandoverWindow window({*secrets, clock, prompts, language, *policy, cases});
    if (!call.caseFile.isEmpty()) {
        if (const Status opened = window.openCase(call.caseFile); !opened) {
            Console::say(wizard_pages::FailureText::of(opened.failure()));
            return exitCannot;
        }
    }
    if (!call.files.isEmpty()) {
        window.openReceipts(call.files);
    }
    window.show();
    return QApplication::exec();
}

} // namespace staffelstab::app
