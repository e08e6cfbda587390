// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace staffelstab::wizard_pages {

/** A card that is a button: a title and a sentence. Checkable ones show a radio mark. */
class ChoiceButton : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ChoiceButton(QWidget* parent = nullptr);
    void setTexts(const QString& title, const QString& sentence);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, sizeHint().height()}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] int textLeft() const;

    QString m_sentence;
};

} // namespace staffelstab::wizard_pages
