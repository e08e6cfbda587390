// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail_recorders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace staffelstab;
using namespace staffelstab::mail;

class TestEmlStore : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    JobContext m_job;

    [[nodiscard]] QString at(const char* name) const { return m_dir->filePath(QString::fromUtf8(name)); }

    std::unique_ptr<MailStore> openStore()
    {
        MailboxSource source;
        source.kind = StoreKind::Eml;
        source.path = at("Mails");
        return openMailStore(source, Secret(), m_job).value();
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void readsATreeOfFiles()
    {
        writeFile(at("Mails/eins.eml"), letter("eins"));
        writeFile(at("Mails/Privat/Chor/Grüße.EML"), letter("zwei"));
        writeFile(at("Mails/Gesendete Elemente/drei.eml"), letter("drei"));
        writeFile(at("Mails/Notizen/notiz.txt"), "kein Brief");
        const auto store = openStore();
        const auto folders = store->folders(m_job);
        QCOMPARE(pathsOf(*folders), QStringList({QStringLiteral("Gesendete Elemente"), QStringLiteral("Mails"),
                                                 QStringLiteral("Privat/Chor")}));
        RecordingSink sink;
        QVERIFY(store->scan(*folders, sink, m_job).isOk());
        QCOMPARE(sink.messages.size(), std::size_t(3));
        QCOMPARE(sink.ref("zwei").key, QByteArray("Privat/Chor/Gr\xc3\xbc\xc3\x9f"
                                                  "e.EML"));
        RecordingReceiver receiver;
        for (const Folder& folder : *folders) {
            if (folder.path == QLatin1String("Privat/Chor")) {
                const std::vector<MessageRef> refs{sink.ref("zwei")};
                QVERIFY(store->read(folder, refs, receiver, m_job).isOk());
            }
            if (folder.path == QLatin1String("Gesendete Elemente")) {
                QCOMPARE(folder.use, SpecialUse::Sent);
            }
        }
        QCOMPARE(receiver.whole[sink.ref("zwei").key], letter("zwei"));
    }

    void neverFollowsLinks()
    {
        writeFile(at("Mails/eins.eml"), letter("eins"));
        writeFile(at("outside/geheim.eml"), letter("geheim"));
        QVERIFY(QFile::link(at("outside/geheim.eml"), at("Mails/link.eml")));
        QVERIFY(QFile::link(at("outside"), at("Mails/ordner")));
        QVERIFY(QFile::link(at("Mails"), at("Mails/kreis")));
        const auto store = openStore();
        const auto folders = store->folders(m_job);
        RecordingSink sink;
        QVERIFY(store->scan(*folders, sink, m_job).isOk());
        QCOMPARE(sink.messages.size(), std::size_t(1));
        QCOMPARE(sink.broken.size(), std::size_t(3));
        for (const UnreadableMessage& broken : sink.broken) {
            QCOMPARE(broken.why.kind, Failure::Kind::PathUnsafe);
        }
        const std::vector<RemovalOrder> orders{{{"link.eml", {}, 0}, Sha256::of(letter("geheim"))}};
        const auto outcome = store->remove(folders->front(), orders, m_job);
        QVERIFY(outcome.isOk());
        QVERIFY(QFile::exists(at("outside/geheim.eml")));
    }

    void removesWhatWasCopied()
    {
        writeFile(at("Mails/a/eins.eml"), letter("eins"));
        writeFile(at("Mails/a/zwei.eml"), letter("zwei"));
        const auto store = openStore();
        const auto folders = store->folders(m_job);
        RecordingSink sink;
        QVERIFY(store->scan(*folders, sink, m_job).isOk());
        const std::vector<RemovalOrder> orders{{sink.ref("eins"), Sha256::of(letter("eins"))},
                                               {sink.ref("zwei"), Sha256::of("anders")}};
        const auto outcome = store->remove(folders->front(), orders, m_job);
        QVERIFY((outcome->removed == std::vector<MessageKey>{"a/eins.eml"}));
        QCOMPARE(outcome->kept.size(), std::size_t(1));
        QVERIFY(!QFile::exists(at("Mails/a/eins.eml")));
        QVERIFY(QFile::exists(at("Mails/a/zwei.eml")));
    }

    void listsNamesThatQtCannotOpen()
    {
        writeFile(at("Mails/eins.eml"), letter("eins"));
        const QByteArray latin1 = QFile::encodeName(at("Mails/")) + "Gr\xfc\xdf"
                                                                    "e.eml";
        FILE* file = std::fopen(latin1.constData(), "w");
        QVERIFY(file != nullptr);
        std::fclose(file);
        const auto store = openStore();
        const auto folders = store->folders(m_job);
        RecordingSink sink;
        QVERIFY(store->scan(*folders, sink, m_job).isOk());
        QCOMPARE(sink.broken.size(), std::size_t(1));
        QCOMPARE(sink.broken.front().key, QByteArray("Gr\xfc\xdf"
                                                     "e.eml"));
        std::remove(latin1.constData());
    }

    void saysWhenThereIsNoMessage()
    {
        writeFile(at("Mails/notiz.txt"), "x");
        QCOMPARE(openStore()->folders(m_job).failure().kind, Failure::Kind::BadInput);
    }
};

QTEST_GUILESS_MAIN(TestEmlStore)
#include "tst_eml_store.moc"
