// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/choice_button.h"

#include "wizard_pages/theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace staffelstab::wizard_pages {

namespace {

constexpr int side = 20;
constexpr int top = 12;
constexpr int titleHeight = 22;
constexpr int markSize = 18;

QFont strongFont()
{
    QFont font = baseFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

ChoiceButton::ChoiceButton(QWidget* parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceButton::setTexts(const QString& title, const QString& sentence)
{
    QString plain = title;
    setText(plain.replace(QLatin1Char('&'), QStringLiteral("&&")));
    m_sentence = sentence;
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    updateGeometry();
    update();
}

int ChoiceButton::textLeft() const
{
    return isCheckable() ? side + markSize + space::medium : side;
}

QSize ChoiceButton::sizeHint() const
{
    return {480, 2 * top + titleHeight + QFontMetrics(smallFont()).lineSpacing() + 2};
}

int ChoiceButton::heightForWidth(int width) const
{
    const QRect area(0, 0, qMax(100, width - textLeft() - side), 1000);
    return 2 * top + titleHeight + 2 +
           QFontMetrics(smallFont()).boundingRect(area, Qt::TextWordWrap, m_sentence).height();
}

void ChoiceButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isStrong = hasFocus();
    const bool isOn = isCheckable() && isChecked();
    painter.setPen(QPen(isStrong ? theme().accentText : isOn ? theme().accent : theme().line, isStrong ? 2 : 1));
    painter.setBrush(isEnabled() && (isDown() || isOn || underMouse()) ? theme().accentSoft : theme().card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::corner, space::corner);
    if (isCheckable()) {
        const QRectF mark(side, top + (titleHeight - markSize) / 2.0, markSize, markSize);
        painter.setPen(QPen(isOn ? theme().accentText : theme().fieldLine, 1.6));
        painter.setBrush(theme().card);
        painter.drawEllipse(mark.adjusted(1, 1, -1, -1));
        if (isOn) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme().accentText);
            painter.drawEllipse(mark.adjusted(5, 5, -5, -5));
        }
    }
    const QRect words(textLeft(), top, width() - textLeft() - side, height() - 2 * top);
    painter.setFont(strongFont());
    painter.setPen(isEnabled() ? theme().text : theme().muted);
    QString title = text();
    painter.drawText(words, Qt::AlignTop | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(title.replace(QStringLiteral("&&"), QStringLiteral("&")),
                                                      Qt::ElideRight, words.width()));
    painter.setFont(smallFont());
    painter.setPen(theme().muted);
    painter.drawText(words.adjusted(0, titleHeight + 2, 0, 0), Qt::TextWordWrap, m_sentence);
}

void ChoiceButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void ChoiceButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void ChoiceButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace staffelstab::wizard_pages
