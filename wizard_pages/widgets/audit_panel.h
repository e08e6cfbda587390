// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "handover/sample_audits.h"
#include "handover/topics/separation_topics.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace staffelstab::handover {
class HandoverCase;
}

namespace staffelstab::wizard_pages {

/**
 * The sample audit: random messages of a pile, one after the other, yes or no. Messages come in random order, so that
 * the leaver may stop at any of them; what was looked at until then is recorded. What was found is put right when the
 * sample ends, and its contact is asked again.
 */
class AuditPanel : public QFrame
{
    Q_OBJECT
public:
    explicit AuditPanel(handover::HandoverCase& handover, QWidget* parent = nullptr);

    /** Of which pile a sample is worth most now; nothing before everything is decided, or without a pile. */
    static std::optional<separation::Verdict> nextPile(const handover::HandoverCase& handover);
    /** Draws a sample. */
    void start(separation::Verdict pile);
    [[nodiscard]] const std::vector<separation::Row>& rows() const { return m_sample.rows; }
    /** The message to judge next. */
    [[nodiscard]] separation::Row current() const { return m_sample.rows[m_at]; }
    void answer(bool isRight);

    /**
     * What the last samples that still hold tell; after one with findings what it found, and what follows. Empty before
     * the first.
     */
    [[nodiscard]] QString resultText() const;
    /** What a sample says, in words for everybody. */
    static QString resultText(separation::Verdict pile, const handover::AuditedPile& result);

Q_SIGNALS:
    /** Another message is to be shown. */
    void moved();
    /** Recorded, or nothing was looked at. */
    void ended(const staffelstab::Status& saved);

protected:
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QString reopenedText() const;
    void end();
    void refresh();
    QPushButton* makeButton(const char* name);

    handover::HandoverCase& m_case;
    separation::AuditSample m_sample;
    /** Of the sample that was drawn last. */
    separation::Verdict m_pile = separation::Verdict::Business;
    std::size_t m_at = 0;
    std::vector<separation::Finding> m_found;
    QLabel* m_title;
    QLabel* m_why;
    QLabel* m_progress;
    QProgressBar* m_bar;
    QLabel* m_wrong;
    QPushButton* m_yes;
    QPushButton* m_no;
    QPushButton* m_end;
};

} // namespace staffelstab::wizard_pages
