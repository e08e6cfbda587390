// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/layering.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

class TestLayering : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void no_file_knows_more_than_its_layer();
    void a_header_with_third_party_includes_stays_in_its_folder();
    void every_source_says_its_licence();
    void a_breach_is_found_data();
    void a_breach_is_found();
    void what_is_allowed_is_no_breach_data();
    void what_is_allowed_is_no_breach();

private:
    struct Source
    {
        QString path;
        QByteArray text;
    };
    static std::vector<Source> sources();
    Layering m_layering;
};

std::vector<TestLayering::Source> TestLayering::sources()
{
    std::vector<Source> list;
    const QDir root(QStringLiteral(TEST_SOURCE_DIR));
    for (const auto& top :
         {QStringLiteral("app"), QStringLiteral("wizard_pages"), QStringLiteral("model"), QStringLiteral("tests")}) {
        QDirIterator files(root.filePath(top), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly)) {
                qFatal("cannot read %s", qPrintable(file.fileName()));
            }
            list.push_back({root.relativeFilePath(file.fileName()), file.readAll()});
        }
    }
    return list;
}

void TestLayering::no_file_knows_more_than_its_layer()
{
    QStringList breaches;
    int seen = 0;
    for (const Source& source : sources()) {
        breaches += m_layering.breaches(source.path, source.text);
        seen += Layering::folderOf(source.path).isEmpty() ? 0 : 1;
    }
    QVERIFY(seen > 20);
    QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(u'\n')));
}

void TestLayering::a_header_with_third_party_includes_stays_in_its_folder()
{
    const std::vector<Source> all = sources();
    QStringList breaches;
    for (const Source& header : all) {
        const QString folder = Layering::folderOf(header.path);
        if (!header.path.endsWith(QStringLiteral(".h")) || folder.isEmpty() ||
            m_layering.thirdPartyIncludes(header.text).isEmpty()) {
            continue;
        }
        const QString name = QString(header.path).remove(QStringLiteral("model/"));
        for (const Source& user : all) {
            const bool isForeign = !Layering::folderOf(user.path).isEmpty() && Layering::folderOf(user.path) != folder;
            if (isForeign && user.text.contains("#include \"" + name.toUtf8() + "\"")) {
                breaches.append(
                    QStringLiteral("%1 includes %2, which brings a third-party header").arg(user.path, header.path));
            }
        }
    }
    QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(u'\n')));
}

void TestLayering::every_source_says_its_licence()
{
    QStringList missing;
    for (const Source& source : sources()) {
        if (!source.text.left(200).contains("SPDX-License-Identifier: GPL-3.0-or-later")) {
            missing.append(source.path);
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TestLayering::a_breach_is_found_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* path, const char* text) {
        QTest::newRow(name) << QString::fromLatin1(path) << QByteArray(text);
    };
    row("core knows mail", "model/core/a.cpp", "#include \"mail/mail_store.h\"");
    row("mail knows separation", "model/mail/a.cpp", "#include \"separation/verdict.h\"");
    row("step folders know each other", "model/receipt/a.cpp", "#include \"archive/takeaway.h\"");
    row("the model knows a page", "model/handover/a.cpp", "#include \"wizard_pages/start_page.h\"");
    row("a page knows the program", "wizard_pages/a.cpp", "#include \"app/answers.h\"");
    row("widgets in the model", "model/handover/a.cpp", "#include <QWidget>");
    row("a module's folder named", "model/handover/a.cpp", "#include <QtWidgets/QLabel>");
    row("gui outside of the receipt", "model/archive/a.cpp", "#include <QPainter>");
    row("network in the archive", "model/archive/a.cpp", "#include <QSslSocket>");
    row("a library of another folder", "model/mail/a.cpp", "#include <qpdf/QPDF.hh>");
    row("a library in a page", "wizard_pages/a.cpp", "#include <openssl/ssl.h>");
    row("the operating system", "model/archive/a.cpp", "#include <unistd.h>");
    row("spaces in the include", "model/core/a.cpp", "#  include  <ldap.h>");
    row("a sentence in the model", "model/mail/a.cpp", "QString s = tr(\"x\");");
    row("a nested event loop", "wizard_pages/a.cpp", "QCoreApplication::processEvents();");
    row("an unknown folder", "model/other/a.cpp", "");
}

void TestLayering::a_breach_is_found()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    QVERIFY(!m_layering.breaches(path, text).isEmpty());
}

void TestLayering::what_is_allowed_is_no_breach_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* path, const char* text) {
        QTest::newRow(name) << QString::fromLatin1(path) << QByteArray(text);
    };
    row("the line of the layers", "model/archive/a.cpp",
        "#include \"separation/verdict.h\"\n#include \"mail/mail_store.h\"\n#include \"core/job.h\"");
    row("the model's top knows all steps", "model/handover/a.cpp",
        "#include \"receipt/receipt_record.h\"\n#include \"policy/company_policy.h\"");
    row("own header", "model/mail/imap/a.cpp", "#include \"mail/imap/imap_store.h\"");
    row("standard and Qt", "model/core/a.cpp",
        "#include <vector>\n#include <cstdint>\n#include <QString>\n#include <QtConcurrentRun>");
    row("a library in its folder", "model/mail/a.cpp", "#include <gmime/gmime.h>");
    row("the receipt draws", "model/receipt/a.cpp", "#include <QPainter>\nQString s = tr(\"x\");");
    row("the operating system in its place", "model/core/platform_linux.cpp", "#include <unistd.h>");
    row("a word in a comment", "model/mail/a.cpp", "// no tr(\"x\") here\nconst char* s = \"tr(\";");
    row("a page and its widgets", "wizard_pages/a.cpp",
        "#include \"wizard_pages/widgets/signature_pad.h\"\n#include <QWidget>");
    row("files outside of the house", "tests/model/mail/a.cpp", "#include <unistd.h>");
}

void TestLayering::what_is_allowed_is_no_breach()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    const QStringList breaches = m_layering.breaches(path, text);
    QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
