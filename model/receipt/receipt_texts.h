// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receipt/consent_document.h"
#include "receipt/receipt_content.h"
#include "receipt/receipt_signer.h"
#include "receipt/sections/account_section.h"
#include "receipt/sections/contacts_section.h"
#include "receipt/sections/password_section.h"

#include <QLocale>

class QTranslator;

namespace staffelstab::receipt {

enum class Proof;
struct LetterWords;
struct SealedLetter;
struct ArchiveSection;

/**
 * Everything the receipt says, in the receipt's own language: a German receipt is drawn while the program speaks
 * English. tr() looks the sentence up in the compiled translation that is linked into this folder; the context for
 * lupdate is this class, so every sentence of the receipt stands in a member function of it; those of a section are
 * explicit specialisations in the section's file.
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
    /** The document of consents with its revocation sheet. */
    [[nodiscard]] Content consents(const ConsentRecord& record, const QByteArray& sha256) const;
    [[nodiscard]] QString openPoint(const OpenPoint& point) const;

    /** What is to be done on such a date (see FollowUpsSection), and for whom. */
    [[nodiscard]] QString followUp(const QString& kind, const QString& subject) const;
    [[nodiscard]] QString photoCaption(int number, const QString& item) const;
    /** What stands on the medium, and how the archive on it is opened; see medium_label.h. */
    [[nodiscard]] Section mediumLabel(const ReceiptRecord& record, const ArchiveSection& archive) const;
    [[nodiscard]] std::vector<Section> howToOpen(const ArchiveSection& archive) const;
    [[nodiscard]] QString calendarNote(const ReceiptRecord& record) const;

    // what each section's own file defines for its struct T
    template <typename T>
    [[nodiscard]] Section say(const T& section) const;
    template <typename T>
    [[nodiscard]] Brief brief(const T& section) const;
    template <typename T>
    [[nodiscard]] std::vector<Receivable> receivables(const T& /*section*/) const
    {
        return {};
    }
    /** Empty if the point belongs to another section; the first argument only names the section. */
    template <typename T>
    [[nodiscard]] QString openPoint(const T* /*kind*/, const OpenPoint& /*point*/) const
    {
        return {};
    }

    [[nodiscard]] LetterWords letter(const SealedLetter& letter) const;

    // the two signature boxes
    [[nodiscard]] QString pendingLeaver() const;
    [[nodiscard]] QString pendingSupervisor() const;
    [[nodiscard]] QString reservation() const;
    [[nodiscard]] QString noReservation() const;
    [[nodiscard]] QString roleName(Role role) const;
    [[nodiscard]] QString levelName(SignatureLevel level) const;
    [[nodiscard]] QString signedAt(const QDateTime& time) const;
    [[nodiscard]] QString certificate(const QByteArray& sha256) const;
    [[nodiscard]] QString timestamped() const;
    /** For the signature dictionary's /Reason. */
    [[nodiscard]] QString reason(Role role, Manner manner) const;
    /** What is declared instead of a confirmation: refusal, absence, a witness; empty for who simply signs. */
    [[nodiscard]] QString declaration(Role role, const QString& party, const Confirmation& confirmation) const;
    /** What was received, and that the seal of the password was opened before signing. */
    [[nodiscard]] QString receivedLabel(const Receivable& thing, const Confirmation& confirmation) const;
    [[nodiscard]] QString witnessName() const;
    [[nodiscard]] QString reasonGiven() const;
    /** For the plain-text twin of a file that is not as it was signed. */
    [[nodiscard]] QString altered() const;
    [[nodiscard]] QString newerProgram() const;
    /** For the plain-text twin of a file without the second signature. */
    [[nodiscard]] QString pendingReceipt() const;
    /** For the plain-text twin: what was signed is the file with this digest. */
    [[nodiscard]] QString isCopyOf(const QByteArray& sha256) const;

private:
    [[nodiscard]] QString tr(const char* source) const;
    [[nodiscard]] QString number(qint64 value) const { return m_locale.toString(value); }
    [[nodiscard]] QString size(qint64 bytes) const;
    [[nodiscard]] QString date(const QDate& date) const;
    /** The day on which it was there. */
    [[nodiscard]] QString date(const QDateTime& time) const;
    [[nodiscard]] QString time(const QDateTime& time) const;
    [[nodiscard]] QString proof(Proof proof) const;
    /** Empty if it was in one run. */
    [[nodiscard]] QString howItWasWritten(const ArchiveSection& archive) const;
    void addProofs(Section& section, const PasswordSection& password) const;
    [[nodiscard]] QString farewellsText(const ContactsSection::Letters& letters) const;
    [[nodiscard]] QString lettersText(const ContactsSection::Letters& letters) const;
    [[nodiscard]] QString deedName(const AccountSection::Deed& deed) const;
    [[nodiscard]] QString writtenForIt(const QStringList& files) const;

    [[nodiscard]] Section parties(const ReceiptRecord& record) const;
    [[nodiscard]] Section dates(const ReceiptRecord& record) const;
    using Sentences = std::initializer_list<std::pair<const char*, QString>>;
    /** The sentence with the point's code and its number; empty if there is none. */
    [[nodiscard]] QString firstOf(const OpenPoint& point, Sentences sentences) const;

    [[nodiscard]] Section consent(int number, const ConsentRecord::Item& item) const;
    [[nodiscard]] Section revocationSheet(const ConsentRecord& record) const;
    [[nodiscard]] Section leaverReservation(const ReceiptRecord& record) const;
    [[nodiscard]] Section openPoints(const ReceiptRecord& record) const;
    [[nodiscard]] QString policySentence(const ReceiptRecord& record) const;
    [[nodiscard]] QString noWaiver() const;
    [[nodiscard]] QString handoverCopy() const;
    [[nodiscard]] QString recordInFile() const;

    // the overview of block A and its annexes; see receipt_annex_texts.cpp
    void addTopics(Content& content, const ReceiptRecord& record) const;
    void addClosing(Content& content, const ReceiptRecord& record, const QByteArray& sha256) const;
    /** Returns the words that refer to it: "Annex 3". */
    QString addAnnex(Content& content, Section section) const;
    Section briefOpenPoints(Content& content, const ReceiptRecord& record) const;
    Section briefReservation(Content& content, const ReceiptRecord& record) const;
    [[nodiscard]] Section explanations(const ReceiptRecord& record, const QByteArray& sha256) const;
    void addFirstForm(Content& content, const ReceiptRecord& record, const QByteArray& sha256) const;

    QLocale m_locale;
    std::unique_ptr<QTranslator> m_translator;
};

} // namespace staffelstab::receipt
