// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "policy/company_policy.h"
#include "secrets/secret_store.h"
#include "wizard_pages/screen_language.h"
#include "wizard_pages/user_prompts.h"

#include <QString>

namespace staffelstab::wizard_pages {

/**
 * Start here. What app/main.cpp (or a test) gives the window; everything in it must outlive the window.
 *
 *     applyTheme(application, desktopMode());
 *     ScreenLanguage language;  language.use("de");
 *     DialogPrompts prompts;
 *     HandoverWindow window({secrets, clock, prompts, language, policy, casesFolder});
 *     window.show();                       // the start page
 *     window.openCase(file);               // optional: --case
 */
struct AppContext
{
    secrets::SecretStore& secrets;
    const Clock& clock;
    UserPrompts& prompts;
    ScreenLanguage& language;
    /** In force for new handovers; a resumed one keeps its own. */
    policy::CompanyPolicy policy;
    /** Where *.case files are kept and looked for; made if missing. */
    QString casesFolder;
};

} // namespace staffelstab::wizard_pages
