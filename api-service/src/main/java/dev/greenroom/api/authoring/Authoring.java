package dev.greenroom.api.authoring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.greenroom.api.access.audit.AuditAction;
import dev.greenroom.api.access.audit.AuditLog;
import dev.greenroom.api.bank.OwnQuestion;
import dev.greenroom.api.bank.OwnQuestions;
import dev.greenroom.api.bank.QuestionView;
import dev.greenroom.api.bank.Questions;
import dev.greenroom.api.bank.StoredContent;
import dev.greenroom.api.bank.VersionLine;
import dev.greenroom.api.problem.Fault;
import dev.greenroom.api.problem.Violation;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.QuestionRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The life of a tenant's own questions: drafts, versions, publication, archive. */
@ApplicationScoped
class Authoring {

    private final OwnQuestions own;
    private final Questions questions;
    private final DraftReading drafts;
    private final AuditLog audit;

    Authoring(OwnQuestions own, Questions questions, DraftReading drafts, AuditLog audit) {
        this.own = own;
        this.questions = questions;
        this.drafts = drafts;
        this.audit = audit;
    }

    /** A new question, as a draft. */
    @Transactional
    QuestionView create(UUID tenant, JsonNode draft) {
        Question question = drafts.require(draft);
        if (!own.add(tenant, question)) {
            throw new Fault.Conflict("question_exists", "You have a question %s already.".formatted(question.id()));
        }
        own.addDraft(new QuestionRef(QuestionRef.ownId(question.id(), tenant), 1), StoredContent.of(question));
        audit.note(AuditAction.QUESTION_CREATED, question.id());
        return viewAfter(require(tenant, question.id()), question);
    }

    /**
     * A new draft version of a question.
     *
     * @param precondition looks at the question as it is now and refuses the change by throwing
     */
    @Transactional
    QuestionView revise(UUID tenant, String slug, JsonNode draft, Consumer<QuestionView> precondition) {
        OwnQuestion before = requireLocked(tenant, slug);
        precondition.accept(view(before));
        Question question = drafts.require(draft);
        if (!question.id().equals(slug)) {
            throw new Fault.Unacceptable(
                    "validation_failed",
                    "The body speaks of another question.",
                    new Violation("/id", "has to be the id in the address: " + slug));
        }
        own.addDraft(new QuestionRef(before.id(), before.newestVersion() + 1), StoredContent.of(question));
        audit.note(AuditAction.QUESTION_REVISED, slug);
        return viewAfter(require(tenant, slug), question);
    }

    /** Makes the newest draft the version that new sessions ask; brings an archived question back. */
    @Transactional
    QuestionView publish(UUID tenant, String slug, Consumer<QuestionView> precondition) {
        OwnQuestion before = requireLocked(tenant, slug);
        precondition.accept(view(before));
        if (!before.hasDraft() && !before.archived()) {
            throw new Fault.Conflict("nothing_to_publish", "The newest version is published already.");
        }
        own.publish(before.newest(), questions.require(before.newest()));
        audit.note(AuditAction.QUESTION_PUBLISHED, slug);
        return view(require(tenant, slug));
    }

    /** Takes a question out of use; sessions that ask it go on. Archiving twice changes nothing. */
    @Transactional
    QuestionView archive(UUID tenant, String slug, Consumer<QuestionView> precondition) {
        OwnQuestion before = requireLocked(tenant, slug);
        precondition.accept(view(before));
        own.archive(before.id());
        audit.note(AuditAction.QUESTION_ARCHIVED, slug);
        return view(require(tenant, slug));
    }

    @Transactional
    List<VersionLine> listVersions(UUID tenant, String slug) {
        return own.listVersions(require(tenant, slug).id());
    }

    @Transactional
    VersionView requireVersion(UUID tenant, String slug, int version) {
        String id = require(tenant, slug).id();
        return own.listVersions(id).stream()
                .filter(line -> line.version() == version)
                .findFirst()
                .map(line -> VersionView.of(line, questions.require(new QuestionRef(id, version))))
                .orElseThrow(() -> new Fault.Missing("version", slug + "@" + version));
    }

    private OwnQuestion require(UUID tenant, String slug) {
        return own.find(tenant, slug).orElseThrow(() -> new Fault.Missing("question", slug));
    }

    private OwnQuestion requireLocked(UUID tenant, String slug) {
        return own.findLocked(tenant, slug).orElseThrow(() -> new Fault.Missing("question", slug));
    }

    private QuestionView view(OwnQuestion question) {
        return QuestionView.of(question, questions::require);
    }

    /** What was just written is not read: a cache would keep it even if the transaction were rolled back. */
    private QuestionView viewAfter(OwnQuestion question, Question written) {
        return QuestionView.of(question, ref -> ref.equals(question.newest()) ? written : questions.require(ref));
    }
}
