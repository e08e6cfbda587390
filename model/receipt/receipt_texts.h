// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/receipt_content.h"
#include "receipt/receipt_signer.h"

#include <QLocale>

class QTranslator;

namespace staffelstab::receipt {

/**
 * Everything the receipt says, in the receipt's own language: a German receipt is drawn while the program speaks
 * English. tr() looks the sentence up in the compiled translation that is linked into this folder; the context for
 * lupdate is this class, so every sentence of the receipt stands in a member function of it.
 */
class ReceiptTexts
{
public:
    /** "de" or "en"; anything else speaks English. */
    explicit ReceiptTexts(const QString& language);
    ~ReceiptTexts();
    ReceiptTexts(const ReceiptTexts&) = delete;
    ReceiptTexts& operator=(const ReceiptTexts&) = delete;

    [[nodiscard]] Content content(const ReceiptRecord& record, const QByteArray& sha256) const;
    [[nodiscard]] QString openPoint(const ReceiptRecord::OpenPoint& point) const;

    // the two signature boxes
    [[nodiscard]] QString pendingLeaver() const;
    [[nodiscard]] QString pendingSupervisor() const;
    [[nodiscard]] QString receivedArchive() const;
    [[nodiscard]] QString receivedPassword() const;
    [[nodiscard]] QString reservation() const;
    [[nodiscard]] QString noReservation() const;
    [[nodiscard]] QString roleName(Role role) const;
    [[nodiscard]] QString levelName(SignatureLevel level) const;
    [[nodiscard]] QString signedAt(const QDateTime& time) const;
    [[nodiscard]] QString certificate(const QByteArray& sha256) const;
    [[nodiscard]] QString timestamped() const;
    /** For the signature dictionary's /Reason. */
    [[nodiscard]] QString reason(Role role) const;

private:
    [[nodiscard]] QString tr(const char* source) const;
    [[nodiscard]] QString number(qint64 value) const { return m_locale.toString(value); }
    [[nodiscard]] QString size(qint64 bytes) const;
    [[nodiscard]] QString date(const QDate& date) const;
    [[nodiscard]] QString time(const QDateTime& time) const;
    [[nodiscard]] QString proof(ReceiptRecord::Proof proof) const;

    [[nodiscard]] Section parties(const ReceiptRecord& record) const;
    [[nodiscard]] Section dates(const ReceiptRecord& record) const;
    [[nodiscard]] Section mail(const ReceiptRecord::Mail& mail) const;
    [[nodiscard]] Section takeaway(const ReceiptRecord::Takeaway& takeaway) const;
    [[nodiscard]] Section archive(const ReceiptRecord::Archive& archive) const;
    [[nodiscard]] Section password(const ReceiptRecord::Password& password) const;
    void addSeal(Section& section, const ReceiptRecord::Password& password) const;
    [[nodiscard]] Section policy(const ReceiptRecord& record) const;
    [[nodiscard]] Section leaverReservation(const ReceiptRecord& record) const;
    [[nodiscard]] Section openPoints(const ReceiptRecord& record) const;
    [[nodiscard]] Section meaning() const;
    [[nodiscard]] Section recordDigest(const QByteArray& sha256) const;

    QLocale m_locale;
    std::unique_ptr<QTranslator> m_translator;
};

} // namespace staffelstab::receipt
