// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/receipt_desk.h"

#include "core/atomic_file.h"
#include "receipt/receipt_document.h"
#include "receipt/sections/archive_section.h"
#include "secrets/seal.h"

#include <QDirIterator>
#include <QFileInfo>

namespace staffelstab::handover {

namespace {

constexpr qint64 largestReceipt = 50LL * 1024 * 1024;
constexpr qint64 largestSeal = 1024LL * 1024;
constexpr int mostReceipts = 100000;
/** Judged together in one job: a fraction of a second. */
constexpr qsizetype batch = 32;

ReceiptDesk::Checked checkFile(const QString& file, const receipt::ExpectedSigners& expected, bool wantsCopy)
{
    ReceiptDesk::Checked checked;
    checked.file = file;
    const Result<QByteArray> pdf = readWhole(file, largestReceipt);
    if (!pdf) {
        const bool isTooLarge = pdf.failure().kind == Failure::Kind::LimitExceeded;
        checked.finding.findings.push_back(
            {receipt::Finding::Kind::NotAPdf, isTooLarge ? QStringLiteral("too_large") : QStringLiteral("unreadable")});
        return checked;
    }
    checked.finding = receipt::verifyReceipt(*pdf, expected);
    if (checked.finding.state == receipt::ReceiptState::NotAReceipt) {
        checked.consents = receipt::judgeConsents(*pdf, expected);
    }
    if (wantsCopy) {
        if (Result<QByteArray> copy = receipt::flattenedCopy(*pdf)) {
            checked.copy = *std::move(copy);
        }
    }
    return checked;
}

/** Notes what became of a file; the register's own failures are failures. */
Status enterInto(ReceiptRegister& entries, const ReceiptDesk::Checked& file, const policy::CompanyPolicy& policy,
                 ReceiptDesk::Entered& all)
{
    const Result<ReceiptRegister::Outcome> outcome =
        file.consents ? entries.add(*file.consents) : entries.add(file.finding, policy);
    const QString name = QFileInfo(file.file).fileName();
    if (!outcome) {
        switch (outcome.failure().kind) {
        case Failure::Kind::ReceiptAltered:
            all.altered += name;
            return Done{};
        case Failure::Kind::NotAReceipt:
            all.noReceipts += name;
            return Done{};
        default:
            return outcome.failure();
        }
    }
    switch (*outcome) {
    case ReceiptRegister::Outcome::Added:
    case ReceiptRegister::Outcome::Completed:
        ++all.added;
        break;
    case ReceiptRegister::Outcome::AlreadyThere:
        ++all.known;
        break;
    case ReceiptRegister::Outcome::Contradicts:
        all.contradicting += name;
        break;
    }
    return Done{};
}

} // namespace

QStringList receiptFilesIn(const QStringList& paths)
{
    QStringList files;
    for (const QString& path : paths) {
        if (!QFileInfo(path).isDir()) {
            files += path;
            continue;
        }
        QDirIterator walk(path, {QStringLiteral("*.pdf"), QStringLiteral("*.PDF")}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (walk.hasNext() && files.size() < mostReceipts) {
            files += walk.next();
        }
    }
    files.sort();
    return files;
}

receipt::Standing ReceiptDesk::Checked::standing() const
{
    if (!consents) {
        return finding.standing();
    }
    return !consents->intact                ? receipt::Standing::Altered
           : consents->intact->isVouchedFor ? receipt::Standing::Confirmed
                                            : receipt::Standing::Unchanged;
}

QString ReceiptDesk::Checked::caseNumber() const
{
    if (consents) {
        return consents->intact ? consents->intact->record.caseNumber : QString();
    }
    return finding.record ? finding.record->caseNumber : QString();
}

ReceiptDesk::ReceiptDesk(QObject* parent) : QObject(parent) {}
ReceiptDesk::~ReceiptDesk() = default;

void ReceiptDesk::check(const QStringList& paths, const receipt::ExpectedSigners& expected)
{
    startJob<QStringList>(
        this, [paths](JobContext&) -> Result<QStringList> { return receiptFilesIn(paths); },
        [this, expected](Result<QStringList> files) {
            if (!files) {
                Q_EMIT failed(files.failure());
                return;
            }
            const auto shared = std::make_shared<const receipt::ExpectedSigners>(expected);
            for (const QString& file : *files) {
                m_waiting.append({file, shared, files->size() == 1});
            }
            if (!m_isChecking) {
                checkNext();
            }
        });
}

void ReceiptDesk::checkNext()
{
    if (m_waiting.isEmpty()) {
        Q_EMIT allChecked();
        return;
    }
    using All = std::vector<Checked>;
    m_isChecking = true;
    startJob<All>(
        this,
        [some = m_waiting.mid(0, batch)](JobContext& job) -> Result<All> {
            All all;
            for (const Waiting& one : some) {
                if (const Status go = job.mayGoOn(); !go) {
                    return go.failure();
                }
                all.push_back(checkFile(one.file, *one.expected, one.wantsCopy));
            }
            return all;
        },
        [this](Result<All> all) {
            m_isChecking = false;
            if (!all) {
                m_waiting.clear();
                Q_EMIT failed(all.failure());
                return;
            }
            m_waiting.remove(0, qMin(static_cast<qsizetype>(all->size()), m_waiting.size()));
            for (Checked& each : *all) {
                const QStringList others = m_finals.note(each.file, each.finding);
                for (const QString& other : others) {
                    contradict(each.finding, each.file, other);
                }
                Q_EMIT checked(each);
                for (const QString& other : others) {
                    Q_EMIT contradicted(other, each.file);
                }
            }
            checkNext();
        });
}

void ReceiptDesk::copy(const QStringList& files)
{
    startJob<QList<QByteArray>>(
        this,
        [files](JobContext& job) -> Result<QList<QByteArray>> {
            QList<QByteArray> copies;
            for (const QString& file : files) {
                if (const Status go = job.mayGoOn(); !go) {
                    return go.failure();
                }
                const Result<QByteArray> pdf = readWhole(file, largestReceipt);
                const Result<QByteArray> flat = pdf ? receipt::flattenedCopy(*pdf) : Result<QByteArray>(pdf.failure());
                copies.append(flat ? *flat : QByteArray());
            }
            return copies;
        },
        [this, files](Result<QList<QByteArray>> copies) {
            if (copies) {
                Q_EMIT copied(files, *copies);
            } else {
                Q_EMIT failed(copies.failure());
            }
        });
}

void ReceiptDesk::compare(const Checked& checked, const QString& archive)
{
    compareBy(receipt::archiveComparison, checked, archive);
}

void ReceiptDesk::dropOpening()
{
    if (m_opening) {
        m_opening->cancel();
    }
    m_opening = nullptr;
}

template <typename T>
void ReceiptDesk::startOpening(std::function<Result<T>(JobContext&)> work, std::function<void(T)> opened)
{
    dropOpening();
    const auto current = std::make_shared<QPointer<JobHandle>>();
    *current = startJob<T>(this, std::move(work), [this, current, opened = std::move(opened)](Result<T> result) {
        if (m_opening != *current) {
            return; // another was asked for since, or none
        }
        m_opening = nullptr;
        if (result) {
            opened(std::move(*result));
        } else {
            Q_EMIT failed(result.failure());
        }
    });
    m_opening = *current;
}

void ReceiptDesk::openArchive(const Checked& checked, const QString& archive, Secret passphrase)
{
    const auto* named = checked.finding.record ? checked.finding.record->find<receipt::ArchiveSection>() : nullptr;
    auto shared = std::make_shared<Secret>(std::move(passphrase));
    startOpening<archive::ArchiveCheck>(
        [archive, shared](JobContext& job) { return archive::checkBusinessArchive(archive, *shared, job); },
        [this, sha256 = named != nullptr ? named->sha256 : QByteArray()](const archive::ArchiveCheck& check) {
            Q_EMIT archiveOpened(check, check.sha256 == sha256);
        });
}

void ReceiptDesk::comparePaper(const Checked& checked, const QString& picture)
{
    compareBy(receipt::paperComparison, checked, picture);
}

void ReceiptDesk::compareBy(Comparison comparison, const Checked& checked, const QString& path)
{
    const std::pair key(checked.file, comparison == &receipt::paperComparison);
    const auto current = std::make_shared<QPointer<JobHandle>>();
    *current = startJob<receipt::Finding>(
        this, [comparison, checked, path](JobContext&) { return comparison(checked.finding, path); },
        [this, key, current](const Result<receipt::Finding>& found) {
            if (m_comparing.value(key) != *current) {
                return;
            }
            m_comparing.remove(key);
            if (found) {
                Q_EMIT compared(key.first, *found);
            } else {
                Q_EMIT failed(found.failure());
            }
        });
    m_comparing.insert(key, *current);
}

void ReceiptDesk::countersign(const QString& pendingPdf, SignInput input, const Clock& clock, const SigningRules& rules)
{
    auto shared = std::make_shared<SignInput>(std::move(input));
    startJob<ReceiptFiles>(
        this,
        [pendingPdf, shared, &clock, rules](JobContext& job) {
            return countersignFile(pendingPdf, std::move(*shared), clock, rules, job);
        },
        [this](Result<ReceiptFiles> files) {
            if (files) {
                Q_EMIT countersigned(*files);
            } else {
                Q_EMIT failed(files.failure());
            }
        });
}

void ReceiptDesk::openSealWithCode(const QString& seal, Secret code, const QString& caseNumber)
{
    auto shared = std::make_shared<Secret>(std::move(code));
    openSeal(
        [seal, shared](QString* number) -> Result<Secret> {
            const Result<QByteArray> bytes = readWhole(seal, largestSeal);
            return bytes ? secrets::openSealWithCode(*bytes, *shared, number) : Result<Secret>(bytes.failure());
        },
        caseNumber);
}

void ReceiptDesk::openSealWithKey(const QString& seal, const QString& keyFile, Secret passphrase,
                                  const QString& caseNumber)
{
    auto shared = std::make_shared<Secret>(std::move(passphrase));
    openSeal(
        [seal, keyFile, shared](QString* number) -> Result<Secret> {
            const Result<QByteArray> bytes = readWhole(seal, largestSeal);
            if (!bytes) {
                return bytes.failure();
            }
            const Result<QByteArray> key = readWhole(keyFile, largestSeal);
            return key ? secrets::openSealWithKey(*bytes, *key, *shared, number) : Result<Secret>(key.failure());
        },
        caseNumber);
}

void ReceiptDesk::openSeal(std::function<Result<Secret>(QString*)> open, const QString& caseNumber)
{
    startOpening<Secret>(
        [open = std::move(open), caseNumber](JobContext&) -> Result<Secret> {
            QString number;
            Result<Secret> opened = open(&number);
            if (opened && number != caseNumber) {
                return Failure{Failure::Kind::SealRefused, {}, {}};
            }
            return opened;
        },
        [this](Secret opened) { Q_EMIT sealOpened(std::make_shared<Secret>(std::move(opened))); });
}

void ReceiptDesk::saveCopy(const QString& from, const QString& to)
{
    startJob<Done>(
        this,
        [from, to](JobContext&) -> Status {
            const Result<QByteArray> bytes = readWhole(from, largestReceipt);
            return bytes ? AtomicFile::writeWhole(to, *bytes) : Status(bytes.failure());
        },
        [this, to](const Status& done) {
            if (done) {
                Q_EMIT saved(to);
            } else {
                Q_EMIT failed(done.failure());
            }
        });
}

void ReceiptDesk::enter(const QString& place, const std::vector<Checked>& files, const policy::CompanyPolicy& policy)
{
    startJob<Entered>(
        this,
        [place, files, policy](JobContext& job) -> Result<Entered> {
            Result<ReceiptRegister> entries = ReceiptRegister::open(place);
            if (!entries) {
                return entries.failure();
            }
            Entered all;
            for (const Checked& file : files) {
                if (const Status go = job.mayGoOn(); !go) {
                    return go.failure();
                }
                if (const Status done = enterInto(*entries, file, policy, all); !done) {
                    return done.failure();
                }
            }
            return all;
        },
        [this](Result<Entered> all) {
            if (all) {
                Q_EMIT entered(*all);
            } else {
                Q_EMIT failed(all.failure());
            }
        });
}

void ReceiptDesk::saveText(const QString& to, const QByteArray& text)
{
    startJob<Done>(
        this, [to, text](JobContext&) -> Status { return AtomicFile::writeWhole(to, text); },
        [this, to](const Status& done) {
            if (done) {
                Q_EMIT saved(to);
            } else {
                Q_EMIT failed(done.failure());
            }
        });
}

} // namespace staffelstab::handover
