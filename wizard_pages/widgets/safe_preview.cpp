// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/widgets/safe_preview.h"

#include "wizard_pages/theme.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QUrl>

namespace staffelstab::wizard_pages {

namespace {

/** About two lines. */
constexpr int longestShownSubject = 120;
constexpr int longestTold = 1'000;

QString shortened(const QString& text, int most)
{
    return text.size() <= most ? text : text.left(most).trimmed() + QChar(0x2026);
}

} // namespace

SealedBrowser::SealedBrowser(QWidget* parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setContextMenuPolicy(Qt::NoContextMenu);
    setAcceptDrops(false);
}

QVariant SealedBrowser::loadResource(int type, const QUrl&)
{
    if (type == QTextDocument::ImageResource) {
        QImage dot(1, 1, QImage::Format_ARGB32);
        dot.fill(Qt::transparent);
        return dot;
    }
    return QByteArray(" ");
}

SafePreview::SafePreview(QWidget* parent)
    : QFrame(parent), m_subject(new QLabel(this)), m_note(new QLabel(this)), m_toggle(new QPushButton(this)),
      m_body(new SealedBrowser(this)), m_attachments(new QLabel(this))
{
    setProperty("card", true);
    QFont strong = baseFont();
    strong.setWeight(QFont::DemiBold);
    m_subject->setFont(strong);
    m_subject->setTextFormat(Qt::PlainText);
    m_subject->setWordWrap(true);
    m_subject->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_attachments->setTextFormat(Qt::PlainText);
    m_attachments->setWordWrap(true);
    m_body->setObjectName(QStringLiteral("previewBody"));
    m_body->setFrameShape(QFrame::NoFrame);
    m_body->setStyleSheet(QStringLiteral("QTextEdit { border: none; background: transparent; padding: 0px; }"));
    m_toggle->setObjectName(QStringLiteral("previewFormatted"));
    m_toggle->setProperty("kind", QStringLiteral("link"));
    for (QLabel* quiet : {m_note, m_attachments}) {
        quiet->setFont(smallFont());
        quiet->setProperty("tone", QStringLiteral("muted"));
    }
    auto* quietLine = new QHBoxLayout;
    quietLine->addWidget(m_note, 1);
    quietLine->addWidget(m_toggle);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::large, space::small, space::large, space::small);
    column->setSpacing(space::tiny);
    column->addWidget(m_subject);
    column->addLayout(quietLine);
    column->addWidget(m_body, 1);
    column->addWidget(m_attachments);
    connect(m_toggle, &QPushButton::clicked, this, [this] {
        m_isFormatted = !m_isFormatted;
        refresh();
    });
    retranslate();
}

void SafePreview::showMessage(const QString& subject, const mail::MessagePreview& preview)
{
    m_title = subject;
    m_preview = preview;
    m_hasMessage = true;
    m_isFormatted = false;
    refresh();
}

void SafePreview::showSentence(const QString& sentence)
{
    clear();
    m_body->setPlainText(sentence);
}

void SafePreview::clear()
{
    m_title.clear();
    m_preview = {};
    m_hasMessage = false;
    m_isFormatted = false;
    refresh();
}

QString SafePreview::shownText() const
{
    return m_body->toPlainText();
}

void SafePreview::refresh()
{
    m_subject->setText(shortened(m_title, longestShownSubject));
    m_subject->setToolTip(shortened(m_title, longestTold).toHtmlEscaped());
    m_subject->setVisible(!m_title.isEmpty());
    m_toggle->setVisible(!m_preview.html.isEmpty());
    m_toggle->setText(m_isFormatted ? tr("Show as text") : tr("Show formatted"));
    if (m_isFormatted) {
        m_body->setHtml(m_preview.html);
    } else {
        m_body->setPlainText(m_preview.text);
    }
    if (m_hasMessage && m_preview.text.trimmed().isEmpty() && !m_isFormatted) {
        m_body->setPlainText(tr("This message contains no text."));
    }
    QStringList lines;
    for (const auto& attachment : m_preview.attachments) {
        lines += tr("%1 (%2)").arg(attachment.name.isEmpty() ? tr("without a name") : attachment.name,
                                   QLocale().formattedDataSize(attachment.bytes));
    }
    if (lines.size() > 6) {
        const int more = static_cast<int>(lines.size()) - 5;
        lines = lines.mid(0, 5);
        lines += tr("%n more", "", more);
    }
    QString foot = lines.isEmpty() ? QString() : tr("Attachments: %1").arg(lines.join(QStringLiteral(" · ")));
    if (m_preview.isCut) {
        foot += (foot.isEmpty() ? QString() : QStringLiteral("\n")) + tr("Only the beginning is shown.");
    }
    m_attachments->setText(foot);
    m_attachments->setVisible(!foot.isEmpty());
}

void SafePreview::retranslate()
{
    m_note->setText(tr("only you can see this · nothing is loaded from the internet"));
    m_body->setAccessibleName(tr("Preview of the message"));
    if (m_hasMessage) {
        refresh();
    } else {
        m_toggle->setText(tr("Show formatted"));
        m_toggle->setVisible(false);
    }
}

} // namespace staffelstab::wizard_pages
