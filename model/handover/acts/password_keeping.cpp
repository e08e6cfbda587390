// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/password_keeping.h"

#include "core/atomic_file.h"
#include "printing/ipp_printer.h"
#include "secrets/seal.h"

#include <QDir>

namespace staffelstab::handover {

namespace {

using Kind = Failure::Kind;

class SealKeeper : public PasswordKeeper
{
public:
    SealKeeper(QString path, std::function<Result<QByteArray>(const Secret&)> seal)
        : m_path(std::move(path)), m_seal(std::move(seal))
    {
    }

    Status keep(const Secret& password) override
    {
        const Result<QByteArray> seal = m_seal(password);
        if (!seal) {
            return seal.failure();
        }
        if (Status written = AtomicFile::writeWhole(m_path, *seal); !written) {
            return written;
        }
        const Result<QByteArray> back = sha256OfFile(m_path);
        if (!back) {
            return back.failure();
        }
        if (*back != Sha256::of(*seal)) {
            return Failure{Kind::ReadBackDiffers, m_path, {}};
        }
        m_sha256 = *back;
        return Done{};
    }

    void tell(PasswordOutcome& outcome) const override
    {
        outcome.sealPath = m_path;
        outcome.sealSha256 = m_sha256;
    }

private:
    QString m_path;
    std::function<Result<QByteArray>(const Secret&)> m_seal;
    QByteArray m_sha256;
};

/** Eight characters of a one-time code: enough to tell papers apart. */
QString freshNumber()
{
    constexpr qsizetype length = 9;
    return QString::fromLatin1(secrets::generateCode().view().first(length));
}

class LetterKeeper : public PasswordKeeper
{
public:
    LetterKeeper(QString printer, receipt::SealedLetter letter, std::shared_ptr<LetterGate> gate, JobContext& job)
        : m_printer(std::move(printer)), m_letter(std::move(letter)), m_gate(std::move(gate)), m_job(job)
    {
    }

    Status keep(const Secret& password) override
    {
        m_letter.number = freshNumber();
        m_job.report({Progress::Stage::Drawing});
        Result<QByteArray> page = receipt::drawSealedLetter(m_letter, password);
        if (!page) {
            return page.failure();
        }
        Status printed = printing::printDirectly(m_printer, m_letter.caseNumber, *page, m_job);
        wipe(*page);
        if (!printed) {
            // Not the directory's connection: of that one it is known that nothing was changed.
            const bool isOfPrinter =
                printed.failure().kind != Kind::Cancelled && printed.failure().kind != Kind::BadInput;
            return isOfPrinter ? Failure{Kind::PrintFailed, m_printer, printed.failure().detail} : printed.failure();
        }
        return m_gate ? m_gate->pass(m_job) : Status(Done{});
    }

    void tell(PasswordOutcome& outcome) const override { outcome.letterNumber = m_letter.number; }

private:
    QString m_printer;
    receipt::SealedLetter m_letter;
    std::shared_ptr<LetterGate> m_gate;
    JobContext& m_job;
};

} // namespace

void LetterGate::confirm()
{
    const std::lock_guard lock(m_mutex);
    m_isConfirmed = true;
    m_changed.notify_all();
}

Status LetterGate::pass(JobContext& job)
{
    constexpr std::chrono::milliseconds look(50);
    std::unique_lock lock(m_mutex);
    m_isConfirmed = false;
    m_printed();
    while (!m_isConfirmed) {
        if (Status may = job.mayGoOn(); !may) {
            return may;
        }
        m_changed.wait_for(lock, look);
    }
    return Done{};
}

QString sealPath(const PasswordChoice& choice, const QString& caseNumber)
{
    return QDir(choice.sealTarget).filePath(caseNumber + QStringLiteral(".seal"));
}

std::unique_ptr<PasswordKeeper> sealKeeper(const QString& path, std::function<Result<QByteArray>(const Secret&)> seal)
{
    return std::make_unique<SealKeeper>(path, std::move(seal));
}

std::unique_ptr<PasswordKeeper> letterKeeper(const QString& printer, receipt::SealedLetter letter,
                                             std::shared_ptr<LetterGate> gate, JobContext& job)
{
    return std::make_unique<LetterKeeper>(printer, std::move(letter), std::move(gate), job);
}

} // namespace staffelstab::handover
