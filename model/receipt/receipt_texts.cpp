// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt/receipt_texts.h"

#include <QCoreApplication>
#include <QTranslator>

static void initReceiptResources()
{
    Q_INIT_RESOURCE(receipt_translations);
}

namespace staffelstab::receipt {
namespace {

constexpr const char* context = "staffelstab::receipt::ReceiptTexts";

/** As the clock on the wall showed it where the receipt was made, or, if that is not known, is read. */
QDateTime onTheSpot(const QDateTime& time)
{
    return time.timeSpec() == Qt::UTC ? time.toLocalTime() : time;
}

} // namespace

ReceiptTexts::ReceiptTexts(const QString& language)
    : m_locale(language == QLatin1String("de") ? QLocale(QLocale::German, QLocale::Germany)
                                               : QLocale(QLocale::English, QLocale::UnitedKingdom)),
      m_translator(std::make_unique<QTranslator>())
{
    initReceiptResources();
    if (language == QLatin1String("de")) {
        (void)m_translator->load(QStringLiteral(":/receipt/receipt_de.qm"));
    }
}

ReceiptTexts::~ReceiptTexts() = default;

QString ReceiptTexts::tr(const char* source) const
{
    const QString translated = m_translator->translate(context, source);
    return translated.isEmpty() ? QString::fromUtf8(source) : translated;
}

QString inGroups(const QByteArray& digest)
{
    const QString hex = QString::fromLatin1(digest.toHex());
    QStringList groups;
    for (qsizetype at = 0; at < hex.size(); at += 4) {
        groups.append(hex.mid(at, 4));
    }
    return groups.join(QLatin1Char(' '));
}

QString ReceiptTexts::size(qint64 bytes) const
{
    return bytes < 1024 ? tr("%1 bytes").arg(number(bytes)) : m_locale.formattedDataSize(bytes);
}

QString ReceiptTexts::date(const QDate& date) const
{
    const bool isGerman = m_locale.language() == QLocale::German;
    return m_locale.toString(date, isGerman ? QStringLiteral("d. MMMM yyyy") : QStringLiteral("d MMMM yyyy"));
}

QString ReceiptTexts::date(const QDateTime& time) const
{
    return date(onTheSpot(time).date());
}

QString ReceiptTexts::time(const QDateTime& time) const
{
    const QDateTime local = onTheSpot(time);
    const int minutes = local.offsetFromUtc() / 60;
    const QString offset = QStringLiteral("UTC%1%2:%3")
                               .arg(minutes < 0 ? QLatin1Char('-') : QLatin1Char('+'))
                               .arg(qAbs(minutes) / 60, 2, 10, QLatin1Char('0'))
                               .arg(qAbs(minutes) % 60, 2, 10, QLatin1Char('0'));
    return tr("%1, %2 (%3)").arg(date(local.date()), local.toString(QStringLiteral("HH:mm")), offset);
}

QString ReceiptTexts::pendingLeaver() const
{
    return tr("Signature pending: the person leaving has not signed yet.");
}

QString ReceiptTexts::pendingSupervisor() const
{
    return tr("Countersignature pending: nothing has been confirmed yet.");
}

QString ReceiptTexts::reservation() const
{
    return tr("Reservation:");
}

QString ReceiptTexts::noReservation() const
{
    return tr("Reservation: none");
}

QString ReceiptTexts::roleName(Role role) const
{
    return role == Role::Leaver ? tr("Person leaving") : tr("Supervisor");
}

QString ReceiptTexts::levelName(SignatureLevel level) const
{
    switch (level) {
    case SignatureLevel::Qualified:
        return tr("Qualified electronic signature");
    case SignatureLevel::Advanced:
        return tr("Advanced electronic signature with the signer's own certificate");
    case SignatureLevel::Simple:
        break;
    }
    return tr("Simple electronic signature with integrity protection");
}

QString ReceiptTexts::signedAt(const QDateTime& time) const
{
    return tr("Signed on %1").arg(this->time(time));
}

QString ReceiptTexts::certificate(const QByteArray& sha256) const
{
    return tr("Certificate %1 …").arg(inGroups(sha256.left(8)));
}

QString ReceiptTexts::timestamped() const
{
    return tr("with time-stamp");
}

QString ReceiptTexts::reason(Role role, Manner manner) const
{
    if (role == Role::Leaver) {
        return manner == Manner::Signs ? tr("Handover statement, block A") : tr("Witness to block A");
    }
    switch (manner) {
    case Manner::Refuses:
        return tr("Refusal to confirm, block B");
    case Manner::Absent:
        return tr("Witness to block B");
    case Manner::Signs:
        break;
    }
    return tr("Confirmation of receipt, block B");
}

QString ReceiptTexts::receivedLabel(const Receivable& thing, const Confirmation& confirmation) const
{
    const bool isOpened = confirmation.isSealOpened && thing.code == QLatin1String("password");
    return isOpened ? tr("%1; seal opened before signing").arg(thing.label) : thing.label;
}

QString ReceiptTexts::declaration(Role role, const QString& party, const Confirmation& confirmation) const
{
    const QString& witness = confirmation.witness;
    if (role == Role::Leaver) {
        return confirmation.manner == Manner::Signs
                   ? QString()
                   : tr("%1 was not present and has not made this statement. %2 witnesses only what was found.")
                         .arg(party, witness);
    }
    switch (confirmation.manner) {
    case Manner::Refuses:
        return witness.isEmpty()
                   ? tr("%1 refuses to confirm the receipt. The statement in block A is unaffected.").arg(party)
                   : tr("%1 refused to confirm the receipt and to sign. %2 witnesses this refusal, not what was "
                        "handed over.")
                         .arg(party, witness);
    case Manner::Absent:
        return tr("%1 was not present. %2 witnesses the absence, not what was handed over.").arg(party, witness);
    case Manner::Signs:
        break;
    }
    return {};
}

QString ReceiptTexts::witnessName() const
{
    return tr("Witness");
}

QString ReceiptTexts::reasonGiven() const
{
    return tr("Reason given:");
}

QString ReceiptTexts::altered() const
{
    return tr("THIS FILE WAS ALTERED. What follows may not be what was signed; do not rely on it.");
}

QString ReceiptTexts::newerProgram() const
{
    return tr(
        "A newer version of the program made this receipt. What follows may leave out some of it or say it in other "
        "words; the PDF is what was signed.");
}

QString ReceiptTexts::pendingReceipt() const
{
    return tr("PENDING. This receipt counts only with both signatures.");
}

QString ReceiptTexts::isCopyOf(const QByteArray& sha256) const
{
    return tr("Text copy to read. What was signed is the PDF file with the SHA-256 %1").arg(inGroups(sha256));
}

} // namespace staffelstab::receipt
