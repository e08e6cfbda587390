// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/widgets/failure_notice.h"
#include "wizard_pages/widgets/progress_card.h"

#include <QWidget>

namespace staffelstab::wizard_pages {

/** Shows how an act of one step goes: progress with cancel while it runs, the failure in words if it did not work. */
class ActPanel : public QWidget
{
    Q_OBJECT
public:
    /** `acts` must outlive the panel. */
    ActPanel(handover::HandoverActs& acts, handover::Step step, QWidget* parent = nullptr);

    /**
     * To be called right before an act is started; `ifCancelled` says what stays when it is stopped, `deed` what it
     * does where that is no copying.
     */
    void expect(const QString& ifCancelled, const QString& deed = {});
    void showFailure(const Failure* failure) { m_notice->show(failure); }
    [[nodiscard]] bool isBusy() const { return m_card->isActive(); }

Q_SIGNALS:
    /** An act of this step has begun or ended. */
    void busyChanged();
    void succeeded();
    void failed(const staffelstab::Failure& failure);

protected:
    void changeEvent(QEvent* event) override;

private:
    void finish(const Failure* failure);
    void bringNoticeIntoView();

    handover::Step m_step;
    ProgressCard* m_card;
    FailureNotice* m_notice;
};

} // namespace staffelstab::wizard_pages
