<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>staffelstab::wizard_pages::BegunArchive</name>
    <message numerus="yes">
        <source>%n of them an earlier run had written already; they were compared and not read again.</source>
        <translation>
            <numerusform>%n of them an earlier run had written already; it was compared and not read again.</numerusform>
            <numerusform>%n of them an earlier run had written already; they were compared and not read again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them an earlier run had written already. What came behind them on the medium was not what it had written, and was written again.</source>
        <translation>
            <numerusform>%n of them had been written by an earlier run. What lay behind it on the medium was not what that run had written, and was written again.</numerusform>
            <numerusform>%n of them had been written by an earlier run. What lay behind them on the medium was not what that run had written, and was written again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::BusinessArchivePage</name>
    <message numerus="yes">
        <source>%n business message(s), %1, are written to a medium for the supervisor, read back and compared.</source>
        <translation>
            <numerusform>%n business message, %1, is written to a medium for the supervisor, read back and compared.</numerusform>
            <numerusform>%n business messages, %1, are written to a medium for the supervisor, read back and compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written, read back and compared.</source>
        <translation>
            <numerusform>%n message written, read back and compared.</numerusform>
            <numerusform>%n messages written, read back and compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be read and are not in it; the receipt says so.</source>
        <translation>
            <numerusform>%n message could not be read and is not in it; the receipt says so.</numerusform>
            <numerusform>%n messages could not be read and are not in it; the receipt says so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::CasePage</name>
    <message numerus="yes">
        <source>%n message(s) are protected (works council, company doctor, data protection and the like).</source>
        <translation>
            <numerusform>%n message is protected (works council, company doctor, data protection and the like).</numerusform>
            <numerusform>%n messages are protected (works council, company doctor, data protection and the like).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are protected because you decided so.</source>
        <translation>
            <numerusform>%n message is protected because you decided so.</numerusform>
            <numerusform>%n messages are protected because you decided so.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are protected: %1 with the works council, company doctor, data protection and the like, %2 because you decided so.</source>
        <translation>
            <numerusform>%n message is protected: %1 with the works council, company doctor, data protection and the like, %2 because you decided so.</numerusform>
            <numerusform>%n messages are protected: %1 with the works council, company doctor, data protection and the like, %2 because you decided so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ConsentsPage</name>
    <message numerus="yes">
        <source>Nothing is signed yet: %n answer(s) are missing.</source>
        <translation>
            <numerusform>Nothing is signed yet: %n answer is missing.</numerusform>
            <numerusform>Nothing is signed yet: %n answers are missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ContactsPage</name>
    <message numerus="yes">
        <source>%n letter(s) will be sent from your account, each to one person. What was sent cannot be taken back.</source>
        <translation>
            <numerusform>%n letter will be sent from your account, to one person. What was sent cannot be taken back.</numerusform>
            <numerusform>%n letters will be sent from your account, each to one person. What was sent cannot be taken back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ContactsText</name>
    <message numerus="yes">
        <source>✓ %n letter(s) sent one by one; the mail server took each of them.</source>
        <translation>
            <numerusform>✓ %n letter sent; the mail server took it.</numerusform>
            <numerusform>✓ %n letters sent one by one; the mail server took each of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ %n letter(s) prepared; please send them from your mail program.</source>
        <translation>
            <numerusform>✓ %n letter prepared; please send it from your mail program.</numerusform>
            <numerusform>✓ %n letters prepared; please send them from your mail program.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) refused by the mail server. The list shows to whom; you can try again.</source>
        <translation>
            <numerusform>%n letter refused by the mail server. The list shows to whom; you can try again.</numerusform>
            <numerusform>%n letters refused by the mail server. The list shows to whom; you can try again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) may have arrived: the connection ended while it was handed in. To avoid a second copy it is not sent again; please ask the person.</source>
        <translation>
            <numerusform>%n letter may have arrived: the connection ended while it was handed in. So that nobody gets it twice it is not sent again; please ask the person.</numerusform>
            <numerusform>%n letters may have arrived: the connection ended while they were handed in. So that nobody gets one twice they are not sent again; please ask these people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ List of %n business contact(s), read back and compared:</source>
        <translation>
            <numerusform>✓ List of %n business contact, read back and compared:</numerusform>
            <numerusform>✓ List of %n business contacts, read back and compared:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n draft(s)</source>
        <translation>
            <numerusform>Save %n draft</numerusform>
            <numerusform>Save %n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n letter(s)</source>
        <translation>
            <numerusform>Write %n letter</numerusform>
            <numerusform>Write %n letters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n letter(s)</source>
        <translation>
            <numerusform>Send %n letter</numerusform>
            <numerusform>Send %n letters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::EquipmentPage</name>
    <message numerus="yes">
        <source>%n of these still open</source>
        <translation>
            <numerusform>%n of these is still open</numerusform>
            <numerusform>%n of these are still open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) of yours were taken from the list; %1 belong to others and were left out.</source>
        <translation>
            <numerusform>%n thing of yours was taken from the list; %1 belong to others and were left out.</numerusform>
            <numerusform>%n things of yours were taken from the list; %1 belong to others and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) were taken from the list.</source>
        <translation>
            <numerusform>%n thing was taken from the list.</numerusform>
            <numerusform>%n things were taken from the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::FileDecisions</name>
    <message numerus="yes">
        <source>%1: %n file(s), %2</source>
        <translation>
            <numerusform>%1: %n file, %2</numerusform>
            <numerusform>%1: %n files, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::FileTargets</name>
    <message numerus="yes">
        <source>%n file(s) are too large for this medium (FAT32 holds 4 GiB) and stay here.</source>
        <translation>
            <numerusform>%n file is too large for this medium (FAT32 holds 4 GiB) and stays here.</numerusform>
            <numerusform>%n files are too large for this medium (FAT32 holds 4 GiB) and stay here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) are not possible on this medium and are changed.</source>
        <translation>
            <numerusform>%n name is not possible on this medium and is changed.</numerusform>
            <numerusform>%n names are not possible on this medium and are changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) differ in case only and get a number.</source>
        <translation>
            <numerusform>%n name differs in case only and gets a number.</numerusform>
            <numerusform>%n names differ in case only and get a number.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) or other drives are not copied.</source>
        <translation>
            <numerusform>%n link or other drive is not copied.</numerusform>
            <numerusform>%n links or other drives are not copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be read.</source>
        <translation>
            <numerusform>%n file cannot be read.</numerusform>
            <numerusform>%n files cannot be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::FileTreeModel</name>
    <message numerus="yes">
        <source>%1 in %n file(s)</source>
        <translation>
            <numerusform>%1 in %n file</numerusform>
            <numerusform>%1 in %n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::FilesPage</name>
    <message numerus="yes">
        <source>%n private file(s) are removed from this computer. Each is compared with its copy once more before. Backups of the company may still hold them.</source>
        <translation>
            <numerusform>%n private file is removed from this computer. Each is compared with its copy once more before. Backups of the company may still hold them.</numerusform>
            <numerusform>%n private files are removed from this computer. Each is compared with its copy once more before. Backups of the company may still hold them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::FilesResult</name>
    <message numerus="yes">
        <source>Private: %1 in %n file(s).</source>
        <translation>
            <numerusform>Private: %1 in %n file.</numerusform>
            <numerusform>Private: %1 in %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Business: %1 in %n file(s).</source>
        <translation>
            <numerusform>Business: %1 in %n file.</numerusform>
            <numerusform>Business: %1 in %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or links were not copied and are where they were.</source>
        <translation>
            <numerusform>%n file or link was not copied and is where it was.</numerusform>
            <numerusform>%n files or links were not copied and are where they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private original(s) removed.</source>
        <translation>
            <numerusform>%n private original removed.</numerusform>
            <numerusform>%n private originals removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original(s) stayed, as they or their copies had changed.</source>
        <translation>
            <numerusform>%n original stayed, as it or its copy had changed.</numerusform>
            <numerusform>%n originals stayed, as they or their copies had changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) copied, read back and compared</source>
        <translation>
            <numerusform>%n file copied, read back and compared</numerusform>
            <numerusform>%n files copied, read back and compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are undecided and stay where they are. The receipt says so.</source>
        <translation>
            <numerusform>%n file is undecided and stays where it is. The receipt says so.</numerusform>
            <numerusform>%n files are undecided and stay where they are. The receipt says so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::GroupLine</name>
    <message numerus="yes">
        <source>From %n group(s) that look alike</source>
        <translation>
            <numerusform>From %n group that looks alike</numerusform>
            <numerusform>From %n groups that look alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your answer is for %n selected message(s) only</source>
        <translation>
            <numerusform>Your answer is for the selected message only</numerusform>
            <numerusform>Your answer is for the %n selected messages only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s): select those you answer for</source>
        <translation>
            <numerusform>%n message: select it to answer for it</numerusform>
            <numerusform>%n messages: select those you answer for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your answer is for %n of these messages; others are decided by themselves or protected</source>
        <translation>
            <numerusform>Your answer is for %n of these messages; others are decided by themselves or protected</numerusform>
            <numerusform>Your answer is for %n of these messages; others are decided by themselves or protected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your answer is for all %n message(s)</source>
        <translation>
            <numerusform>Your answer is for this message</numerusform>
            <numerusform>Your answer is for all %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n message(s) are decided; another answer is for all of them</source>
        <translation>
            <numerusform>The message is decided; another answer is for it</numerusform>
            <numerusform>All %n messages are decided; another answer is for all of them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::MailboxPage</name>
    <message numerus="yes">
        <source>%n message(s), %1, read on %2.</source>
        <translation>
            <numerusform>%n message, %1, read on %2.</numerusform>
            <numerusform>%n messages, %1, read on %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them lie(s) here more than once and will be decided once.</source>
        <translation>
            <numerusform>%n of them lies here more than once and will be decided once.</numerusform>
            <numerusform>%n of them lie here more than once and will be decided once.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::NotedSecret</name>
    <message numerus="yes">
        <source>visible for %n more second(s)</source>
        <translation>
            <numerusform>visible for %n more second</numerusform>
            <numerusform>visible for %n more seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::OutlookList</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::PassphraseInput</name>
    <message numerus="yes">
        <source>At least %n character(s); a sentence works well. Nobody can recover a forgotten one.</source>
        <translation>
            <numerusform>At least %n character; a sentence works well. Nobody can recover a forgotten one.</numerusform>
            <numerusform>At least %n characters; a sentence works well. Nobody can recover a forgotten one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::PrivateMailPage</name>
    <message numerus="yes">
        <source>%n message(s) are private. Business mail cannot get in here; your copy is for you alone.</source>
        <translation>
            <numerusform>%n message is private. Business mail cannot get in here; your copy is for you alone.</numerusform>
            <numerusform>%n messages are private. Business mail cannot get in here; your copy is for you alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n message(s) from the mailbox</source>
        <translation>
            <numerusform>Remove %n message from the mailbox</numerusform>
            <numerusform>Remove %n messages from the mailbox</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n private message(s)</source>
        <translation>
            <numerusform>Copy %n private message</numerusform>
            <numerusform>Copy %n private messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Prepare the removal of %n message(s)</source>
        <translation>
            <numerusform>Prepare the removal of %n message</numerusform>
            <numerusform>Prepare the removal of %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) copied, read back and compared: %1 in %2.</source>
        <translation>
            <numerusform>%n message copied, read back and compared: %1 in %2.</numerusform>
            <numerusform>%n messages copied, read back and compared: %1 in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) without a copy.</source>
        <translation>
            <numerusform>%n message without a copy.</numerusform>
            <numerusform>%n messages without a copy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be copied and stay(s) in the mailbox.</source>
        <translation>
            <numerusform>%n could not be copied and stays in the mailbox.</numerusform>
            <numerusform>%n could not be copied and stay in the mailbox.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) removed, and checked that they are gone.</source>
        <translation>
            <numerusform>%n message removed, and checked that it is gone.</numerusform>
            <numerusform>%n messages removed, and checked that they are gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are gone from the mailbox so far.</source>
        <translation>
            <numerusform>%n message is gone from the mailbox so far.</numerusform>
            <numerusform>%n messages are gone from the mailbox so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s) in the mailbox, as you chose.</source>
        <translation>
            <numerusform>%n stays in the mailbox, as you chose.</numerusform>
            <numerusform>%n stay in the mailbox, as you chose.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is/are still there, or may be. Below is why, and what you can do.</source>
        <translation>
            <numerusform>%n is still there, or may be. Below is why, and what you can do.</numerusform>
            <numerusform>%n are still there, or may be. Below is why, and what you can do.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ProgressCard</name>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ReasonText</name>
    <message numerus="yes">
        <source>you decided %n similar message(s) like this</source>
        <translation>
            <numerusform>you decided one similar message like this</numerusform>
            <numerusform>you decided %n similar messages like this</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ReceiptExports</name>
    <message numerus="yes">
        <source>%n altered</source>
        <translation>
            <numerusform>%n altered</numerusform>
            <numerusform>%n altered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n pending</numerusform>
            <numerusform>%n pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more of a handover that is in it already</source>
        <translation>
            <numerusform>%n more of a handover that is in it already</numerusform>
            <numerusform>%n more of handovers that are in it already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n that are no receipts</source>
        <translation>
            <numerusform>%n that is no receipt</numerusform>
            <numerusform>%n that are no receipts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ReceiptList</name>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%n receipt</numerusform>
            <numerusform>%n receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ReceiptPrinting</name>
    <message numerus="yes">
        <source>%n of these files was altered after it was signed. Its pages may say what nobody signed.</source>
        <translation>
            <numerusform>%n of these files was altered after it was signed. Its pages may say what nobody signed.</numerusform>
            <numerusform>%n of these files were altered after they were signed. Their pages may say what nobody signed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these receipts is pending and counts only with both signatures.</source>
        <translation>
            <numerusform>%n of these receipts is pending and counts only with both signatures.</numerusform>
            <numerusform>%n of these receipts are pending and count only with both signatures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each sheet of it will say so in large letters.</source>
        <translation>
            <numerusform>Each sheet of it will say so in large letters.</numerusform>
            <numerusform>Each sheet of them will say so in large letters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ReceivedArchive</name>
    <message numerus="yes">
        <source>Business archive: %n message(s), %1</source>
        <translation>
            <numerusform>Business archive: %n message, %1</numerusform>
            <numerusform>Business archive: %n messages, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::ReplyForm</name>
    <message numerus="yes">
        <source>It may stand for %n month(s) at most.</source>
        <translation>
            <numerusform>It may stand for %n month at most.</numerusform>
            <numerusform>It may stand for %n months at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SafePreview</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SealOpener</name>
    <message numerus="yes">
        <source>Copy it for %n second(s)</source>
        <translation>
            <numerusform>Copy it for %n second</numerusform>
            <numerusform>Copy it for %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SecretDisplay</name>
    <message numerus="yes">
        <source>Secret, visible for %n second(s)</source>
        <translation>
            <numerusform>Secret, visible for %n second</numerusform>
            <numerusform>Secret, visible for %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SeparationCounter</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>covered messages</comment>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <comment>undecided messages</comment>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) cover %1</source>
        <translation>
            <numerusform>%n decision covers %1</numerusform>
            <numerusform>%n decisions cover %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) protected</source>
        <translation>
            <numerusform>%n message protected</numerusform>
            <numerusform>%n messages protected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SeparationPage</name>
    <message numerus="yes">
        <source>Continue to the %n undecided</source>
        <translation>
            <numerusform>Continue to the %n undecided</numerusform>
            <numerusform>Continue to the %n undecided</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SeparationText</name>
    <message numerus="yes">
        <source>Now %1: %n message(s). Ctrl+Z takes it back.</source>
        <translation>
            <numerusform>Now %1: %n message. Ctrl+Z takes it back.</numerusform>
            <numerusform>Now %1: %n messages. Ctrl+Z takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %n message(s) are as they were before.</source>
        <translation>
            <numerusform>Taken back: %n message is as it was before.</numerusform>
            <numerusform>Taken back: %n messages are as they were before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done again: %n message(s) are decided as before.</source>
        <translation>
            <numerusform>Done again: %n message is decided as before.</numerusform>
            <numerusform>Done again: %n messages are decided as before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SharingList</name>
    <message numerus="yes">
        <source>%n message(s) that are not business: cannot be shared</source>
        <translation>
            <numerusform>%n message that is not business: cannot be shared</numerusform>
            <numerusform>%n messages that are not business: cannot be shared</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SpokenGroups</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n similar message(s)</source>
        <translation>
            <numerusform>%n similar message</numerusform>
            <numerusform>%n similar messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::StepText</name>
    <message numerus="yes">
        <source>%n message(s) are still undecided.</source>
        <translation>
            <numerusform>%n message is still undecided.</numerusform>
            <numerusform>%n messages are still undecided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is still open what happens to %n private message(s).</source>
        <translation>
            <numerusform>It is still open what happens to %n private message.</numerusform>
            <numerusform>It is still open what happens to %n private messages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private message(s) are copied but still in the mailbox.</source>
        <translation>
            <numerusform>%n private message is copied but still in the mailbox.</numerusform>
            <numerusform>%n private messages are copied but still in the mailbox.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n private file(s) are copied but still on this computer.</source>
        <translation>
            <numerusform>%n private file is copied but still on this computer.</numerusform>
            <numerusform>%n private files are copied but still on this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is still open what becomes of %n thing(s).</source>
        <translation>
            <numerusform>It is still open what becomes of %n thing.</numerusform>
            <numerusform>It is still open what becomes of %n things.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SuccessorResult</name>
    <message numerus="yes">
        <source>%n message(s) are there, read back and compared.</source>
        <translation>
            <numerusform>%n message is there, read back and compared.</numerusform>
            <numerusform>%n messages are there, read back and compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be copied; the receipt says so.</source>
        <translation>
            <numerusform>%n message could not be copied; the receipt says so.</numerusform>
            <numerusform>%n messages could not be copied; the receipt says so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SuggestionOffers</name>
    <message numerus="yes">
        <source>Accept %n suggestion(s)?</source>
        <translation>
            <numerusform>Accept %n suggestion?</numerusform>
            <numerusform>Accept %n suggestions?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Call the remaining %n message(s) business?</source>
        <translation>
            <numerusform>Call the last message business?</numerusform>
            <numerusform>Call the remaining %n messages business?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>staffelstab::wizard_pages::SupervisorSignsPage</name>
    <message numerus="yes">
        <source>Business archive: %n message(s), %1</source>
        <translation>
            <numerusform>Business archive: %n message, %1</numerusform>
            <numerusform>Business archive: %n messages, %1</numerusform>
        </translation>
    </message>
</context>
</TS>
