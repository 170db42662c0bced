package dev.greenroom.api.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.greenroom.model.json.StoredJson;
import dev.greenroom.model.question.Question;
import dev.greenroom.model.question.Rubric;
import dev.greenroom.model.question.TopicGuide;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Brings the database up to the bank's files when the service starts. Idempotent, also with several replicas at once:
 * an unchanged question stays at its version, a changed one gets a new version, and no version ever changes.
 */
@ApplicationScoped
class BankImport {

    private static final Logger LOG = Logger.getLogger(BankImport.class);

    /** Properties and map entries in alphabetical order, so that the same content always has the same hash. */
    private static final ObjectMapper CANONICAL = StoredJson.MAPPER
            .rebuild()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

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
        String body = json(question);
        byte[] hash = hash(body);
        var current = tables.findCurrentVersion(question.id());
        boolean unchanged = current.filter(version -> Arrays.equals(version.contentHash(), hash))
                .isPresent();
        int version = current.map(BankTables.CurrentVersion::version).orElse(0) + (unchanged ? 0 : 1);
        tables.putQuestion(question, position, version);
        if (!unchanged) {
            tables.addVersion(question.id(), version, hash, body);
        }
        return !unchanged;
    }

    private static String json(Object content) {
        try {
            return CANONICAL.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(String body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
