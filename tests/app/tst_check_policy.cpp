// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/** The program itself: exit code and what it prints. */
class TestCheckPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_valid_policy_is_said_to_be_valid();
    void the_files_of_the_project_are_valid();
    void every_mistake_is_printed_with_line_and_column();
    void a_file_named_in_the_policy_has_to_be_there();
    void a_missing_policy_cannot_be_checked();
    void a_signature_is_asked_for_with_signers();

private:
    struct Answer
    {
        int code = -1;
        QByteArray out;
        QByteArray err;
    };
    Answer check(const QStringList& arguments)
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(STAFFELSTAB_PROGRAM),
                      QStringList{QStringLiteral("check-policy"), QStringLiteral("--lang=en")} + arguments);
        if (!program.waitForFinished()) {
            qFatal("the program does not end");
        }
        return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
    }
    QString write(const QByteArray& text)
    {
        const QString path = m_folder.filePath(QStringLiteral("p.toml"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write the test's file");
        }
        return path;
    }
    QTemporaryDir m_folder;
};

void TestCheckPolicy::a_valid_policy_is_said_to_be_valid()
{
    const Answer answer = check({write("name='Regelung'\nversion='7'\n"), QStringLiteral("--json")});
    QCOMPARE(answer.code, 0);
    QCOMPARE(answer.out.count('\n'), 1);
    QVERIFY(answer.out.contains("\"event\":\"summary\"") && answer.out.contains("\"valid\":true"));
    QVERIFY(answer.err.contains("Regelung, version 7"));
}

void TestCheckPolicy::the_files_of_the_project_are_valid()
{
    QCOMPARE(check({QStringLiteral(TEST_SOURCE_DIR "/resources/policy/builtin.toml")}).code, 0);
    // The reference names example files that are not there, and nothing else is wrong with it.
    const Answer reference = check({QStringLiteral(TEST_SOURCE_DIR "/resources/policy/reference.toml")});
    QCOMPARE(reference.code, 1);
    QCOMPARE(reference.err.count("there is no file"), reference.err.count('\n'));
}

void TestCheckPolicy::every_mistake_is_printed_with_line_and_column()
{
    const QString file = write("name='R'\nversion='1'\nvers='2'\n[mail]\nprivate_use='yes'\n[account]\n"
                               "delete_after_months=999\n");
    const Answer answer = check({file, QStringLiteral("--json")});
    QCOMPARE(answer.code, 1);
    const QByteArray name = file.toUtf8();
    QVERIFY2(answer.err.contains(name + ":3:1: unknown key vers"), answer.err.constData());
    QVERIFY2(answer.err.contains(name + ":5:13: private_use must be one of"), answer.err.constData());
    QVERIFY2(answer.err.contains(name + ":7:21: delete_after_months"), answer.err.constData());
    QVERIFY(answer.out.contains("\"column\":13") && answer.out.contains("\"line\":5"));
    QVERIFY(answer.out.contains("\"faults\":3"));
}

void TestCheckPolicy::a_file_named_in_the_policy_has_to_be_there()
{
    const Answer answer = check({write("name='R'\nversion='1'\n[company]\nlogo='none.svg'\n")});
    QCOMPARE(answer.code, 1);
    QVERIFY(answer.err.contains(":4:6: logo: there is no file"));
}

void TestCheckPolicy::a_missing_policy_cannot_be_checked()
{
    QCOMPARE(check({m_folder.filePath(QStringLiteral("none.toml"))}).code, 2);
}

void TestCheckPolicy::a_signature_is_asked_for_with_signers()
{
    const QString file = write("name='R'\nversion='1'\n");
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder.path());
    openssl.start(QStringLiteral("sh"),
                  {QStringLiteral("-ec"),
                   QStringLiteral("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=it "
                                  "-keyout k -out s.pem && openssl cms -sign -binary -in p.toml -signer s.pem -inkey k "
                                  "-outform DER -out p.toml.p7s")});
    QVERIFY(openssl.waitForFinished() && openssl.exitCode() == 0);
    const QStringList call{file, QStringLiteral("--signers"), m_folder.filePath(QStringLiteral("s.pem"))};
    const Answer valid = check(call + QStringList{QStringLiteral("--json")});
    QCOMPARE(valid.code, 0);
    QVERIFY(valid.out.contains("\"signature\":\"valid\""));
    write("name='R'\nversion='2'\n");
    const Answer changed = check(call);
    QCOMPARE(changed.code, 1);
    QVERIFY(changed.err.contains("no valid signature"));
}

QTEST_GUILESS_MAIN(TestCheckPolicy)
#include "tst_check_policy.moc"
