// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklists/consents.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace staffelstab::wizard_pages {

/** One consent: what for, who, how long; "yes" and "no" are of one size and neither is pressed at first. */
class ConsentCard : public QFrame
{
    Q_OBJECT
public:
    /** Its controls are named after the offer: "mailbox_openYes". */
    explicit ConsentCard(const policy::ConsentOffer& offer, QWidget* parent = nullptr);

    void show(const checklists::Consent& consent, const QString& language, QDate lastWorkingDay);
    [[nodiscard]] checklists::ConsentAnswer answer() const;

Q_SIGNALS:
    void changed();

private:
    using Answer = checklists::ConsentAnswer::Answer;

    void build();
    void answerWith(Answer answer);
    void judgeAddress();

    policy::ConsentOffer m_offer;
    QLabel* m_title;
    QLabel* m_purpose;
    QLabel* m_facts;
    QLabel* m_daysLabel;
    QSpinBox* m_days;
    QLabel* m_addressLabel;
    QLineEdit* m_address;
    /** What a "yes" still needs. */
    QLabel* m_hint;
    QPushButton* m_yes;
    QPushButton* m_no;
};

} // namespace staffelstab::wizard_pages
