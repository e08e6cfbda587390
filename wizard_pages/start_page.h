// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/failure.h"
#include "wizard_pages/screen_language.h"
#include "wizard_pages/step_page.h"

namespace staffelstab::wizard_pages {

class FailureNotice;

/** What would you like to do? Start, resume, countersign, verify; and the language. */
class StartPage : public StepPage
{
    Q_OBJECT
public:
    StartPage(ScreenLanguage& language, QString casesFolder, QWidget* parent = nullptr);

    [[nodiscard]] Frame frame() const override { return Frame::Cover; }
    [[nodiscard]] QString title() const override { return {}; }
    [[nodiscard]] QString lead() const override { return {}; }
    [[nodiscard]] bool isComplete() const override { return true; }
    [[nodiscard]] QWidget* firstFocus() override;
    void refresh() override;
    void showFailure(const Failure& failure);

Q_SIGNALS:
    void startWanted();
    void resumeWanted(const QString& file);
    void countersignWanted();
    void verifyWanted();

private:
    void build();
    QWidget* makeChoice(const QString& name, Say title, Say sentence, std::function<void()> chosen);
    void listUnfinished();

    ScreenLanguage& m_language;
    QString m_casesFolder;
    FailureNotice* m_notice;
    QWidget* m_resume;
    QVBoxLayout* m_resumeList = nullptr;
};

} // namespace staffelstab::wizard_pages
