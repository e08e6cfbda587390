// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"
#include "mail/header_block.h"

#include "mail_recorders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail;

namespace {

const QByteArray dated = "From lea@firma.example Fri Nov  6 10:00:00 2026\n";

QByteArray mbox(const QList<QByteArray>& messages)
{
    QByteArray file;
    for (const QByteArray& message : messages) {
        file += dated + message + "\n";
    }
    return file;
}

} // namespace

class TestMboxStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MailStore> m_store;
    JobContext m_job;
    std::vector<Folder> m_folders;

    [[nodiscard]] QString at(const char* name) const { return m_dir->filePath(QString::fromUtf8(name)); }

    RecordingSink scan(const QString& path)
    {
        MailboxSource source;
        source.kind = StoreKind::Mbox;
        source.path = path;
        m_store = openMailStore(source, Secret(), m_job).value();
        m_folders = m_store->folders(m_job).value();
        RecordingSink sink;
        if (!m_store->scan(m_folders, sink, m_job)) {
            qFatal("scan failed");
        }
        return sink;
    }

    std::vector<RemovalOrder> ordersFor(const RecordingSink& sink, const QList<QByteArray>& subjects)
    {
        std::vector<RemovalOrder> orders;
        for (const QByteArray& subject : subjects) {
            orders.push_back({sink.ref(subject), Sha256::of(letter(subject))});
        }
        return orders;
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void readsAThunderbirdTree()
    {
        const QByteArray file = mbox({letter("x")});
        for (const char* name : {"Inbox", "Inbox.sbd/Privat", "Inbox.sbd/Privat.sbd/Chor", "Sent", "Entw&APw-rfe",
                                 "Export.mbox", "Apple.mbox/mbox"}) {
            writeFile(at(name), file);
        }
        writeFile(at("Leer"), {});
        writeFile(at("Leer.msf"), "// <!-- <mdb:mork");
        writeFile(at("Inbox.msf"), "// <!-- <mdb:mork");
        writeFile(at("popstate.dat"), "# POP3 State File\n");
        const RecordingSink sink = scan(m_dir->path());
        QCOMPARE(pathsOf(m_folders),
                 QStringList({QStringLiteral("Apple"), QStringLiteral("Entwürfe"), QStringLiteral("Export"),
                              QStringLiteral("Inbox"), QStringLiteral("Inbox/Privat"),
                              QStringLiteral("Inbox/Privat/Chor"), QStringLiteral("Leer"), QStringLiteral("Sent")}));
        QCOMPARE(sink.messages.size(), std::size_t(7));
        QVERIFY(sink.broken.empty());
    }

    void readsWholeMessagesOfOneFile()
    {
        const QByteArray large = letter("large", QByteArray("0123456789\n").repeated(300'000));
        writeFile(at("Archiv.mbox"), mbox({letter("a"), large, letter("c")}));
        const RecordingSink sink = scan(at("Archiv.mbox"));
        QCOMPARE(m_folders.front().path, QStringLiteral("Archiv"));
        QCOMPARE(m_folders.front().use, SpecialUse::Archive);
        RecordingReceiver receiver;
        QVERIFY(m_store->read(m_folders.front(), sink.refs(), receiver, m_job).isOk());
        QVERIFY(receiver.failures.empty());
        QCOMPARE(receiver.whole[sink.ref("large").key], large);
        QCOMPARE(receiver.whole[sink.ref("c").key], letter("c"));
    }

    void removesOnlyWhatWasOrdered()
    {
        writeFile(at("box"), mbox({letter("a"), letter("b"), letter("c"), letter("d")}));
        QFile::setPermissions(at("box"), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
        const RecordingSink sink = scan(at("box"));
        const auto outcome = m_store->remove(m_folders.front(), ordersFor(sink, {"a", "c"}), m_job);
        QVERIFY(outcome.isOk());
        QCOMPARE(outcome->removed.size(), std::size_t(2));
        QVERIFY(outcome->kept.empty());
        QCOMPARE(readFile(at("box")), mbox({letter("b"), letter("d")}));
        QVERIFY(QFile::permissions(at("box")) & QFile::ReadGroup);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{QStringLiteral("box")});
    }

    void findsMessagesThatMovedWhenOthersWereRemoved()
    {
        writeFile(at("box"), mbox({letter("a"), letter("b"), letter("c")}));
        const RecordingSink sink = scan(at("box"));
        QVERIFY(m_store->remove(m_folders.front(), ordersFor(sink, {"a"}), m_job).isOk());
        RecordingReceiver receiver;
        QVERIFY(m_store->read(m_folders.front(), sink.refs(), receiver, m_job).isOk());
        QCOMPARE(receiver.failures[sink.ref("a").key], Failure::Kind::MessageGone);
        QCOMPARE(receiver.whole[sink.ref("c").key], letter("c"));
        const auto outcome = m_store->remove(m_folders.front(), ordersFor(sink, {"a", "c"}), m_job);
        QCOMPARE(outcome->removed.size(), std::size_t(2));
        QCOMPARE(readFile(at("box")), mbox({letter("b")}));
    }

    void removesOneOfTwoEqualMessages()
    {
        writeFile(at("box"), mbox({letter("a"), letter("b"), letter("a")}));
        const RecordingSink sink = scan(at("box"));
        const std::vector<MessageRef> refs = sink.refs();
        const std::vector<RemovalOrder> orders{{refs.back(), Sha256::of(letter("a"))}};
        QCOMPARE(m_store->remove(m_folders.front(), orders, m_job)->removed.size(), std::size_t(1));
        QCOMPARE(readFile(at("box")), mbox({letter("a"), letter("b")}));
    }

    void keepsWhatAnotherProgramChanged()
    {
        writeFile(at("box"), mbox({letter("a"), letter("b")}));
        const RecordingSink sink = scan(at("box"));
        const QByteArray changed = mbox({"Status: RO\n" + letter("a"), letter("b")});
        writeFile(at("box"), changed);
        const auto outcome = m_store->remove(m_folders.front(), ordersFor(sink, {"a"}), m_job);
        QVERIFY(outcome.isOk());
        QVERIFY(outcome->removed.empty());
        QCOMPARE(outcome->kept.front().why.kind, Failure::Kind::MessageChanged);
        QCOMPARE(readFile(at("box")), changed);
        RecordingReceiver receiver;
        QVERIFY(m_store->read(m_folders.front(), sink.refs(), receiver, m_job).isOk());
        QCOMPARE(receiver.failures[sink.ref("a").key], Failure::Kind::MessageChanged);
    }

    void keepsWhatIsNotWhatWasCopied()
    {
        writeFile(at("box"), mbox({letter("a")}));
        const RecordingSink sink = scan(at("box"));
        const std::vector<RemovalOrder> orders{{sink.ref("a"), Sha256::of("anders")}};
        QCOMPARE(m_store->remove(m_folders.front(), orders, m_job)->kept.front().why.kind,
                 Failure::Kind::MessageChanged);
        QCOMPARE(readFile(at("box")), mbox({letter("a")}));
    }

    void keepsMailThatArrivesWhileRemoving()
    {
        writeFile(at("box"), mbox({letter("a"), letter("b")}));
        const RecordingSink sink = scan(at("box"));
        const QString path = at("box");
        JobContext job(
            [path](const Progress& progress) {
                if (progress.stage == Progress::Stage::Removing) {
                    QFile file(path);
                    if (file.open(QIODevice::Append)) {
                        file.write(mbox({letter("new")}));
                    }
                }
            },
            nullptr);
        const auto outcome = m_store->remove(m_folders.front(), ordersFor(sink, {"a"}), job);
        QCOMPARE(outcome.failure().kind, Failure::Kind::FolderChanged);
        QCOMPARE(readFile(path), mbox({letter("a"), letter("b"), letter("new")}));
    }

    void leavesTheFileAloneWhenCancelled()
    {
        writeFile(at("box"), mbox({letter("a"), letter("b")}));
        const RecordingSink sink = scan(at("box"));
        JobContext job = cancelledAfter(1);
        QCOMPARE(m_store->remove(m_folders.front(), ordersFor(sink, {"a"}), job).failure().kind,
                 Failure::Kind::Cancelled);
        QCOMPARE(readFile(at("box")), mbox({letter("a"), letter("b")}));
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{QStringLiteral("box")});
    }

    void respectsAnotherProgramsLock()
    {
        writeFile(at("box"), mbox({letter("a")}));
        const RecordingSink sink = scan(at("box"));
        writeFile(at("box.lock"), "1\ninit\nlocalhost\n");
        auto cancelled = std::make_shared<std::atomic_bool>(true);
        JobContext job({}, cancelled);
        QCOMPARE(m_store->remove(m_folders.front(), ordersFor(sink, {"a"}), job).failure().kind,
                 Failure::Kind::Cancelled);
        QVERIFY(QFile::exists(at("box.lock")));
        QCOMPARE(readFile(at("box")), mbox({letter("a")}));
    }

    void reportsWhatIsDamaged()
    {
        writeFile(at("box.mbox"), QByteArray("\0\0\0garbage\n\n", 12) +
                                      mbox({letter("a"), "X: " + QByteArray(headerLimit, 'x') + "\n\nb\n"}));
        const RecordingSink sink = scan(at("box.mbox"));
        QCOMPARE(sink.messages.size(), std::size_t(1));
        QCOMPARE(sink.broken.size(), std::size_t(2));
        QCOMPARE(sink.broken.front().why.kind, Failure::Kind::MailboxDamaged);
        QCOMPARE(sink.broken.back().why.kind, Failure::Kind::MessageUnreadable);
    }

    void neverFollowsLinks()
    {
        writeFile(at("outside/geheim"), mbox({letter("geheim")}));
        writeFile(at("box/Inbox"), mbox({letter("a")}));
        QVERIFY(QFile::link(at("outside/geheim"), at("box/Fremd")));
        const RecordingSink sink = scan(at("box"));
        QCOMPARE(sink.messages.size(), std::size_t(1));
        QCOMPARE(sink.broken.size(), std::size_t(1));
        QCOMPARE(sink.broken.front().why.kind, Failure::Kind::PathUnsafe);
    }

    void saysWhenTheFileIsGone()
    {
        MailboxSource source;
        source.kind = StoreKind::Mbox;
        source.path = at("missing");
        QCOMPARE(openMailStore(source, Secret(), m_job).failure().kind, Failure::Kind::FileNotFound);
        writeFile(at("box"), mbox({letter("a")}));
        scan(at("box"));
        RecordingSink sink;
        QVERIFY(QFile::remove(at("box")));
        QCOMPARE(m_store->scan(m_folders, sink, m_job).failure().kind, Failure::Kind::FolderGone);
    }
};

QTEST_GUILESS_MAIN(TestMboxStore)
#include "tst_mbox_store.moc"
