// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/progress_card.h"

#include "wizard_pages/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace staffelstab::wizard_pages {

namespace {

constexpr int barSteps = 1000;

bool countsBytes(const Progress& progress)
{
    return progress.bytesTotal > 0 && progress.total <= 0;
}

} // namespace

ProgressCard::ProgressCard(QWidget* parent)
    : QFrame(parent), m_stage(new QLabel(this)), m_count(new QLabel(this)), m_rate(new QLabel(this)),
      m_ifCancelled(new QLabel(this)), m_bar(new QProgressBar(this)), m_cancel(new QPushButton(this))
{
    setProperty("card", true);
    m_cancel->setObjectName(QStringLiteral("cancelWork"));
    setFocusProxy(m_cancel);
    QFont strong = baseFont();
    strong.setWeight(QFont::DemiBold);
    m_stage->setFont(strong);
    m_bar->setTextVisible(false);
    for (QLabel* quiet : {m_rate, m_ifCancelled}) {
        quiet->setFont(smallFont());
        quiet->setProperty("tone", QStringLiteral("muted"));
        quiet->setWordWrap(true);
    }
    auto* words = new QVBoxLayout;
    words->setSpacing(space::tiny);
    auto* head = new QHBoxLayout;
    head->addWidget(m_stage);
    head->addStretch();
    head->addWidget(m_count);
    words->addLayout(head);
    words->addWidget(m_bar);
    words->addWidget(m_rate);
    words->addWidget(m_ifCancelled);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::large, space::medium, space::large, space::medium);
    row->setSpacing(space::huge);
    row->addLayout(words, 1);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_isCancelled = true;
        showTexts();
        Q_EMIT cancelled();
    });
    retranslate();
    hide();
}

void ProgressCard::begin(const QString& ifCancelled, const QString& deed)
{
    m_deed = deed;
    m_isActive = true;
    m_isCancelled = false;
    m_progress = {Progress::Stage::Connecting, 0, 0, 0, 0};
    m_since.start();
    m_lately.restart();
    m_ifCancelled->setText(ifCancelled);
    showTexts();
    show();
}

void ProgressCard::setProgress(const Progress& progress)
{
    if (!m_isActive) {
        return;
    }
    if (progress.stage != m_progress.stage) {
        m_since.restart();
        m_lately.restart();
    }
    m_progress = progress;
    m_lately.add(m_since.elapsed(), countsBytes(progress) ? progress.bytesDone : progress.done);
    showTexts();
}

void ProgressCard::end()
{
    m_isActive = false;
    hide();
}

void ProgressCard::showTexts()
{
    m_stage->setText(m_isCancelled ? tr("Stopping") : stageText());
    m_count->setText(countSentence(m_progress));
    m_rate->setText(rateSentence(m_progress, m_lately.perSecond(m_since.elapsed())));
    m_cancel->setEnabled(!m_isCancelled);
    const qint64 total = countsBytes(m_progress) ? m_progress.bytesTotal : m_progress.total;
    const qint64 done = countsBytes(m_progress) ? m_progress.bytesDone : m_progress.done;
    if (total > 0) {
        m_bar->setRange(0, barSteps);
        m_bar->setValue(static_cast<int>(qMin(done, total) * barSteps / total));
    } else {
        m_bar->setRange(0, 0);
    }
    m_bar->setAccessibleName(m_stage->text());
    m_bar->setAccessibleDescription(m_count->text());
}

void ProgressCard::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    showTexts();
}

QString ProgressCard::stageText() const
{
    const bool isDeed = m_progress.stage == Progress::Stage::Copying && !m_deed.isEmpty();
    return isDeed ? m_deed : stageSentence(m_progress.stage);
}

QString ProgressCard::stageSentence(Progress::Stage stage)
{
    switch (stage) {
    case Progress::Stage::Connecting:
        return tr("Connecting");
    case Progress::Stage::Listing:
        return tr("Listing the folders");
    case Progress::Stage::Scanning:
        return tr("Reading who wrote what");
    case Progress::Stage::TakingUp:
        return tr("Comparing what is written already");
    case Progress::Stage::Copying:
        return tr("Copying");
    case Progress::Stage::ReadingBack:
        return tr("Reading the copy back and comparing");
    case Progress::Stage::Removing:
        return tr("Removing what was copied");
    case Progress::Stage::Packing:
        return tr("Packing");
    case Progress::Stage::Encrypting:
        return tr("Encrypting");
    case Progress::Stage::Hashing:
        return tr("Computing checksums");
    case Progress::Stage::Changing:
        return tr("Changing the password");
    case Progress::Stage::Proving:
        return tr("Checking that it really happened");
    case Progress::Stage::Sealing:
        return tr("Sealing");
    case Progress::Stage::Drawing:
        return tr("Drawing the receipt");
    case Progress::Stage::Signing:
        return tr("Signing");
    }
    return {};
}

QString ProgressCard::countSentence(const Progress& progress)
{
    const QLocale locale;
    if (countsBytes(progress)) {
        return tr("%1 of %2")
            .arg(locale.formattedDataSize(progress.bytesDone), locale.formattedDataSize(progress.bytesTotal));
    }
    if (progress.total > 0) {
        return tr("%1 of %2").arg(locale.toString(progress.done), locale.toString(progress.total));
    }
    return progress.done > 0 ? locale.toString(progress.done) : QString();
}

QString ProgressCard::rateSentence(const Progress& progress, double perSecond)
{
    const bool isBytes = countsBytes(progress);
    const qint64 done = isBytes ? progress.bytesDone : progress.done;
    const qint64 total = isBytes ? progress.bytesTotal : progress.total;
    if (perSecond <= 0) {
        return {};
    }
    const QLocale locale;
    const QString rate = isBytes          ? tr("%1 a second").arg(locale.formattedDataSize(qRound64(perSecond)))
                         : perSecond >= 1 ? tr("%1 a second").arg(locale.toString(qRound64(perSecond)))
                                          : tr("%1 a minute").arg(locale.toString(qRound64(perSecond * 60)));
    if (total <= done) {
        return rate;
    }
    const qint64 seconds = qMax<qint64>(1, qRound64(double(total - done) / perSecond));
    const QString left =
        seconds < 90 ? tr("about %n second(s) left", "", static_cast<int>(seconds))
                     : tr("about %n minute(s) left", "", static_cast<int>(qMin<qint64>((seconds + 30) / 60, 100000)));
    return tr("%1, %2").arg(rate, left);
}

} // namespace staffelstab::wizard_pages
