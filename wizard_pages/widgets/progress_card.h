// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "wizard_pages/widgets/work_rate.h"

#include <QElapsedTimer>
#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace staffelstab::wizard_pages {

/** Long work as the person sees it: what, how many of how many, and after 3 s the rate and the time left. */
class ProgressCard : public QFrame
{
    Q_OBJECT
public:
    explicit ProgressCard(QWidget* parent = nullptr);

    /** Shows the card; `ifCancelled` says what stays when the work is stopped, `deed` names copying that is none. */
    void begin(const QString& ifCancelled, const QString& deed = {});
    void setProgress(const Progress& progress);
    /** Hides it. */
    void end();
    [[nodiscard]] bool isActive() const { return m_isActive; }
    void retranslate();

    /** "1,204 of 4,873 messages"; empty while nothing is counted. */
    static QString countSentence(const Progress& progress);
    /** "412 messages a second, about 9 seconds left"; empty where the rate is not known. */
    static QString rateSentence(const Progress& progress, double perSecond);
    static QString stageSentence(Progress::Stage stage);

Q_SIGNALS:
    void cancelled();

private:
    void showTexts();
    [[nodiscard]] QString stageText() const;

    QString m_deed;
    QLabel* m_stage;
    QLabel* m_count;
    QLabel* m_rate;
    QLabel* m_ifCancelled;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    QElapsedTimer m_since;
    WorkRate m_lately;
    Progress m_progress;
    bool m_isActive = false;
    bool m_isCancelled = false;
};

} // namespace staffelstab::wizard_pages
