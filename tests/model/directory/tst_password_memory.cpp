// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/platform.h"
#include "directory/password_change.h"
#include "servers/samba_server.h"
#include "servers/slapd_server.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace staffelstab;
using namespace staffelstab::directory;

namespace {

constexpr char mask = 0x5a;

/** A password as it may lie about without being found: every byte masked. */
QByteArray masked(QByteArrayView plain)
{
    QByteArray bytes(plain.size(), Qt::Uninitialized);
    std::transform(plain.begin(), plain.end(), bytes.begin(), [](char c) { return static_cast<char>(c ^ mask); });
    return bytes;
}

/** Places in `block` where the masked bytes lie in the clear, one byte each or as UTF-16. */
int countIn(const QByteArray& block, const QByteArray& maskedSecret, qsizetype width)
{
    const qsizetype length = maskedSecret.size() * width;
    int found = 0;
    for (qsizetype at = 0; at + length <= block.size(); ++at) {
        qsizetype i = 0;
        while (i < maskedSecret.size() && (block[at + i * width] ^ mask) == maskedSecret[i] &&
               (width == 1 || block[at + i * width + 1] == '\0')) {
            ++i;
        }
        found += i == maskedSecret.size() ? 1 : 0;
    }
    return found;
}

/** Copies of a secret in what this process has in its memory and may write to, the locked pages of Secret included. */
int copiesInMemory(const QByteArray& maskedSecret)
{
    QFile maps(QStringLiteral("/proc/self/maps"));
    QFile memory(QStringLiteral("/proc/self/mem"));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        qFatal("cannot read the memory of this process");
    }
    int found = 0;
    const QList<QByteArray> lines = maps.readAll().split('\n');
    for (const QByteArray& line : lines) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 2 || !words[1].startsWith("rw")) {
            continue;
        }
        const QList<QByteArray> range = words[0].split('-');
        const qint64 begin = range[0].toLongLong(nullptr, 16);
        const qint64 size = range[1].toLongLong(nullptr, 16) - begin;
        constexpr qint64 largest = 256 << 20;
        if (size > largest || !memory.seek(begin)) {
            continue;
        }
        QByteArray block = memory.read(size);
        found += countIn(block, maskedSecret, 1) + countIn(block, maskedSecret, 2);
        wipe(block);
    }
    return found;
}

} // namespace

/** What is left of the passwords in this very process once a step is over. */
class TestPasswordMemory : public QObject
{
    Q_OBJECT

private:
    SambaServer m_domain;
    SlapdServer m_plain;
    JobContext m_job;

    [[nodiscard]] DirectoryLogin login(bool isDomain, const QString& account) const
    {
        return isDomain ? DirectoryLogin{m_domain.ldapsUrl(), SambaServer::upn(account), m_domain.caFile()}
                        : DirectoryLogin{m_plain.ldapsUrl(), account, m_plain.caFile()};
    }
    /** Gives the account a password that stands nowhere in this program, and returns it masked. */
    QByteArray preparedPassword(const DirectoryLogin& login)
    {
        const Secret own = generatePassword(PasswordPolicy{20, 0, 0, true}, PasswordStyle::GermanWords, {});
        const auto directory = openDirectory(login, Secret(QByteArrayView(SambaServer::firstPassword)), m_job);
        if (!directory || !(*directory)->changePassword(Secret(QByteArrayView(SambaServer::firstPassword)), own)) {
            qFatal("the account cannot be prepared");
        }
        return masked(own.view());
    }
    static Secret unmasked(const QByteArray& bytes)
    {
        Secret secret = Secret::withSize(static_cast<std::size_t>(bytes.size()));
        std::transform(bytes.begin(), bytes.end(), secret.data(), [](char c) { return static_cast<char>(c ^ mask); });
        return secret;
    }

private Q_SLOTS:
    void initTestCase()
    {
        // As the program does at its start; the scan found copies in memory that libraries had freed.
        platform::wipeFreedMemory();
        QVERIFY2(m_domain.start(), qPrintable(m_domain.errorText()));
        QVERIFY2(m_plain.start(), qPrintable(m_plain.errorText()));
    }

    void theScanFindsACopyThatIsThere()
    {
        const QByteArray marker = masked(QByteArrayView("Marke-im-Speicher-7c1e"));
        QByteArray plain(marker);
        std::transform(plain.begin(), plain.end(), plain.begin(), [](char c) { return static_cast<char>(c ^ mask); });
        const QString wide = QString::fromLatin1(plain);
        QVERIFY(copiesInMemory(marker) >= 2);
        QCOMPARE(wide.size(), plain.size());
    }

    void nothingIsLeftOfTheOldNorOfTheNewPassword_data()
    {
        QTest::addColumn<bool>("isDomain");
        QTest::newRow("AD, with Kerberos") << true;
        QTest::newRow("OpenLDAP") << false;
    }
    void nothingIsLeftOfTheOldNorOfTheNewPassword()
    {
        QFETCH(const bool, isDomain);
        const DirectoryLogin login = this->login(isDomain, QStringLiteral("l.gehtbald"));
        const QByteArray oldPassword = preparedPassword(login);
        QByteArray newPassword;
        {
            const Secret old = unmasked(oldPassword);
            QVERIFY(copiesInMemory(oldPassword) > 0); // the scan sees the locked pages too
            const auto directory = openDirectory(login, old, m_job);
            QVERIFY(directory.isOk());
            const auto keep = [&newPassword](const Secret& password) -> Status {
                newPassword = masked(password.view());
                return Done{};
            };
            const Result<PasswordChangeReport> report =
                changeOwnPassword(**directory, old, PasswordStyle::GermanWords, keep, m_job);
            QVERIFY2(report.isOk(), report ? "" : qPrintable(report.failure().detail));
            QCOMPARE(report->newAccepted, Proof::Yes);
        }
        QVERIFY(!newPassword.isEmpty());
        QCOMPARE(copiesInMemory(oldPassword), 0);
        QCOMPARE(copiesInMemory(newPassword), 0);
    }
};

QTEST_GUILESS_MAIN(TestPasswordMemory)
#include "tst_password_memory.moc"
