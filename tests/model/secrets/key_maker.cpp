// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_maker.h"

#include <QFile>
#include <QProcess>
#include <QTest>

QByteArray KeyMaker::run(const QStringList& arguments)
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"), arguments);
    if (!openssl.waitForFinished() || openssl.exitStatus() != QProcess::NormalExit || openssl.exitCode() != 0) {
        QTest::qFail(openssl.readAllStandardError().constData(), __FILE__, __LINE__);
    }
    return openssl.readAllStandardOutput();
}

KeyMaker::Keys KeyMaker::make(const Wish& wish)
{
    QStringList request{QStringLiteral("req"),   QStringLiteral("-new"),   QStringLiteral("-newkey"),
                        wish.algorithm,          QStringLiteral("-nodes"), QStringLiteral("-keyout"),
                        path("key.pem"),         QStringLiteral("-subj"),  QStringLiteral("/CN=Sven Vorgesetzt"),
                        QStringLiteral("-x509"), QStringLiteral("-days"),  QStringLiteral("30"),
                        QStringLiteral("-out"),  path("certificate.pem")};
    if (wish.algorithm == QLatin1String("ec")) {
        request << QStringLiteral("-pkeyopt") << QStringLiteral("ec_paramgen_curve:prime256v1");
    }
    if (wish.isOfPerson) {
        request << QStringLiteral("-extensions") << QStringLiteral("usr_cert");
    }
    if (!wish.keyUsage.isEmpty()) {
        request << QStringLiteral("-addext") << QStringLiteral("keyUsage=") + wish.keyUsage;
    }
    run(request);
    if (wish.isExpired) {
        run({QStringLiteral("x509"), QStringLiteral("-in"), path("certificate.pem"), QStringLiteral("-signkey"),
             path("key.pem"), QStringLiteral("-days"), QStringLiteral("-1"), QStringLiteral("-out"),
             path("certificate.pem")});
    }
    Keys keys;
    keys.certificatePem = run({QStringLiteral("x509"), QStringLiteral("-in"), path("certificate.pem")});
    keys.certificateDer = run({QStringLiteral("x509"), QStringLiteral("-in"), path("certificate.pem"),
                               QStringLiteral("-outform"), QStringLiteral("DER")});
    keys.pkcs12 =
        run(QStringList{QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-inkey"), path("key.pem"),
                        QStringLiteral("-in"), path("certificate.pem"), QStringLiteral("-passout"),
                        QStringLiteral("pass:") + QString::fromUtf8(wish.passphrase)} +
            wish.exportOptions);
    return keys;
}
