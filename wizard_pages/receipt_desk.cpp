// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wizard_pages/receipt_desk.h"

#include "core/atomic_file.h"
#include "receipt/receipt_document.h"
#include "secrets/seal.h"

#include <QDirIterator>
#include <QFileInfo>

namespace staffelstab::wizard_pages {

namespace {

constexpr qint64 largestReceipt = 50LL * 1024 * 1024;
constexpr qint64 largestSeal = 1024LL * 1024;
constexpr int mostReceipts = 2000;

QStringList receiptsIn(const QStringList& paths)
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

ReceiptDesk::Checked checkFile(const QString& file)
{
    ReceiptDesk::Checked checked;
    checked.file = file;
    const Result<QByteArray> pdf = readWhole(file, largestReceipt);
    if (!pdf) {
        checked.finding.findings.push_back({receipt::Finding::Kind::NotAPdf, {}});
        return checked;
    }
    checked.finding = receipt::verifyReceipt(*pdf);
    if (const Result<QByteArray> copy = receipt::flattenedCopy(*pdf)) {
        checked.copy = *copy;
    }
    return checked;
}

} // namespace

ReceiptDesk::ReceiptDesk(QObject* parent) : QObject(parent) {}
ReceiptDesk::~ReceiptDesk() = default;

void ReceiptDesk::check(const QStringList& paths)
{
    using All = std::vector<Checked>;
    startJob<All>(
        this,
        [paths](JobContext& job) -> Result<All> {
            All all;
            for (const QString& file : receiptsIn(paths)) {
                if (const Status go = job.mayGoOn(); !go) {
                    return go.failure();
                }
                all.push_back(checkFile(file));
            }
            return all;
        },
        [this](Result<All> all) {
            if (!all) {
                Q_EMIT failed(all.failure());
                return;
            }
            for (const Checked& each : *all) {
                Q_EMIT checked(each);
            }
            Q_EMIT allChecked();
        });
}

void ReceiptDesk::compare(const Checked& checked, const QString& archive)
{
    startJob<Checked>(
        this,
        [checked, archive](JobContext&) -> Result<Checked> {
            Checked judged = checked;
            if (const Status done = receipt::compareArchive(judged.finding, archive); !done) {
                return done.failure();
            }
            return judged;
        },
        [this](Result<Checked> result) {
            if (result) {
                Q_EMIT compared(*result);
            } else {
                Q_EMIT failed(result.failure());
            }
        });
}

void ReceiptDesk::countersign(const QString& pendingPdf, handover::SignInput input, const Clock& clock,
                              const QString& tsa)
{
    auto shared = std::make_shared<handover::SignInput>(std::move(input));
    startJob<handover::ReceiptFiles>(
        this,
        [pendingPdf, shared, &clock, tsa](JobContext& job) {
            return handover::countersignFile(pendingPdf, std::move(*shared), clock, tsa, job);
        },
        [this](Result<handover::ReceiptFiles> files) {
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
    startJob<Secret>(
        this,
        [open = std::move(open), caseNumber](JobContext&) -> Result<Secret> {
            QString number;
            Result<Secret> opened = open(&number);
            if (opened && number != caseNumber) {
                return Failure{Failure::Kind::SealRefused, {}, {}};
            }
            return opened;
        },
        [this](Result<Secret> opened) {
            if (opened) {
                Q_EMIT sealOpened(std::make_shared<Secret>(std::move(*opened)));
            } else {
                Q_EMIT failed(opened.failure());
            }
        });
}

void ReceiptDesk::saveCopy(const QString& from, const QString& to)
{
    startJob<Done>(
        this,
        [from, to](JobContext&) -> Status {
            const Result<QByteArray> bytes = readWhole(from, largestReceipt);
            return bytes ? AtomicFile::writeWhole(to, *bytes) : Status(bytes.failure());
        },
        [this, to](Status done) {
            if (done) {
                Q_EMIT saved(to);
            } else {
                Q_EMIT failed(done.failure());
            }
        });
}

void ReceiptDesk::saveText(const QString& to, const QByteArray& text)
{
    startJob<Done>(
        this, [to, text](JobContext&) -> Status { return AtomicFile::writeWhole(to, text); },
        [this, to](Status done) {
            if (done) {
                Q_EMIT saved(to);
            } else {
                Q_EMIT failed(done.failure());
            }
        });
}

} // namespace staffelstab::wizard_pages
