// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/keyboard_handover_page.h"

#include "wizard_pages/theme.h"
#include "wizard_pages/user_prompts.h"
#include "wizard_pages/widgets/act_panel.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace staffelstab::wizard_pages {

KeyboardHandoverPage::KeyboardHandoverPage(handover::HandoverCase& handover, handover::HandoverActs& acts,
                                           UserPrompts& prompts, QWidget* parent)
    : CasePage(handover, handover::Step::KeyboardHandover, Body::Filling, parent), m_acts(acts), m_prompts(prompts),
      m_panel(new ActPanel(acts, handover::Step::KeyboardHandover, this))
{
    for (const char* name : {"takeIn", "takeInOnCover"}) {
        m_takeIn.push_back(makeButton(QLatin1String(name), QStringLiteral("link"), [] { return QString(); }));
        connect(m_takeIn.back(), &QPushButton::clicked, this, &KeyboardHandoverPage::takeIn);
    }

    QVBoxLayout* column = nullptr;
    m_before = makeCard(column);
    column->addWidget(makeHeading([] { return tr("What happens now"); }));
    column->addWidget(makeLabel([] {
        return tr("The mailbox is closed. Subjects, addresses and your decisions can no longer be reached in this "
                  "window, neither by you nor by the supervisor.");
    }));
    column->addWidget(makeLabel([] {
        return tr("The supervisor sees numbers, sizes and checksums, confirms what was received and countersigns.");
    }));
    column->addWidget(makeLabel([] {
        return tr("If the supervisor is not here: save and exit, and pass on the file ending in “.pending.pdf”. It can "
                  "be countersigned on another computer.");
    }));
    m_file = makeSmall([] { return QString(); });
    m_file->setObjectName(QStringLiteral("pendingFilePlace"));
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_file);
    column->addWidget(m_takeIn.front(), 0, Qt::AlignLeft);
    m_cover = makeCover();
    content()->addWidget(m_before);
    content()->addWidget(m_cover, 1);
    content()->addWidget(m_panel);
    content()->addStretch();
    connect(m_panel, &ActPanel::busyChanged, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    connect(m_panel, &ActPanel::failed, this, [this](const Failure& failure) {
        if (failure.kind != Failure::Kind::Cancelled && m_tried == m_beside) {
            // Another one can be chosen.
            m_beside.clear();
            refresh();
        }
    });
    connect(&m_acts, &handover::HandoverActs::foundBeside, this, [this](const QString& file) {
        m_beside = file;
        refresh();
    });
    connect(m_panel, &ActPanel::succeeded, this, &KeyboardHandoverPage::finished);
}

QWidget* KeyboardHandoverPage::makeCover()
{
    auto* cover = new QWidget(this);
    auto* column = new QVBoxLayout(cover);
    column->setAlignment(Qt::AlignCenter);
    column->setSpacing(space::large);
    m_name = makeLabel([] { return QString(); });
    m_name->setObjectName(QStringLiteral("coverName"));
    QFont large = titleFont();
    large.setPixelSize(36);
    m_name->setFont(large);
    m_sentence = makeLabel([] {
        return tr("The keyboard is yours. Nothing private can be seen from here: only numbers, sizes and checksums.");
    });
    m_take = makeButton(QStringLiteral("takeKeyboard"), QStringLiteral("primary"), [] { return QString(); });
    for (QLabel* label : {m_name, m_sentence}) {
        label->setAlignment(Qt::AlignCenter);
        label->setMaximumWidth(640);
        label->setMinimumWidth(480);
        column->addWidget(label, 0, Qt::AlignCenter);
    }
    column->addSpacing(space::small);
    column->addWidget(m_take, 0, Qt::AlignCenter);
    column->addWidget(m_takeIn.back(), 0, Qt::AlignCenter);
    connect(m_take, &QPushButton::clicked, this, &KeyboardHandoverPage::finished);
    return cover;
}

QString KeyboardHandoverPage::title() const
{
    return m_case.isLocked() ? tr("Hand the keyboard over")
                             : tr("Hand the keyboard to %1").arg(m_case.people().supervisor.name);
}

QString KeyboardHandoverPage::lead() const
{
    return tr("Before someone else sits down here, everything private is closed and locked. There is no way back to "
              "your pages.");
}

QString KeyboardHandoverPage::why() const
{
    return tr("The supervisor has to sign on this computer but must not see anything private on it.");
}

QString KeyboardHandoverPage::primaryText() const
{
    return tr("Lock and hand over");
}

bool KeyboardHandoverPage::isPrimaryReady() const
{
    return !m_panel->isBusy();
}

void KeyboardHandoverPage::enter()
{
    m_acts.lookBeside();
    refresh();
}

void KeyboardHandoverPage::refresh()
{
    const QString name = m_case.people().supervisor.name;
    m_before->setVisible(!m_case.isLocked());
    m_cover->setVisible(m_case.isLocked());
    m_file->setText(m_case.receiptFiles() ? tr("The file is here: %1").arg(m_case.receiptFiles()->path) : QString());
    m_name->setText(name);
    m_take->setText(tr("I am %1").arg(name));
    m_take->setEnabled(!m_panel->isBusy());
    for (QPushButton* button : m_takeIn) {
        button->setText(m_beside.isEmpty() ? tr("It was countersigned elsewhere: take over the receipt …")
                                           : tr("It has already been countersigned: take over the receipt next to it"));
        button->setEnabled(!m_panel->isBusy());
    }
    if (m_case.isLocked() && !m_panel->isBusy()) {
        m_take->setFocus();
    }
}

void KeyboardHandoverPage::takeIn()
{
    if (!m_beside.isEmpty()) {
        takeInFile(m_beside);
        return;
    }
    m_prompts.askFile(this, tr("Choose the receipt signed by both"), tr("Receipts (*.pdf)"),
                      [this](const QString& file) { takeInFile(file); });
}

void KeyboardHandoverPage::takeInFile(const QString& file)
{
    m_tried = file;
    m_panel->expect(tr("If you cancel, nothing is taken over."), tr("Comparing with what was signed here"));
    m_acts.startTakingIn(file);
}

void KeyboardHandoverPage::act()
{
    if (accept(m_acts.handKeyboardOver())) {
        refresh();
        Q_EMIT changed();
    }
}

} // namespace staffelstab::wizard_pages
