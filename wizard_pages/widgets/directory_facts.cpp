// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/directory_facts.h"

#include "receipt/photo_page.h"
#include "wizard_pages/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace staffelstab::wizard_pages {

namespace {

constexpr int pictureSize = 96;
constexpr int groupsHeight = 96;

} // namespace

DirectoryFacts::DirectoryFacts(QWidget* parent)
    : QFrame(parent), m_heading(new QLabel(this)), m_homeLabel(new QLabel(this)), m_home(new QLineEdit(this)),
      m_profileLabel(new QLabel(this)), m_profile(new QLineEdit(this)), m_groupsLabel(new QLabel(this)),
      m_groups(new QPlainTextEdit(this)), m_picture(new QLabel(this)), m_dropPhoto(new QPushButton(this))
{
    setProperty("card", true);
    m_home->setObjectName(QStringLiteral("homeFolder"));
    m_profile->setObjectName(QStringLiteral("profileFolder"));
    m_groups->setObjectName(QStringLiteral("groups"));
    m_picture->setObjectName(QStringLiteral("photo"));
    m_dropPhoto->setObjectName(QStringLiteral("dropPhoto"));
    m_dropPhoto->setProperty("kind", QStringLiteral("link"));
    m_dropPhoto->setAutoDefault(false);
    QFont strong = baseFont();
    strong.setWeight(QFont::DemiBold);
    m_heading->setFont(strong);
    m_groups->setFixedHeight(groupsHeight);
    m_groups->setTabChangesFocus(true);
    m_groups->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_homeLabel->setBuddy(m_home);
    m_profileLabel->setBuddy(m_profile);
    m_groupsLabel->setBuddy(m_groups);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(space::large, space::medium, space::large, space::medium);
    grid->setHorizontalSpacing(space::large);
    grid->setVerticalSpacing(space::tiny);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_heading, 0, 0, 1, 3);
    grid->addWidget(m_homeLabel, 1, 0);
    grid->addWidget(m_home, 2, 0);
    grid->addWidget(m_profileLabel, 1, 1);
    grid->addWidget(m_profile, 2, 1);
    grid->addWidget(m_groupsLabel, 3, 0);
    grid->addWidget(m_groups, 4, 0, 1, 2);
    grid->addWidget(m_picture, 1, 2, 3, 1, Qt::AlignCenter);
    grid->addWidget(m_dropPhoto, 4, 2, Qt::AlignHCenter | Qt::AlignTop);
    for (QLabel* label : {m_homeLabel, m_profileLabel, m_groupsLabel}) {
        label->setFont(smallFont());
    }
    connect(m_home, &QLineEdit::textEdited, this, &DirectoryFacts::edited);
    connect(m_profile, &QLineEdit::textEdited, this, &DirectoryFacts::edited);
    connect(m_groups, &QPlainTextEdit::textChanged, this, [this] {
        if (m_groups->hasFocus()) {
            Q_EMIT edited();
        }
    });
    connect(m_dropPhoto, &QPushButton::clicked, this, [this] {
        m_photo.clear();
        showPhoto();
        Q_EMIT edited();
    });
    retranslate();
}

void DirectoryFacts::show(const handover::DirectoryEntry& entry)
{
    m_isFilled = true;
    if (!m_home->hasFocus()) {
        m_home->setText(entry.homeFolder);
    }
    if (!m_profile->hasFocus()) {
        m_profile->setText(entry.profileFolder);
    }
    const QString groups = entry.groups.join(u'\n');
    if (!m_groups->hasFocus() && m_groups->toPlainText() != groups) {
        m_groups->setPlainText(groups);
    }
    if (m_photo != entry.photo) {
        m_photo = entry.photo;
        showPhoto();
    }
}

void DirectoryFacts::addTo(handover::DirectoryEntry& entry) const
{
    if (!m_isFilled) {
        return;
    }
    entry.homeFolder = m_home->text().trimmed();
    entry.profileFolder = m_profile->text().trimmed();
    entry.groups.clear();
    const QStringList lines = m_groups->toPlainText().split(u'\n');
    for (const QString& line : lines) {
        if (const QString group = line.trimmed(); !group.isEmpty()) {
            entry.groups.append(group);
        }
    }
    entry.photo = m_photo;
}

void DirectoryFacts::showPhoto()
{
    const Result<QImage> image = receipt::decodePhoto({.file = m_photo});
    m_picture->setVisible(image.isOk());
    m_dropPhoto->setVisible(!m_photo.isEmpty());
    if (image) {
        m_picture->setPixmap(
            QPixmap::fromImage(image->scaled(pictureSize, pictureSize, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    } else {
        m_picture->clear();
    }
}

void DirectoryFacts::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

void DirectoryFacts::retranslate()
{
    m_heading->setText(tr("What else the directory says; please put right what is wrong"));
    m_homeLabel->setText(tr("Home folder"));
    m_profileLabel->setText(tr("Profile folder"));
    m_groupsLabel->setText(tr("Groups, one per line"));
    m_groups->setAccessibleName(m_groupsLabel->text());
    m_picture->setAccessibleName(tr("Photo"));
    m_dropPhoto->setText(tr("Leave the photo out"));
}

} // namespace staffelstab::wizard_pages
