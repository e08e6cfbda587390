// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/plain_text_twin.h"

#include "receipt/receipt_texts.h"

namespace staffelstab::receipt {
namespace {

/** Lines that a voice can read: headings underlined, cells with the name of their column. */
class Lines
{
public:
    void line(const QString& text)
    {
        if (!text.isEmpty()) {
            m_lines.append(text);
        }
    }
    void heading(const QString& text, QChar mark) { m_lines += {QString(), text, QString(text.size(), mark)}; }
    void gap() { m_lines.append(QString()); }

    void add(const Section& section)
    {
        if (section.isEmpty()) {
            return;
        }
        heading(section.heading, QLatin1Char('-'));
        // Each cell says its column, as a reader cannot look up to the table's head.
        for (const QStringList& cells : section.lines) {
            QStringList parts;
            for (std::size_t i = 0; i < section.columns.size() && i < static_cast<std::size_t>(cells.size()); ++i) {
                parts.append(section.columns[i].name + QStringLiteral(": ") + cells.at(static_cast<qsizetype>(i)));
            }
            line(parts.join(QStringLiteral("; ")));
        }
        for (const Row& row : section.rows) {
            line(row.label + QStringLiteral(": ") + row.value);
        }
        for (const QString& point : section.points) {
            line(QStringLiteral("* ") + point);
        }
        for (const QString& paragraph : section.paragraphs) {
            line(paragraph);
        }
    }

    void addHead(const Content& content)
    {
        heading(content.title, QLatin1Char('='));
        line(content.subtitle);
        line(content.organisation);
        line(content.caseLine);
        for (const Section& section : content.front) {
            add(section);
        }
    }
    void addAnnex(const Content& content)
    {
        if (!content.annex.empty()) {
            heading(content.headingAnnex, QLatin1Char('='));
        }
        for (const Section& section : content.annex) {
            add(section);
        }
        gap();
        line(content.footer);
    }

    [[nodiscard]] QString text() const { return m_lines.join(QLatin1Char('\n')).trimmed() + QLatin1Char('\n'); }

private:
    QStringList m_lines;
};

class Twin : private Lines
{
public:
    explicit Twin(const ReceiptFinding& finding) : m_finding(finding), m_texts(finding.record->language) {}

    QString run()
    {
        const Content content = m_texts.content(*m_finding.record, m_finding.recordSha256);
        if (m_finding.state == ReceiptState::Altered) {
            line(m_texts.altered());
        } else if (m_finding.state == ReceiptState::Pending) {
            line(m_texts.pendingReceipt());
        }
        if (m_finding.record->isOfNewerProgram()) {
            line(m_texts.newerProgram());
        }
        addHead(content);
        heading(content.headingA, QLatin1Char('='));
        for (const Topic& topic : content.topics) {
            line(topic.name + QStringLiteral(": ") + topic.said +
                 (topic.annex.isEmpty() ? QString() : QStringLiteral(" (") + topic.annex + u')'));
        }
        for (const Section& section : content.blockA) {
            add(section);
        }
        signature(content.leaver, Role::Leaver);
        signature(content.supervisor, Role::Supervisor);
        addAnnex(content);
        // Of any other file the digest would call something signed that was not, or not by both.
        if (m_finding.state == ReceiptState::Intact) {
            line(m_texts.isCopyOf(m_finding.fileSha256));
        }
        return text();
    }

private:
    void signature(const SignaturePlace& place, Role role)
    {
        heading(place.heading, role == Role::Leaver ? QLatin1Char('-') : QLatin1Char('='));
        for (const QString& paragraph : place.paragraphs) {
            line(paragraph);
        }
        const auto signature = std::find_if(m_finding.signatures.begin(), m_finding.signatures.end(),
                                            [&](const SignatureFinding& one) { return one.role == role; });
        if (signature == m_finding.signatures.end()) {
            line(role == Role::Leaver ? m_texts.pendingLeaver() : m_texts.pendingSupervisor());
            return;
        }
        declare(role, signature->confirmation);
        line(signature->name + QStringLiteral(", ") +
             (signature->confirmation.witness.isEmpty() ? m_texts.roleName(role) : m_texts.witnessName()));
        line(m_texts.signedAt(signature->time));
        line(m_texts.levelName(signature->level));
        line(m_texts.certificate(signature->certificateSha256));
    }

    void declare(Role role, const Confirmation& confirmation)
    {
        const People& people = m_finding.record->people;
        const QString& party = role == Role::Leaver ? people.leaver.name : people.supervisor.name;
        const QString declaration = m_texts.declaration(role, party, confirmation);
        line(declaration);
        if (role == Role::Supervisor && declaration.isEmpty()) {
            for (const Receivable& thing : receivables(*m_finding.record, m_finding.record->language)) {
                const bool isTicked = confirmation.received.contains(thing.code);
                line((isTicked ? QStringLiteral("[x] ") : QStringLiteral("[ ] ")) +
                     m_texts.receivedLabel(thing, confirmation));
            }
        }
        if (!confirmation.reservation.isEmpty()) {
            line((declaration.isEmpty() ? m_texts.reservation() : m_texts.reasonGiven()) + QLatin1Char(' ') +
                 confirmation.reservation);
        } else if (role == Role::Supervisor && declaration.isEmpty()) {
            line(m_texts.noReservation());
        }
    }

    const ReceiptFinding& m_finding;
    ReceiptTexts m_texts;
};

} // namespace

QString plainTextTwin(const ReceiptFinding& finding)
{
    return finding.record ? Twin(finding).run() : QString();
}

QString plainTextTwin(const ConsentFinding& finding)
{
    const ReceiptTexts texts(finding.record.language);
    const Content content = texts.consents(finding.record, finding.recordSha256);
    Lines lines;
    lines.addHead(content);
    for (const Section& section : content.blockA) {
        lines.add(section);
    }
    lines.heading(content.leaver.heading, QLatin1Char('-'));
    lines.line(finding.signer);
    lines.line(texts.signedAt(finding.time));
    lines.line(texts.levelName(finding.level));
    lines.line(texts.certificate(finding.certificateSha256));
    lines.addAnnex(content);
    lines.line(texts.isCopyOf(finding.fileSha256));
    return lines.text();
}

} // namespace staffelstab::receipt
