// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/review_page.h"

#include "receipt/receipt_document.h"
#include "wizard_pages/theme.h"
#include "wizard_pages/widgets/page_view.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace staffelstab::wizard_pages {

namespace {
constexpr int sideWidth = 340;
}

ReviewPage::ReviewPage(handover::HandoverCase& handover, QWidget* parent)
    : CasePage(handover, handover::Step::Review, Body::Filling, parent), m_pages(new PageView(this)),
      m_reservation(new QPlainTextEdit(this))
{
    build();
}

void ReviewPage::build()
{
    m_pages->setObjectName(QStringLiteral("receiptPages"));
    m_reservation->setObjectName(QStringLiteral("reservation"));
    m_reservation->setTabChangesFocus(true);
    onLanguage([this] {
        m_pages->setAccessibleName(tr("The receipt as it will be printed"));
        m_reservation->setAccessibleName(tr("Your reservation"));
        m_reservation->setPlaceholderText(tr("For example: the company car follows on 5 January."));
    });
    QVBoxLayout* open = nullptr;
    QFrame* openCard = makeCard(open);
    m_openHeading = makeHeading([] { return tr("Open points"); });
    m_open = makeLabel([] { return QString(); });
    m_open->setObjectName(QStringLiteral("openPoints"));
    open->addWidget(m_openHeading);
    open->addWidget(m_open);
    auto* side = new QVBoxLayout;
    side->setSpacing(space::medium);
    side->addWidget(openCard);
    side->addWidget(makeHeading([] { return tr("Reservation (optional)"); }));
    side->addWidget(
        makeSmall([] { return tr("What you want to have on record. It stands on the receipt, word for word."); }));
    side->addWidget(m_reservation, 1);
    QPushButton* redraw = makeButton(QStringLiteral("showOnReceipt"), {}, [] { return tr("Show on the receipt"); });
    connect(redraw, &QPushButton::clicked, this, [this] { keepReservation(); });
    side->addWidget(redraw, 0, Qt::AlignLeft);
    side->addWidget(makeSmall([] { return tr("The receipt contains no waiver and no termination."); }));
    auto* sideBox = new QWidget(this);
    sideBox->setFixedWidth(sideWidth);
    sideBox->setLayout(side);
    side->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::large);
    row->addWidget(m_pages, 1);
    row->addWidget(sideBox);
    content()->addLayout(row, 1);
}

QString ReviewPage::title() const
{
    return tr("Is this what happened?");
}

QString ReviewPage::lead() const
{
    return tr("This is the receipt you are about to sign. Every line was checked after the act, not assumed from it.");
}

QString ReviewPage::why() const
{
    return tr(
        "You sign only what you have seen. Block A is your statement; block B is the supervisor's confirmation and "
        "nothing else. Open points do not stop you: they are written down, so that nobody has to remember them.");
}

QString ReviewPage::primaryText() const
{
    return tr("Continue to signing");
}

void ReviewPage::refresh()
{
    if (!m_reservation->hasFocus()) {
        m_reservation->setPlainText(m_case.leaverReservation());
    }
    const receipt::ReceiptRecord record = m_case.record();
    QStringList points;
    for (const receipt::ReceiptRecord::OpenPoint& point : record.openPoints) {
        points.append(QStringLiteral("• ") + receipt::openPointText(point));
    }
    m_open->setProperty("tone", points.isEmpty() ? QStringLiteral("muted") : QStringLiteral("danger"));
    m_open->setText(points.isEmpty() ? tr("None. Everything has been settled.") : points.join(QLatin1Char('\n')));
    const Result<QByteArray> pdf = receipt::drawReceipt(record);
    m_isDrawn = pdf && m_pages->setDocument(*pdf);
    if (!pdf) {
        showFailure(&pdf.failure());
    }
    Q_EMIT changed();
}

bool ReviewPage::keepReservation()
{
    const QString text = m_reservation->toPlainText().trimmed();
    return text == m_case.leaverReservation() || accept(m_case.setLeaverReservation(text));
}

void ReviewPage::leave()
{
    keepReservation();
}

void ReviewPage::act()
{
    if (keepReservation() && accept(m_case.confirmReview())) {
        Q_EMIT finished();
    }
}

} // namespace staffelstab::wizard_pages
