package dev.greenroom.api.bank;

import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.Rubric;
import dev.greenroom.model.question.TopicGuide;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Brings the database up to the bank's files when the service starts. Idempotent, also with several replicas at once:
 * an unchanged question stays at its version, a changed one gets a new version, and no version ever changes.
 */
@ApplicationScoped
class BankImport {

    private static final Logger LOG = Logger.getLogger(BankImport.class);

    private final BankSettings settings;
    private final BankTables tables;

    BankImport(BankSettings settings, BankTables tables) {
        this.settings = settings;
        this.tables = tables;
    }

    @Transactional
    void start(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent event) {
        int changed = run(new BankFiles(settings.topics()));
        LOG.infof("The question bank is up to date: %d questions are new or changed", changed);
    }

    /** Returns how many questions got a new version. */
    private int run(BankFiles files) {
        tables.lock();
        for (Rubric rubric : files.rubrics()) {
            tables.keepRubric(rubric.id(), rubric.version(), json(rubric));
        }
        int changed = 0;
        List<TopicGuide> guides = files.guides();
        for (TopicGuide guide : guides) {
            changed += importTopic(files, guide, guides.indexOf(guide));
        }
        return changed;
    }

    private int importTopic(BankFiles files, TopicGuide guide, int position) {
        tables.putTopic(guide.id(), position, json(guide));
        int changed = 0;
        for (TopicGuide.Section section : guide.sections()) {
            tables.putSection(guide.id(), section.id(), guide.sections().indexOf(section), section.title());
            List<Question> questions = files.questions(guide, section);
            for (Question question : questions) {
                changed += importQuestion(question, questions.indexOf(question)) ? 1 : 0;
            }
        }
        return changed;
    }

    private boolean importQuestion(Question question, int position) {
        StoredContent content = StoredContent.of(question);
        var current = tables.findCurrentVersion(question.id());
        boolean unchanged = current.filter(version -> content.hasHash(version.contentHash()))
                .isPresent();
        int version = current.map(BankTables.CurrentVersion::version).orElse(0) + (unchanged ? 0 : 1);
        tables.putQuestion(question, position, version);
        if (!unchanged) {
            tables.addVersion(question.id(), version, content.hash(), content.body());
        }
        return !unchanged;
    }

    private static String json(Object content) {
        return StoredContent.of(content).body();
    }
}
