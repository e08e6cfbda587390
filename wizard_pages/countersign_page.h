// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/receipt_desk.h"
#include "wizard_pages/step_page.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace staffelstab::wizard_pages {

class ChipLabel;
class FailureNotice;
class MannerInput;
class PageView;
class PathField;
class ReceivedArchive;
class ReceivedList;
class SealOpener;
class SeenPages;
class SignatureInput;
class UserPrompts;

/** The supervisor's part on another computer: from the half-signed file alone. */
class CountersignPage : public StepPage
{
    Q_OBJECT
public:
    CountersignPage(UserPrompts& prompts, const Clock& clock, policy::CompanyPolicy policy, QWidget* parent = nullptr);

    [[nodiscard]] Frame frame() const override { return Frame::Desk; }
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString lead() const override;
    [[nodiscard]] QString why() const override;
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] bool isComplete() const override { return !m_written.isEmpty(); }
    [[nodiscard]] bool isPrimaryReady() const override;
    [[nodiscard]] QString missing() const override;
    [[nodiscard]] bool mayGoBack() const override { return false; }
    void refresh() override;
    void act() override;
    /** A file given by double click, drop or on the command line. */
    void openFile(const QString& file);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void choose(const QString& file);
    void showManner();
    void showPassword(const receipt::ReceiptRecord& record);
    void askForSeal();
    void show(const handover::ReceiptDesk::Checked& checked);

    UserPrompts& m_prompts;
    const Clock& m_clock;
    policy::CompanyPolicy m_policy;
    handover::ReceiptDesk m_desk;
    /** For the seal alone: its failures are shown beside it. */
    handover::ReceiptDesk m_sealDesk;
    handover::ReceiptDesk::Checked m_checked;
    bool m_isSealOpened = false;
    QString m_written;
    bool m_isBusy = false;
    FailureNotice* m_notice;
    QLabel* m_fileLabel;
    PathField* m_file;
    QWidget* m_form;
    ChipLabel* m_state;
    QLabel* m_words;
    QLabel* m_next;
    /** The pages with what stands below them; without any, what was found has the whole width. */
    QWidget* m_paper;
    PageView* m_pages;
    SeenPages* m_seen;
    ReceivedList* m_received;
    QPushButton* m_check;
    ReceivedArchive* m_archive;
    QPushButton* m_unseal;
    SealOpener* m_opener;
    QLabel* m_reservationTitle;
    QPlainTextEdit* m_reservation;
    MannerInput* m_manner;
    SignatureInput* m_signature;
};

} // namespace staffelstab::wizard_pages
