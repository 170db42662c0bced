package dev.greenroom.api.authoring;

import dev.greenroom.api.access.audit.AuditAction;
import dev.greenroom.api.access.audit.AuditLog;
import dev.greenroom.api.bank.OwnQuestion;
import dev.greenroom.api.bank.OwnQuestions;
import dev.greenroom.api.bank.QuestionStatus;
import dev.greenroom.api.bank.Questions;
import dev.greenroom.api.bank.StoredContent;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Brings a tenant's whole bank out as a document and in again: all of it or, if anything is wrong, nothing. */
@ApplicationScoped
class BankTransfer {

    private final OwnQuestions own;
    private final Questions questions;
    private final DraftReading drafts;
    private final AuditLog audit;

    BankTransfer(OwnQuestions own, Questions questions, DraftReading drafts, AuditLog audit) {
        this.own = own;
        this.questions = questions;
        this.drafts = drafts;
        this.audit = audit;
    }

    /** What is published; drafts stay where they are. */
    @Transactional
    String export(UUID tenant) {
        return document(tenant);
    }

    /**
     * Makes the bank what the document says: new and changed questions are published, and those that it does not name
     * are archived.
     *
     * @param precondition looks at the bank as it is now and refuses the change by throwing
     */
    @Transactional
    BankChange replace(UUID tenant, String yaml, Consumer<String> precondition) {
        BankDocument document = BankDocument.read(yaml);
        own.lock(tenant);
        precondition.accept(document(tenant));
        List<Question> wanted = drafts.requireAll(document.questions());
        Map<Change, Integer> counts = new EnumMap<>(Change.class);
        wanted.forEach(question -> counts.merge(put(tenant, question), 1, Integer::sum));
        int archived = archiveOthers(tenant, wanted);
        own.hideBuiltIn(tenant, document.hidesBuiltIn());
        audit.note(AuditAction.QUESTION_BANK_REPLACED, "question-bank");
        return new BankChange(
                counts.getOrDefault(Change.CREATED, 0),
                counts.getOrDefault(Change.CHANGED, 0),
                counts.getOrDefault(Change.UNCHANGED, 0),
                archived);
    }

    private String document(UUID tenant) {
        List<Question> published = own.list(tenant).stream()
                .filter(question -> question.publishedVersion() > 0)
                .map(question -> questions.require(question.shown()))
                .toList();
        return BankDocument.of(own.hidesBuiltIn(tenant), published).write();
    }

    private Change put(UUID tenant, Question question) {
        own.add(tenant, question);
        OwnQuestion before = own.findLocked(tenant, question.id()).orElseThrow();
        StoredContent content = StoredContent.of(question);
        boolean asked = before.status() == QuestionStatus.PUBLISHED;
        if (asked && content.hasHash(own.hash(before.shown()))) {
            return Change.UNCHANGED;
        }
        QuestionRef ref = new QuestionRef(before.id(), before.newestVersion() + 1);
        own.addDraft(ref, content);
        own.publish(ref, question);
        return asked ? Change.CHANGED : Change.CREATED;
    }

    private int archiveOthers(UUID tenant, List<Question> wanted) {
        Set<String> kept = new HashSet<>();
        wanted.forEach(question -> kept.add(QuestionRef.ownId(question.id(), tenant)));
        List<OwnQuestion> others = own.list(tenant).stream()
                .filter(question -> question.publishedVersion() > 0 && !kept.contains(question.id()))
                .toList();
        others.forEach(question -> own.archive(question.id()));
        return others.size();
    }

    private enum Change {
        CREATED,
        CHANGED,
        UNCHANGED
    }
}
