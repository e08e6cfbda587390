// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/handover_window.h"

#include "handover/acts/receipt_writing.h"
#include "wizard_pages/countersign_page.h"
#include "wizard_pages/page_factory.h"
#include "wizard_pages/page_frame.h"
#include "wizard_pages/side_panel.h"
#include "wizard_pages/start_page.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/verify_page.h"
#include "wizard_pages/widgets/dropped_files.h"

#include <QCloseEvent>
#include <QDir>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>

namespace staffelstab::wizard_pages {

struct HandoverWindow::Session
{
    Session(std::unique_ptr<handover::HandoverCase> opened, secrets::SecretStore& secrets)
        : handover(std::move(opened)), acts(*handover, secrets)
    {
    }

    std::unique_ptr<handover::HandoverCase> handover;
    handover::HandoverActs acts;
    std::map<handover::Step, StepPage*> pages;
};

HandoverWindow::HandoverWindow(AppContext context, QWidget* parent)
    : QWidget(parent), m_context(std::move(context)), m_side(new SidePanel(this)), m_frame(new PageFrame(this))
{
    setObjectName(QStringLiteral("handoverWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/icons/staffelstab.svg")));
    // The title bar and frame of the window want some room of the screen, too.
    const QSize most = screen()->availableSize() - QSize(8, 40);
    setMinimumSize(QSize(1024, 700).boundedTo(most));
    setAcceptDrops(true);
    resize(QSize(1280, 800).boundedTo(most));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_side);
    row->addWidget(m_frame, 1);
    connect(m_side, &SidePanel::chosen, this, &HandoverWindow::goTo);
    connect(m_frame, &PageFrame::changed, this, &HandoverWindow::dress);
    connect(m_frame, &PageFrame::backPressed, this, &HandoverWindow::back);
    connect(m_frame, &PageFrame::exitPressed, this, [this] {
        if (m_session) {
            close();
        } else {
            showStart();
        }
    });
    showStart();
}

HandoverWindow::~HandoverWindow()
{
    // Pages refer to the case: they go first.
    endSession();
}

handover::HandoverCase* HandoverWindow::handoverCase() const
{
    return m_session ? m_session->handover.get() : nullptr;
}

handover::HandoverActs* HandoverWindow::acts() const
{
    return m_session ? &m_session->acts : nullptr;
}

void HandoverWindow::showStart()
{
    endSession();
    auto* start = new StartPage(m_context.language, m_context.casesFolder, m_frame->host());
    connect(start, &StartPage::startWanted, this, [this, start] {
        if (const Status started = startCase(); !started) {
            start->showFailure(started.failure());
        }
    });
    connect(start, &StartPage::resumeWanted, this, [this, start](const QString& file) {
        if (const Status opened = openCase(file); !opened) {
            start->showFailure(opened.failure());
        }
    });
    connect(start, &StartPage::countersignWanted, this, &HandoverWindow::showCountersign);
    connect(start, &StartPage::verifyWanted, this, &HandoverWindow::showVerify);
    showPage(start);
}

Status HandoverWindow::startCase()
{
    QDir().mkpath(m_context.casesFolder);
    const QString stamp = m_context.clock.now().toLocalTime().toString(QStringLiteral("yyyy-MM-dd-HHmmss"));
    QString file = QDir(m_context.casesFolder).filePath(stamp + QStringLiteral(".case"));
    for (int again = 2; QFile::exists(file); ++again) {
        file = QDir(m_context.casesFolder).filePath(QStringLiteral("%1-%2.case").arg(stamp).arg(again));
    }
    auto made = handover::HandoverCase::create(file, m_context.policy, m_context.language.current(), m_context.clock);
    if (!made) {
        return made.failure();
    }
    adopt(std::move(*made));
    return Done{};
}

Status HandoverWindow::openCase(const QString& file)
{
    auto opened = handover::HandoverCase::open(file, m_context.clock);
    if (!opened) {
        return opened.failure();
    }
    adopt(std::move(*opened));
    return Done{};
}

void HandoverWindow::adopt(std::unique_ptr<handover::HandoverCase> handover)
{
    endSession();
    m_session = std::make_unique<Session>(std::move(handover), m_context.secrets);
    m_context.language.use(m_session->handover->language());
    connect(m_session->handover.get(), &handover::HandoverCase::changed, this, &HandoverWindow::dress);
    const bool isBetweenPeople = m_session->handover->isLocked() && !m_session->handover->isClosed() &&
                                 !m_session->handover->isDone(handover::Step::SupervisorSigns);
    if (!isBetweenPeople || !goTo(handover::Step::KeyboardHandover)) {
        goTo(m_session->handover->currentStep());
    }
}

bool HandoverWindow::goTo(handover::Step step)
{
    if (!m_session || !m_session->handover->mayEnter(step)) {
        return false;
    }
    if (page()) {
        page()->leave();
    }
    m_step = step;
    showPage(pageOf(step));
    return true;
}

StepPage* HandoverWindow::pageOf(handover::Step step)
{
    if (m_session->handover->isLocked() && step > handover::Step::KeyboardHandover) {
        // Nothing of what the leaver saw may stay behind, not even hidden.
        for (auto it = m_session->pages.begin(); it != m_session->pages.end();) {
            if (it->first < handover::Step::KeyboardHandover) {
                delete it->second;
                it = m_session->pages.erase(it);
            } else {
                ++it;
            }
        }
    }
    StepPage*& page = m_session->pages[step];
    if (!page) {
        page = makePage(step, *m_session->handover, m_session->acts, m_context, m_frame->host());
        connect(page, &StepPage::finished, this, &HandoverWindow::next, Qt::QueuedConnection);
    }
    return page;
}

StepPage* HandoverWindow::page() const
{
    return m_frame->page();
}

void HandoverWindow::showPage(StepPage* page)
{
    StepPage* before = this->page();
    if (before == page) {
        page->enter();
        dress();
        return;
    }
    m_frame->showPage(page);
    page->enter();
    dress();
    const bool belongsToCase = m_session && std::any_of(m_session->pages.begin(), m_session->pages.end(),
                                                        [before](const auto& each) { return each.second == before; });
    if (before && !belongsToCase) {
        before->deleteLater();
    }
    m_frame->focusPage();
}

void HandoverWindow::dress()
{
    m_side->setVisible(page()->frame() == StepPage::Frame::Case && m_session);
    setWindowTitle(page()->title().isEmpty() ? tr("Staffelstab") : tr("%1 – Staffelstab").arg(page()->title()));
    if (m_session) {
        m_side->showCase(*m_session->handover, m_step);
    }
    const auto steps = handover::stepPlan();
    const bool hasBefore = m_session && std::any_of(steps.begin(), steps.end(), [this](const handover::StepRow& row) {
                               return row.step < m_step && m_session->handover->mayEnter(row.step);
                           });
    m_frame->dress(m_session ? tr("Save and exit") : tr("To the start page"), tr("Back"), hasBefore);
}

void HandoverWindow::next()
{
    if (!m_session || sender() != page()) {
        return;
    }
    page()->leave();
    for (const handover::StepRow& row : handover::stepPlan()) {
        // What was countersigned elsewhere is not signed here.
        const bool isOver = row.step == handover::Step::SupervisorSigns && m_session->handover->isDone(row.step);
        if (row.step > m_step && !isOver && m_session->handover->mayEnter(row.step)) {
            goTo(row.step);
            return;
        }
    }
    showStart();
}

void HandoverWindow::back()
{
    const auto steps = handover::stepPlan();
    for (auto row = steps.rbegin(); row != steps.rend(); ++row) {
        if (row->step < m_step && m_session->handover->mayEnter(row->step)) {
            goTo(row->step);
            return;
        }
    }
}

void HandoverWindow::showVerify()
{
    endSession();
    showPage(new VerifyPage(m_context.prompts, m_context.policy, m_frame->host()));
}

void HandoverWindow::showCountersign()
{
    endSession();
    auto* page = new CountersignPage(m_context.prompts, m_context.clock, m_context.policy, m_frame->host());
    connect(page, &StepPage::finished, this, &HandoverWindow::showStart, Qt::QueuedConnection);
    showPage(page);
}

void HandoverWindow::openReceipts(const QStringList& paths)
{
    if (paths.size() == 1 && paths.front().endsWith(handover::pendingEnding, Qt::CaseInsensitive)) {
        showCountersign();
        qobject_cast<CountersignPage*>(page())->openFile(paths.front());
    } else {
        showVerify();
        qobject_cast<VerifyPage*>(page())->addPaths(paths);
    }
}

void HandoverWindow::dragEnterEvent(QDragEnterEvent* event)
{
    // Inside a handover a dropped file would take the leaver away from it.
    if (!m_session) {
        acceptFiles(event);
    }
}

void HandoverWindow::dropEvent(QDropEvent* event)
{
    openReceipts(droppedFiles(event));
}

void HandoverWindow::endSession()
{
    if (!m_session) {
        return;
    }
    if (page()) {
        page()->leave();
    }
    m_frame->release();
    for (const auto& [step, page] : m_session->pages) {
        delete page;
    }
    m_session->pages.clear();
    disconnect(m_session->handover.get(), nullptr, this, nullptr);
    m_session.reset();
}

void HandoverWindow::closeEvent(QCloseEvent* event)
{
    if (m_session && page()) {
        page()->leave();
        m_session->acts.cancel();
    }
    event->accept();
}

void HandoverWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F1) {
        explain();
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (auto* button = qobject_cast<QPushButton*>(focusWidget()); isEnter && button != nullptr) {
        button->animateClick();
        return;
    }
    QWidget::keyPressEvent(event);
}

void HandoverWindow::explain()
{
    if (page() && !page()->title().isEmpty()) {
        m_context.prompts.tell(this, page()->title(), page()->why(), {});
    }
}

void HandoverWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && page()) {
        dress();
    }
}

} // namespace staffelstab::wizard_pages
