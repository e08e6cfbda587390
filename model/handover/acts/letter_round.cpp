// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/letter_round.h"

#include "archive/safe_name.h"
#include "core/atomic_file.h"
#include "mail/imap/delivery.h"

#include <QDir>
#include <QThread>

namespace staffelstab::handover {

namespace {

using Kind = Failure::Kind;
using namespace std::chrono_literals;

constexpr int mostRefusals = 3;

Progress at(std::size_t done, std::size_t total)
{
    return {Progress::Stage::Copying, static_cast<qint64>(done), static_cast<qint64>(total), 0, 0};
}

/** Comes back early only to say that the job was cancelled. */
Status rest(std::chrono::milliseconds pause, const JobContext& job)
{
    constexpr std::chrono::milliseconds step = 50ms;
    for (std::chrono::milliseconds left = pause; left > 0ms; left -= step) {
        if (Status may = job.mayGoOn(); !may) {
            return may;
        }
        QThread::msleep(static_cast<unsigned long>(std::min(left, step).count()));
    }
    return job.mayGoOn();
}

bool isToSend(LetterState state)
{
    return state == LetterState::Open || state == LetterState::Refused;
}

/** What is known of a letter that was not taken. */
LetterState stateAfter(const Failure& failure, const reply::MailSender& sender)
{
    if (failure.kind == Kind::ServerRefused) {
        return LetterState::Refused;
    }
    return sender.mayHaveArrived() ? LetterState::Unclear : LetterState::Open;
}

/** The levels of the folder for drafts. */
Result<QStringList> draftsFolder(const MailboxLogin& login, JobContext& job)
{
    auto store = mail::openMailStore(login.source, login.password, job);
    if (!store) {
        return store.failure();
    }
    const Result<std::vector<mail::Folder>> folders = (*store)->folders(job);
    if (!folders) {
        return folders.failure();
    }
    const auto drafts = std::find_if(folders->begin(), folders->end(),
                                     [](const mail::Folder& folder) { return folder.use == mail::SpecialUse::Drafts; });
    return drafts == folders->end() ? QStringList{QStringLiteral("Drafts")} : drafts->path.split(u'/');
}

QString folderName(reply::Audience audience, const QString& language)
{
    const bool isGerman = language == QLatin1String("de");
    if (audience == reply::Audience::Private) {
        return isGerman ? QStringLiteral("Privat") : QStringLiteral("Private");
    }
    return isGerman ? QStringLiteral("Dienstlich") : QStringLiteral("Business");
}

} // namespace

Status sendLetters(std::span<const Letter> letters, const LetterPost& post, const Secret& password,
                   LetterJournal& journal, JobContext& job)
{
    reply::MailSender sender(post.server, password);
    int refusals = 0;
    bool isFirst = true;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const Letter& letter = letters[i];
        job.report(at(i, letters.size()));
        if (!isToSend(journal.stateOf(letter.audience, letter.to.address))) {
            continue;
        }
        if (Status rested = rest(std::exchange(isFirst, false) ? 0ms : post.pause, job); !rested) {
            return rested;
        }
        if (Status noted = journal.begin(letter.audience, letter.to.address); !noted) {
            return noted;
        }
        Status sent = sender.send(post.from, letter.to.address, letter.message, job);
        const LetterState state = sent ? LetterState::Sent : stateAfter(sent.failure(), sender);
        if (Status noted = journal.end(letter.audience, letter.to.address, state); !noted) {
            return noted;
        }
        refusals = state == LetterState::Refused ? refusals + 1 : 0;
        if (!sent && (state != LetterState::Refused || refusals >= mostRefusals)) {
            return sent;
        }
    }
    job.report(at(letters.size(), letters.size()));
    return Done{};
}

Status saveDrafts(std::span<const Letter> letters, const MailboxLogin& login, LetterJournal& journal, JobContext& job)
{
    job.report({Progress::Stage::Connecting});
    const Result<QStringList> folder = draftsFolder(login, job);
    if (!folder) {
        return folder.failure();
    }
    auto delivery = mail::openImapDelivery(login.source, login.password, job);
    if (!delivery) {
        return delivery.failure();
    }
    if (Status begun = (*delivery)->beginFolder(*folder, job); !begun) {
        return begun;
    }
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const Letter& letter = letters[i];
        job.report(at(i, letters.size()));
        const LetterState state = journal.stateOf(letter.audience, letter.to.address);
        if (!isToSend(state) && state != LetterState::Drafting) {
            continue;
        }
        // Before it may be there: parcels go out in batches, and a broken connection tells of none.
        if (Status noted = journal.begin(letter.audience, letter.to.address, LetterState::Drafting); !noted) {
            return noted;
        }
        mail::Parcel parcel;
        parcel.number = static_cast<qint64>(i);
        parcel.standing.flags = {"\\Draft", "\\Seen"};
        parcel.replay = [&letter](const mail::Parcel::Take& take) { return take(letter.message); };
        if (Status put = (*delivery)->put(parcel, job); !put) {
            return put;
        }
    }
    const Result<std::vector<mail::Delivered>> delivered = (*delivery)->endFolder(job);
    if (!delivered) {
        return delivered.failure();
    }
    for (const mail::Delivered& one : *delivered) {
        const Letter& letter = letters[static_cast<std::size_t>(one.number)];
        const bool isThere = one.state != mail::Delivered::State::Failed;
        if (Status noted =
                journal.end(letter.audience, letter.to.address, isThere ? LetterState::Handed : LetterState::Refused);
            !noted) {
            return noted;
        }
    }
    return Done{};
}

Status writeLetters(std::span<const Letter> letters, const QString& target, const QString& language,
                    LetterJournal& journal, JobContext& job)
{
    archive::SafePaths names;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const Letter& letter = letters[i];
        job.report(at(i, letters.size()));
        const QString folder = names.folder({folderName(letter.audience, language)});
        const QString file = QDir(target).filePath(names.file(folder, letter.to.address, QStringLiteral(".eml")));
        const LetterState state = journal.stateOf(letter.audience, letter.to.address);
        if (state == LetterState::Sent || state == LetterState::Unclear || state == LetterState::Drafting) {
            continue;
        }
        if (Status may = job.mayGoOn(); !may) {
            return may;
        }
        if (!QDir(target).mkpath(folder)) {
            return Failure{Kind::FileNotWritable, target, {}};
        }
        // Outlook and Thunderbird open such a message to be written on.
        if (Status written = AtomicFile::writeWhole(file, "X-Unsent: 1\r\n" + letter.message); !written) {
            return written;
        }
        if (state != LetterState::Handed) {
            if (Status noted = journal.end(letter.audience, letter.to.address, LetterState::Handed); !noted) {
                return noted;
            }
        }
    }
    return Done{};
}

} // namespace staffelstab::handover
