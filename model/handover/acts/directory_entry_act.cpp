// SPDX-FileCopyrightText: The Staffelstab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "handover/acts/directory_entry_act.h"

#include "directory/kerberos.h"
#include "directory/server_search.h"

namespace staffelstab::handover {

namespace {

void fill(QString& field, const QString& found)
{
    if (field.trimmed().isEmpty()) {
        field = found;
    }
}

struct Found
{
    directory::PersonProfile profile;
    QByteArray ldif;
};

Result<Found> ask(const DirectoryQuestion& question, JobContext& job)
{
    const Result<directory::DirectoryLogin> login = withServer(question.login, job);
    if (!login) {
        return login.failure();
    }
    Result<std::unique_ptr<directory::AccountDirectory>> opened =
        directory::openDirectory(*login, question.password, job);
    if (!opened) {
        return opened.failure();
    }
    directory::AccountDirectory& directory = **opened;
    if (Status turned = question.account.isEmpty() ? Status(Done{}) : directory.turnTo(question.account); !turned) {
        return turned.failure();
    }
    Result<directory::PersonProfile> profile = directory.profile();
    if (!profile) {
        return profile.failure();
    }
    Result<QByteArray> ldif = directory.entryAsLdif();
    if (!ldif) {
        return ldif.failure();
    }
    return Found{std::move(*profile), std::move(*ldif)};
}

} // namespace

Result<directory::DirectoryLogin> withServer(directory::DirectoryLogin login, const JobContext& job)
{
    if (!login.url.isEmpty()) {
        return login;
    }
    QString name = login.user;
    if (login.usesTicket) {
        const Result<QString> holder = directory::ticketHolder();
        if (!holder) {
            return holder.failure();
        }
        name = *holder;
    }
    const Result<QList<QUrl>> servers = directory::findServers(directory::domainOf(name), job);
    if (!servers) {
        return servers.failure();
    }
    login.url = servers->first();
    return login;
}

DirectoryEntry entryOf(const directory::PersonProfile& profile, QByteArray ldif, const QDateTime& now)
{
    return {
        now,          profile.accountName, profile.homeFolder, profile.profileFolder, profile.groups, std::move(ldif),
        profile.photo};
}

People filledFrom(People people, const directory::PersonProfile& profile)
{
    fill(people.leaver.name, profile.name);
    fill(people.leaver.email, profile.mail);
    fill(people.leaver.department, profile.department);
    fill(people.leaver.personnelNumber, profile.personnelNumber);
    // A supervisor somebody has begun to name is another person than the directory's manager, perhaps.
    if (people.supervisor.isEmpty()) {
        people.supervisor.name = profile.managerName;
        people.supervisor.email = profile.managerMail;
        people.supervisor.department = profile.managerDepartment;
    }
    return people;
}

Result<Act> directoryEntryAct(const ActContext& context, DirectoryQuestion question)
{
    HandoverCase& handover = context.handover;
    if (handover.receiptFiles()) {
        return notNow();
    }
    return makeAct<Found>([question = share(std::move(question))](JobContext& job) { return ask(*question, job); },
                          [&handover](Found found) -> Status {
                              if (Status filled = handover.setPeople(filledFrom(handover.people(), found.profile));
                                  !filled) {
                                  return filled;
                              }
                              return handover.setTopic<DirectoryEntry>(
                                  entryOf(found.profile, std::move(found.ldif), handover.clock().now()));
                          });
}

} // namespace staffelstab::handover
