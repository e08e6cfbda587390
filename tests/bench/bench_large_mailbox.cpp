// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A whole handover of a large invented mailbox: what it takes to scan, separate and archive it.
//   bench_large_mailbox [messages [maildir|flat|mbox|hollow [folder [take [KB]]]]]
// Default: 1,000,000 messages of about 5 KB as a Maildir of 20 folders in a temporary folder; flat: all in one. With a
// folder the mailbox in it is made if it is not there, and stays. A Maildir's scan is stopped half-way first and then
// goes on. With "take" a quarter is private: taken along and removed from the mailbox before the rest is archived.
// The archive is then written once more, stopped nine tenths through and gone on with.
// KB: each message is that large. hollow: an mbox whose messages are so large by holes in the file, for sizes no disk
// at hand has; zeros are read, hashed and packed as any bytes, but no disk has to bring them. Peaks are of resident
// memory, the program itself included.
#include "handover/handover_acts.h"
#include "policy/company_policy.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

using namespace staffelstab;
using namespace staffelstab::handover;

namespace {

class Dice
{
public:
    quint32 roll(quint32 sides)
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 7;
        m_state ^= m_state << 17;
        return static_cast<quint32>(m_state >> 32) % sides;
    }

private:
    quint64 m_state = 88172645463325252ULL;
};

/** As long as those of Exchange; three of four come from one of 300 servers. */
QByteArray messageId(int number)
{
    const auto mixed = static_cast<quint64>(number + 1) * 0x9E3779B97F4A7C15ULL;
    const quint64 server = number % 4 == 0 ? mixed >> 40 : (mixed >> 40) % 300;
    return QByteArray::number(mixed, 16).rightJustified(16, '0').toUpper() +
           QByteArray::number(mixed * mixed, 16).rightJustified(16, '0').toUpper() + "@mb" +
           QByteArray::number(server).rightJustified(8, '0') + ".prod.mail.example";
}

/** People, words and threads of an invented firm; few write much, many write little. Each thread has a subject of its
 * own. */
class MailMaker
{
public:
    MailMaker()
    {
        static const QByteArrayList words{"Angebot", "Termin",    "Rechnung", "Lieferung",    "Projekt", "Sitzung",
                                          "Entwurf", "Vertrag",   "Zahlung",  "Auftrag",      "Kunde",   "Bericht",
                                          "Planung", "Kuchen",    "Verein",   "Geburtstag",   "Urlaub",  "Familie",
                                          "Schule",  "Protokoll", "bitte",    "freundlichen", "morgen",  "haben"};
        for (int i = 0; i < 20'000; ++i) {
            QByteArray line;
            for (int word = 0; word < 11; ++word) {
                line += words[m_dice.roll(static_cast<quint32>(words.size()))];
                line += m_dice.roll(5) == 0 ? QByteArray::number(m_dice.roll(10'000)) : QByteArray();
                line += word == 10 ? '\n' : ' ';
            }
            m_lines.push_back(line);
        }
    }

    /** At least so many bytes, most of them as an attachment would be. */
    void setSize(qsizetype bytes) { m_size = bytes; }

    QByteArray make(int number)
    {
        const double share = static_cast<double>(m_dice.roll(1'000'000)) / 1e6;
        const QByteArray person = QByteArray::number(static_cast<int>(share * share * share * 4000));
        static constexpr std::array domains{"firma.example", "kunde.example", "gmx.example", "verein.example"};
        const QByteArray other = "Vorname Nachname" + person + " <p" + person + '@' +
                                 domains[static_cast<std::size_t>(person.toInt()) % domains.size()] + '>';
        const QByteArray own = "Lea Gehtbald <lea@firma.example>";
        m_isSent = m_dice.roll(10) < 3;
        const QByteArray id = QByteArray::number(number);
        const QByteArray date = QDateTime::fromSecsSinceEpoch(1'500'000'000 + qint64{number} * 250, Qt::UTC)
                                    .toString(Qt::RFC2822Date)
                                    .toLatin1();
        QByteArray mail = "Received: from mx.kunde.example\n\tby mail.firma.example with ESMTPS id " + id + "; " +
                          date + "\nFrom: " + (m_isSent ? own : other) + "\nTo: " + (m_isSent ? other : own) +
                          "\nDate: " + date + "\nMessage-ID: <" + messageId(number) + ">\n" + threadOf(number);
        mail += "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n";
        for (quint32 line = 10 + m_dice.roll(90); line > 0; --line) {
            mail += m_lines[m_dice.roll(20'000)];
        }
        while (mail.size() < m_size) {
            mail += noise();
        }
        return mail;
    }
    [[nodiscard]] bool isSent() const { return m_isSent; }

private:
    /** Subject, and In-Reply-To of a third: to one of the eight before. */
    QByteArray threadOf(int number)
    {
        QByteArray& subject = m_recent[static_cast<std::size_t>(number) % m_recent.size()];
        if (m_dice.roll(10) >= 3 || number <= 10) {
            subject = m_lines[m_dice.roll(20'000)].left(30).simplified() + ' ' + QByteArray::number(number);
            return "Subject: " + subject + '\n';
        }
        const int answered = number - 1 - static_cast<int>(m_dice.roll(8));
        subject = m_recent[static_cast<std::size_t>(answered) % m_recent.size()];
        return "Subject: AW: " + subject + "\nIn-Reply-To: <" + messageId(answered) + ">\n";
    }

    /** Lines of base64 of what cannot be packed. */
    QByteArray noise()
    {
        QByteArray bytes(57 * 64, Qt::Uninitialized);
        for (char& byte : bytes) {
            byte = static_cast<char>(m_dice.roll(256));
        }
        QByteArray lines;
        for (qsizetype at = 0; at < bytes.size(); at += 57) {
            lines += bytes.mid(at, 57).toBase64() + '\n';
        }
        return lines;
    }

    Dice m_dice;
    std::vector<QByteArray> m_lines;
    /** Subjects of the last messages. */
    std::array<QByteArray, 16> m_recent;
    qsizetype m_size = 0;
    bool m_isSent = false;
};

bool makeMbox(const QString& path, int count, qsizetype size, bool isHollow)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    MailMaker maker;
    maker.setSize(isHollow ? 0 : size);
    for (int number = 0; number < count; ++number) {
        const QByteArray mail = maker.make(number);
        file.write("From lea@firma.example Thu Mar  5 09:30:00 2026\n" + mail);
        if (isHollow && !file.seek(file.pos() + std::max<qsizetype>(size - mail.size(), 0))) {
            return false;
        }
        file.write("\n\n");
    }
    return file.flush();
}

bool makeMaildir(const QString& path, int count, bool isFlat, qsizetype size)
{
    QStringList folders{path, isFlat ? path : path + QStringLiteral("/.Sent")};
    for (int i = 0; !isFlat && i < 18; ++i) {
        folders << path + QStringLiteral("/.Projekte.Nummer %1").arg(i);
    }
    for (const QString& folder : std::as_const(folders)) {
        for (const char* part : {"/cur", "/new", "/tmp"}) {
            QDir().mkpath(folder + QLatin1String(part));
        }
    }
    MailMaker maker;
    maker.setSize(size);
    for (int number = 0; number < count; ++number) {
        const QByteArray mail = maker.make(number);
        const QString& folder = maker.isSent() ? folders[1] : folders[number % folders.size()];
        QFile file(folder + QStringLiteral("/cur/%1.M%2P4711.postfach,S=%3:2,S")
                                .arg(1'500'000'000 + qint64{number} * 250)
                                .arg(number)
                                .arg(mail.size()));
        if (!file.open(QIODevice::WriteOnly) || file.write(mail) != mail.size()) {
            return false;
        }
    }
    return true;
}

qint64 statusValue(const char* file, const QByteArray& label)
{
    QFile status(QString::fromLatin1(file));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith(label)) {
            return line.mid(label.size()).simplified().split(' ').first().toLongLong();
        }
    }
    return 0;
}

class Stage
{
public:
    Stage(const char* name, int messages) : m_name(name), m_messages(messages)
    {
        QFile reset(QStringLiteral("/proc/self/clear_refs"));
        if (reset.open(QIODevice::WriteOnly)) {
            reset.write("5"); // the peak counts anew
        }
        m_timer.start();
    }
    ~Stage()
    {
        const double wall = static_cast<double>(m_timer.elapsed()) / 1000;
        const double cpu = static_cast<double>(std::clock() - m_clock) / CLOCKS_PER_SEC;
        std::printf("%-16s %8.1f s wall %8.1f s CPU %8.0f messages/s  read %7lld MB  peak %5lld MB  held %5lld MB\n",
                    m_name, wall, cpu, m_messages / wall,
                    static_cast<long long>((statusValue("/proc/self/io", "rchar:") - m_read) / 1'000'000),
                    static_cast<long long>(statusValue("/proc/self/status", "VmHWM:") / 1024),
                    static_cast<long long>(statusValue("/proc/self/status", "VmRSS:") / 1024));
        std::fflush(stdout);
    }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

private:
    const char* m_name;
    int m_messages;
    QElapsedTimer m_timer;
    std::clock_t m_clock = std::clock();
    qint64 m_read = statusValue("/proc/self/io", "rchar:");
};

People people()
{
    People people;
    people.leaver = {QStringLiteral("Lea Gehtbald"), QStringLiteral("lea@firma.example"), {}, {}};
    people.supervisor = {QStringLiteral("Sven Vorgesetzt"), QStringLiteral("sven@firma.example"), {}, {}};
    people.lastWorkingDay = QDate(2026, 12, 31);
    people.endOfContract = QDate(2026, 12, 31);
    return people;
}

/** Business, but for the club's quarter where `isSomePrivate`. */
Status decideAll(HandoverCase& handover, bool isSomePrivate)
{
    const separation::SeparationPlan& plan = handover.plan();
    std::vector<separation::Decision> decisions;
    for (quint32 number = 0; number < plan.groupCount(separation::Scope::Correspondent); ++number) {
        const QString key = plan.groupKey(separation::Scope::Correspondent, number);
        const bool isPrivate = isSomePrivate && key.endsWith(QStringLiteral("@verein.example"));
        decisions.push_back({separation::Scope::Correspondent, key,
                             isPrivate ? separation::Verdict::Private : separation::Verdict::Business,
                             QDateTime::currentDateTimeUtc()});
    }
    return handover.decideAll(decisions);
}

Status scan(HandoverActs& acts, int count, bool isStoppedFirst)
{
    if (isStoppedFirst) {
        const Stage stage("scan, stopped", count / 2);
        auto cancelled = std::make_shared<std::atomic_bool>(false);
        JobContext job([cancelled, count](const Progress& progress) { *cancelled = progress.done >= count / 2; },
                       cancelled);
        if (acts.runScan({}, job)) {
            return Failure{Failure::Kind::Internal, {}, QStringLiteral("not stopped")};
        }
    }
    const Stage stage(isStoppedFirst ? "scan, gone on" : "scan", isStoppedFirst ? count - count / 2 : count);
    JobContext job;
    return acts.runScan({}, job);
}

Status takePrivateMail(HandoverCase& handover, HandoverActs& acts, const QString& folder)
{
    const auto count =
        static_cast<int>(handover.plan().tallies()[static_cast<std::size_t>(separation::Verdict::Private)].messages);
    JobContext job;
    {
        const Stage stage("take along", count);
        Status chosen = handover.setTakeawayChoice(
            {TakeawayChoice::Action::Take, archive::TakeawayOptions::Format::Mbox, folder, false, true});
        if (Status taken = chosen ? acts.runTakeaway({}, {}, job) : chosen; !taken) {
            return taken;
        }
    }
    const Stage stage("remove", count);
    Status removed = acts.runRemoval({}, job);
    if (removed && handover.takeaway()->removed.value_or(0) != static_cast<quint32>(count)) {
        return Failure{Failure::Kind::Internal, {}, QStringLiteral("messages were not removed")};
    }
    return removed;
}

/** "gone on" reads what is written, the rest of the mailbox, and everything back. */
Status archiveInTwo(HandoverCase& handover, HandoverActs& acts, const Secret& passphrase, int count)
{
    const int first = count / 10 * 9;
    {
        const Stage stage("archive, stopped", first);
        auto cancelled = std::make_shared<std::atomic_bool>(false);
        JobContext job(
            [cancelled, first](const Progress& progress) {
                *cancelled = progress.stage == Progress::Stage::Copying && progress.done >= first;
            },
            cancelled);
        if (acts.runArchive({}, passphrase.clone(), job)) {
            return Failure{Failure::Kind::Internal, {}, QStringLiteral("not stopped")};
        }
    }
    const Stage stage("archive, gone on", count - first);
    JobContext job;
    Status written = acts.runArchive({}, passphrase.clone(), job);
    if (written) {
        std::printf("  %u of %u messages were not read from the mailbox again\n", handover.archive()->takenUp,
                    handover.archive()->messages);
    }
    return written;
}

Status archive(HandoverCase& handover, HandoverActs& acts, const QString& folder)
{
    const Secret passphrase("sieben kurze worte");
    const quint32 count = handover.plan().tallies()[static_cast<std::size_t>(separation::Verdict::Business)].messages;
    JobContext job;
    {
        const Stage stage("archive", static_cast<int>(count));
        Status chosen = handover.setArchiveChoice({archive::ArchiveOptions::Container::Zip, folder, {}, {}});
        Status written = chosen ? acts.runArchive({}, passphrase.clone(), job) : chosen;
        if (!written || handover.archive()->messages != count) {
            return written ? Failure{Failure::Kind::Internal, {}, QStringLiteral("messages are missing")} : written;
        }
    }
    {
        const Stage stage("check archive", static_cast<int>(count));
        const auto checked = archive::checkBusinessArchive(handover.archive()->path, passphrase, job);
        if (!checked || !checked->isIntact || checked->messages != count) {
            return checked ? Failure{Failure::Kind::ArchiveDiffers, {}, checked->differences.join(u' ')}
                           : checked.failure();
        }
    }
    return archiveInTwo(handover, acts, passphrase, static_cast<int>(count));
}

Status handOver(const mail::MailboxSource& mailbox, const QString& folder, int count, bool isTaken)
{
    const SystemClock clock;
    auto handover = HandoverCase::create(folder + QStringLiteral("/bench.case"), policy::builtInPolicy(),
                                         QStringLiteral("de"), clock);
    if (!handover) {
        return handover.failure();
    }
    HandoverCase& its = **handover;
    const auto secrets = secrets::makeMemoryStore();
    HandoverActs acts(its, *secrets);
    for (const Status& step : {its.setPeople(people()), its.confirmPolicy(), its.addMailbox(mailbox),
                               scan(acts, count, mailbox.kind == mail::StoreKind::Maildir)}) {
        if (!step) {
            return step;
        }
    }
    {
        const Stage stage("separate", count);
        if (Status decided = decideAll(its, isTaken); !decided) {
            return decided;
        }
    }
    if (Status taken = isTaken ? takePrivateMail(its, acts, folder) : Status(Done{}); !taken) {
        return taken;
    }
    return archive(its, acts, folder);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // the label of the archive is drawn
    const QGuiApplication app(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 1'000'000;
    const bool isHollow = argc > 2 && QByteArray(argv[2]) == "hollow";
    const bool isMbox = isHollow || (argc > 2 && QByteArray(argv[2]) == "mbox");
    const QTemporaryDir dir;
    const QString folder = argc > 3 ? QString::fromLocal8Bit(argv[3]) : dir.path();
    mail::MailboxSource mailbox;
    mailbox.kind = isMbox ? mail::StoreKind::Mbox : mail::StoreKind::Maildir;
    mailbox.path = folder + (isMbox ? QStringLiteral("/mbox") : QStringLiteral("/Maildir"));
    const bool isTaken = argc > 4 && QByteArray(argv[4]) == "take";
    const qsizetype size = argc > 5 ? QByteArray(argv[5]).toLongLong() * 1024 : 0;
    const bool isFlat = argc > 2 && QByteArray(argv[2]) == "flat";
    const bool isMade = QFile::exists(mailbox.path) || (isMbox ? makeMbox(mailbox.path, count, size, isHollow)
                                                               : makeMaildir(mailbox.path, count, isFlat, size));
    const QTemporaryDir output(folder + QStringLiteral("/out-XXXXXX"));
    const Status done = isMade ? handOver(mailbox, output.path(), count, isTaken) : Status(Failure{});
    if (!done) {
        std::fprintf(stderr, "failed: %d %s\n", static_cast<int>(done.failure().kind),
                     qPrintable(done.failure().detail));
        return 1;
    }
    return 0;
}
