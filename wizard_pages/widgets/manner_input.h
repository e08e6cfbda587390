// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/confirmation.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;

namespace staffelstab::wizard_pages {

/** Who signs block B and what for: confirmation, refusal, absence; the witness's name where one signs. */
class MannerInput : public QWidget
{
    Q_OBJECT
public:
    explicit MannerInput(QWidget* parent = nullptr);

    [[nodiscard]] receipt::Manner manner() const;
    /** Empty if the supervisor signs. */
    [[nodiscard]] QString witness() const;
    [[nodiscard]] bool isComplete() const;
    void fill(receipt::Confirmation& confirmation) const;
    /** What the button that signs does. */
    [[nodiscard]] QString deed() const;
    /** What is still to be said here, as one sentence. */
    [[nodiscard]] QString missing() const { return isComplete() ? QString() : tr("Please name the witness."); }

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Choice { Confirms, RefusesAndSigns, RefusesToSign, Absent };
    [[nodiscard]] Choice choice() const;
    [[nodiscard]] bool isWitnessed() const;
    void retranslate();

    QLabel* m_label;
    QButtonGroup* m_choice;
    QLabel* m_witnessLabel;
    QLineEdit* m_witness;
};

} // namespace staffelstab::wizard_pages
