// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/verdict_bar.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/chip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>

namespace staffelstab::wizard_pages {

namespace {

constexpr int keyCap = 20;
constexpr separation::Verdict order[] = {separation::Verdict::Private, separation::Verdict::Business,
                                         separation::Verdict::Protected, separation::Verdict::Undecided};

QFont keyFont()
{
    QFont font = fixedFont();
    font.setPixelSize(12);
    return font;
}

} // namespace

VerdictButton::VerdictButton(separation::Verdict verdict, QWidget* parent) : QAbstractButton(parent), m_verdict(verdict)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void VerdictButton::setKey(const QString& letter)
{
    m_key = letter;
    setText(Chip::word(m_verdict));
    setAccessibleName(tr("%1, key %2").arg(text(), m_key));
    updateGeometry();
    update();
}

QSize VerdictButton::sizeHint() const
{
    return {qMax(68, fontMetrics().horizontalAdvance(text()) + 28), 56};
}

void VerdictButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? theme().accentText : theme().fieldLine, hasFocus() ? 2 : 1));
    painter.setBrush(isEnabled() && (isDown() || underMouse()) ? theme().accentSoft : theme().card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    const QRectF cap((width() - keyCap) / 2.0, 8, keyCap, 17);
    painter.setPen(theme().fieldLine);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cap, 3, 3);
    painter.setPen(isEnabled() ? theme().text : theme().muted);
    painter.setFont(keyFont());
    painter.drawText(cap, Qt::AlignCenter, m_key);
    painter.setFont(font());
    const int textWidth = fontMetrics().horizontalAdvance(text());
    const int left = (width() - textWidth - 14) / 2;
    const Chip chip = Chip::of(m_verdict);
    paintMark(painter, QRectF(left, 36, 8, 8), chip.mark, isEnabled() ? chip.tone.text : theme().muted);
    painter.setPen(isEnabled() ? theme().text : theme().muted);
    painter.drawText(QRect(left + 14, 28, textWidth + 4, 24), Qt::AlignVCenter, text());
}

void VerdictButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void VerdictButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

VerdictBar::VerdictBar(QWidget* keysOn)
    : QWidget(keysOn), m_mixed(new QPushButton(this)),
      m_mixedKey(new QShortcut(QKeySequence(Qt::Key_M), keysOn, nullptr, nullptr, Qt::WidgetWithChildrenShortcut)),
      m_undo(new QPushButton(this)), m_redo(new QPushButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (const separation::Verdict verdict : order) {
        auto* button = new VerdictButton(verdict, this);
        button->setObjectName(QStringLiteral("verdict_%1").arg(QLatin1String(separation::verdictName(verdict))));
        auto* shortcut = new QShortcut(keysOn);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        const auto choose = [this, verdict] { Q_EMIT chosen(verdict); };
        connect(button, &QAbstractButton::clicked, this, choose);
        connect(shortcut, &QShortcut::activated, this, choose);
        m_keys.push_back({verdict, button, shortcut});
        row->addWidget(button);
    }
    m_mixed->setObjectName(QStringLiteral("mixed"));
    m_mixed->setProperty("kind", QStringLiteral("tall"));
    row->addWidget(m_mixed);
    connect(m_mixedKey, &QShortcut::activated, this, &VerdictBar::mixedWanted);
    connect(m_mixed, &QPushButton::clicked, this, &VerdictBar::mixedWanted);
    row->addStretch();
    m_undo->setObjectName(QStringLiteral("undo"));
    m_redo->setObjectName(QStringLiteral("redo"));
    for (QPushButton* button : {m_undo, m_redo}) {
        button->setProperty("kind", QStringLiteral("tall"));
        row->addWidget(button);
    }
    auto* undo =
        new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z), keysOn, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    auto* redo = new QShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), keysOn, nullptr, nullptr,
                               Qt::WidgetWithChildrenShortcut);
    connect(undo, &QShortcut::activated, this, &VerdictBar::undoWanted);
    connect(redo, &QShortcut::activated, this, &VerdictBar::redoWanted);
    connect(m_undo, &QPushButton::clicked, this, &VerdictBar::undoWanted);
    connect(m_redo, &QPushButton::clicked, this, &VerdictBar::redoWanted);
    retranslate();
}

void VerdictBar::setMayUndo(bool mayUndo, bool mayRedo)
{
    m_undo->setEnabled(mayUndo);
    m_redo->setEnabled(mayRedo);
}

void VerdictBar::setMixedReady(bool isReady)
{
    m_mixed->setEnabled(isReady);
    m_mixedKey->setEnabled(isReady);
}

void VerdictBar::withoutMixed()
{
    m_mixed->hide();
}

void VerdictBar::setReady(bool isReady)
{
    for (const Key& key : m_keys) {
        key.button->setEnabled(isReady);
    }
}

void VerdictBar::retranslate()
{
    //: One letter each: the key that decides for private, business, protected, undecided.
    const QString letters[] = {tr("P", "key for private"), tr("B", "key for business"), tr("X", "key for protected"),
                               tr("U", "key for undecided")};
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        m_keys[i].button->setKey(letters[i]);
        m_keys[i].shortcut->setKey(QKeySequence(letters[i]));
    }
    m_mixed->setText(tr("Mixed\nM"));
    m_mixed->setAccessibleName(tr("Mixed: ask in parts, key M"));
    m_undo->setText(tr("Undo\nCtrl Z"));
    m_undo->setAccessibleName(tr("Undo the last decision"));
    m_redo->setText(tr("Redo\nCtrl Shift Z"));
    m_redo->setAccessibleName(tr("Redo the decision"));
}

void VerdictBar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace staffelstab::wizard_pages
