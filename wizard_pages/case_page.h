// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_case.h"
#include "wizard_pages/step_page.h"

#include <QTimer>

class QLabel;

namespace staffelstab::wizard_pages {

class FailureNotice;

/** A page of one step of a handover: complete when the case says so, refreshed when the case changes. */
class CasePage : public StepPage
{
    Q_OBJECT
public:
    CasePage(handover::HandoverCase& handover, handover::Step step, Body body, QWidget* parent = nullptr);

    [[nodiscard]] bool isComplete() const override { return m_case.isDone(m_step); }

protected:
    /** Typing goes on: what stands there is handed to the case within moments, so that a kill loses next to nothing. */
    void typed();
    /** Shows the failure above the content; ok takes an earlier one away. Returns status.isOk(). */
    bool accept(const Status& status);
    void showFailure(const Failure* failure);
    /** What becomes of protected mail, for the pages that copy mail; hidden while there is none. */
    QLabel* makeProtectedLine();

    handover::HandoverCase& m_case;

private:
    handover::Step m_step;
    FailureNotice* m_notice;
    QTimer m_saveSoon;
};

} // namespace staffelstab::wizard_pages
