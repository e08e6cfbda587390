// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/preview_reader.h"

namespace staffelstab::handover {

PreviewReader::PreviewReader(QObject* parent)
    : QObject(parent), m_there(new QObject), m_isOvertaken(std::make_shared<std::atomic_bool>(false))
{
    m_there->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_there, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("preview"));
    m_thread.start();
}

PreviewReader::~PreviewReader()
{
    closeAll();
    m_thread.quit();
    m_thread.wait();
}

void PreviewReader::closeAll()
{
    m_isOvertaken->store(true);
    QMetaObject::invokeMethod(
        m_there, [this] { m_stores.clear(); }, Qt::BlockingQueuedConnection);
}

void PreviewReader::read(PreviewWish wish, MailboxLogin login)
{
    m_isOvertaken->store(true);
    m_isOvertaken = std::make_shared<std::atomic_bool>(false);
    auto shared = std::make_shared<MailboxLogin>(std::move(login));
    QMetaObject::invokeMethod(m_there, [this, wish = std::move(wish), shared, overtaken = m_isOvertaken] {
        if (overtaken->load()) {
            return;
        }
        JobContext job({}, overtaken);
        Result<std::unique_ptr<mail::MailStore>> opened = std::unique_ptr<mail::MailStore>();
        if (!m_stores.contains(wish.mailbox)) {
            opened = mail::openMailStore(shared->source, shared->password, job);
            if (opened) {
                m_stores[wish.mailbox] = std::move(*opened);
            }
        }
        Result<mail::MessagePreview> preview =
            opened ? mail::readPreview(*m_stores[wish.mailbox], wish.folder, wish.message, job)
                   : Result<mail::MessagePreview>(opened.failure());
        if (!preview) {
            // A connection that broke is opened anew at the next look.
            m_stores.erase(wish.mailbox);
        }
        if (overtaken->load()) {
            return;
        }
        QMetaObject::invokeMethod(this, [this, row = wish.row, preview = std::move(preview)] {
            if (preview) {
                Q_EMIT ready(row, *preview);
            } else {
                Q_EMIT failed(row, preview.failure());
            }
        });
    });
}

} // namespace staffelstab::handover
