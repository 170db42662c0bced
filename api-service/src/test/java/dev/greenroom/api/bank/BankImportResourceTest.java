package dev.greenroom.api.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BankImportResourceTest {

    private static final String QUESTION = "django-csrf-protection";

    @Inject
    BankImport bankImport;

    @Inject
    Session database;

    @Test
    void importingTheSameBankAgainMakesNoNewVersion() {
        long before = versions();

        bankImport.start(new StartupEvent());

        assertThat(versions()).isEqualTo(before);
    }

    @Test
    void aChangedQuestionGetsANewVersionAndTheOldOneStays() {
        QuarkusTransaction.requiringNew()
                .run(() -> change("update question_version set content_hash = content_hash || content_hash"
                        + " where question_id = :id"));
        try {
            bankImport.start(new StartupEvent());

            assertThat(currentVersion()).isEqualTo(2);
            assertThat(versionsOf(QUESTION)).isEqualTo(2);
        } finally {
            QuarkusTransaction.requiringNew().run(this::putBack);
        }
    }

    private void putBack() {
        change("update question set current_version = 1 where id = :id");
        change("delete from question_version where question_id = :id and version = 2");
        change(
                "update question_version set content_hash = substring(content_hash from 1 for 32) where question_id = :id");
    }

    private void change(String sql) {
        database.createNativeMutationQuery(sql).setParameter("id", QUESTION).executeUpdate();
    }

    private int currentVersion() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select current_version from question where id = :id", Integer.class)
                        .setParameter("id", QUESTION)
                        .getSingleResult());
    }

    private long versionsOf(String question) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select count(*) from question_version where question_id = :id", Long.class)
                        .setParameter("id", question)
                        .getSingleResult());
    }

    private long versions() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("select count(*) from question_version", Long.class)
                        .getSingleResult());
    }
}
