// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/handover_acts.h"
#include "wizard_pages/app_context.h"
#include "wizard_pages/step_page.h"

#include <QWidget>

#include <map>
#include <memory>

namespace staffelstab::wizard_pages {

class PageFrame;
class SidePanel;

/**
 * The window: step list, title and lead, the page, the bar with at most one primary action. Opens with the start page.
 * Escape never closes it, Return in a field presses nothing, and closing asks nothing because every decision has been
 * saved already. Once the keyboard was handed over the leaver's pages no longer exist in it.
 */
class HandoverWindow : public QWidget
{
    Q_OBJECT
public:
    explicit HandoverWindow(AppContext context, QWidget* parent = nullptr);
    ~HandoverWindow() override;

    void showStart();
    /** Makes a new case file in the context's folder and shows its first page. */
    Status startCase();
    Status openCase(const QString& file);
    /** Shows the page of a step of the open case; false where the case does not let it be entered now. */
    bool goTo(handover::Step step);
    void showVerify();
    void showCountersign();
    /**
     * Receipts that were double-clicked, dropped on the start page or named on the command line: a single half-signed
     * one ("*.pending.pdf") is opened for the countersignature, everything else is verified.
     */
    void openReceipts(const QStringList& paths);

    /** Null on the start page and the pages that belong to no case. */
    [[nodiscard]] handover::HandoverCase* handoverCase() const;
    [[nodiscard]] handover::HandoverActs* acts() const;
    [[nodiscard]] StepPage* page() const;

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Session;

    void adopt(std::unique_ptr<handover::HandoverCase> handover);
    void showPage(StepPage* page);
    StepPage* pageOf(handover::Step step);
    void endSession();
    void next();
    void back();
    void dress();
    void explain();

    AppContext m_context;
    std::unique_ptr<Session> m_session;
    SidePanel* m_side = nullptr;
    PageFrame* m_frame = nullptr;
    handover::Step m_step = handover::Step::People;
};

} // namespace staffelstab::wizard_pages
