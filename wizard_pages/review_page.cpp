// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/review_page.h"

#include "core/job.h"
#include "handover/acts/signature_act.h"
#include "receipt/receipt_document.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/page_view.h"
#include "wizard_pages/widgets/seen_pages.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>

namespace staffelstab::wizard_pages {

ReviewPage::ReviewPage(handover::HandoverCase& handover, QWidget* parent)
    : CasePage(handover, handover::Step::Review, Body::Filling, parent), m_pages(new PageView(this)),
      m_openTitle(makeHeading([] { return tr("Open points"); })), m_openPoints(makeLabel([] { return QString(); })),
      m_reservation(new QPlainTextEdit(this))
{
    m_pages->setObjectName(QStringLiteral("receiptPages"));
    m_openPoints->setObjectName(QStringLiteral("openPoints"));
    m_reservation->setObjectName(QStringLiteral("reservation"));
    m_reservation->setTabChangesFocus(true);
    m_reservation->setMaximumHeight(150);
    m_reservation->setPlainText(m_case.leaverReservation());
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(600);
    connect(&m_saveSoon, &QTimer::timeout, this, &ReviewPage::leave);
    connect(m_reservation, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_saveSoon.isActive()) {
            m_saveSoon.start();
        }
    });

    auto* side = new QVBoxLayout;
    side->setSpacing(space::small);
    QVBoxLayout* column = nullptr;
    QFrame* card = makeCard(column);
    column->addWidget(m_openTitle);
    // There may be many.
    auto* list = new QScrollArea(card);
    list->setWidgetResizable(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setMinimumHeight(96);
    list->setWidget(m_openPoints);
    list->viewport()->setAutoFillBackground(false);
    m_openPoints->setAutoFillBackground(false);
    m_openPoints->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    onLanguage([list] { list->setAccessibleName(tr("Open points")); });
    column->addWidget(list);
    side->addWidget(card, 1);
    QLabel* label = makeHeading([] { return tr("Your reservation (optional)"); });
    label->setBuddy(m_reservation);
    side->addWidget(label);
    side->addWidget(m_reservation);
    side->addWidget(makeSmall([] {
        return tr("It is printed as you write it. Example: “The company car stays with me until 31 December.”");
    }));
    side->addWidget(makeSmall(
        [] { return tr("The receipt contains no waiver and no termination. It counts only with both signatures."); }));
    auto* row = new QHBoxLayout;
    row->setSpacing(space::large);
    auto* paper = new QVBoxLayout;
    paper->setSpacing(space::tiny);
    paper->addWidget(m_pages, 1);
    paper->addWidget(new SeenPages(*m_pages, this));
    row->addLayout(paper, 3);
    connect(m_pages, &PageView::seenChanged, this, &ReviewPage::changed);
    row->addLayout(side, 2);
    content()->addLayout(row, 1);
    onLanguage([this] { m_reservation->setAccessibleName(tr("Your reservation (optional)")); });
}

QString ReviewPage::title() const
{
    return tr("Does the receipt say what happened?");
}

QString ReviewPage::lead() const
{
    return tr("This is the paper both of you will sign. What is still open is stated on it in plain words.");
}

QString ReviewPage::why() const
{
    return tr("Once you have signed, the receipt can no longer be changed. Everything on it was checked after it was "
              "done; open points are no obstacle, they are only listed.");
}

QString ReviewPage::primaryText() const
{
    return tr("Continue to your signature");
}

bool ReviewPage::isPrimaryReady() const
{
    return m_shownDrawing == m_newestDrawing && m_pages->isAllSeen();
}

void ReviewPage::refresh()
{
    listOpenPoints();
    draw();
}

void ReviewPage::listOpenPoints()
{
    QStringList lines;
    for (const auto& point : m_case.openPoints()) {
        lines += QStringLiteral("• ") + receipt::openPointText(point, m_case.language());
    }
    m_openPoints->setText(lines.isEmpty() ? tr("Nothing is open.") : lines.join(QLatin1Char('\n')));
    m_openPoints->setProperty("tone", lines.isEmpty() ? QString() : QStringLiteral("danger"));
    m_openPoints->setStyleSheet(lines.isEmpty() ? QString() : QStringLiteral("color: %1").arg(theme().danger.name()));
}

void ReviewPage::draw()
{
    const receipt::ReceiptRecord record = m_case.record();
    receipt::ReceiptRecord facts = record;
    facts.madeAt = {};
    facts.leaverReservation.clear();
    const int drawing = ++m_newestDrawing;
    Q_EMIT changed();
    startJob<QByteArray>(
        this,
        [record, photos = handover::equipmentPhotos(m_case),
         logo = m_case.policy().logoFile](JobContext&) -> Result<QByteArray> {
            Result<QByteArray> drawn = handover::drawUnsigned(record, photos, logo);
            if (!drawn) {
                return drawn;
            }
            Result<QByteArray> flat = receipt::flattenedCopy(*drawn);
            return flat ? flat : drawn;
        },
        [this, drawing, says = receipt::toJson(facts)](const Result<QByteArray>& drawn) {
            if (drawing == m_newestDrawing) {
                m_shownDrawing = drawing;
                showPages(says, drawn);
            }
        });
}

void ReviewPage::showPages(const QByteArray& says, const Result<QByteArray>& drawn)
{
    if (!drawn) {
        m_says.clear();
        m_pages->setDocument({});
        showFailure(&drawn.failure());
    } else if (std::exchange(m_says, says) == says) {
        m_pages->exchangeDocument(*drawn);
    } else {
        m_pages->setDocument(*drawn);
    }
    Q_EMIT changed();
}

void ReviewPage::leave()
{
    m_saveSoon.stop();
    const QString text = m_reservation->toPlainText().trimmed();
    if (text != m_case.leaverReservation() && m_case.mayEnter(handover::Step::Review)) {
        accept(m_case.setLeaverReservation(text));
    }
}

void ReviewPage::act()
{
    leave();
    if (accept(m_case.confirmReview())) {
        Q_EMIT finished();
    }
}

} // namespace staffelstab::wizard_pages
