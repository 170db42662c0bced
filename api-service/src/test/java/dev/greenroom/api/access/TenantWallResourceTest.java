package dev.greenroom.api.access;

import static dev.greenroom.api.ApiTest.startSession;
import static dev.greenroom.api.ApiTest.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.api.ApiTest;
import dev.greenroom.api.OwnersConnection;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall in the database alone: statements that forget every condition of ours. */
@QuarkusTest
class TenantWallResourceTest {

    /** Tables that need no wall: they name no tenant, or belong to nobody. */
    private static final String WALLED_OFF = """
            select c.relname from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                and (c.relname in ('tenant', 'question_version')
                    or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'))""";

    private UUID tenant = new UUID(0, 0);

    @BeforeEach
    void bringRowsOfTwoTenants() throws SQLException {
        submit(startSession("{\"topic\": \"django\"}"), "Each row makes one more query.");
        ApiTest.otherTenant();
        try (OwnersConnection owner = new OwnersConnection()) {
            tenant = UUID.fromString(owner.text("select tenant_id::text from session where tenant_id <> '%s' limit 1"
                    .formatted(ApiTest.OTHER_TENANT)));
        }
    }

    @Test
    void standsAroundEveryTableThatNamesATenant() throws SQLException {
        try (OwnersConnection owner = new OwnersConnection()) {
            assertThat(owner.list(WALLED_OFF)).contains("session", "answer", "api_key", "idempotency_record", "tenant");
            assertThat(owner.list(WALLED_OFF + " and not (c.relrowsecurity and c.relforcerowsecurity)"))
                    .as("tables to be walled off")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"greenroom_api", "greenroom_worker", "greenroom_system"})
    void itsRolesOwnNothingAndBypassNothing(String role) throws SQLException {
        try (OwnersConnection owner = new OwnersConnection()) {
            assertThat(owner.text("select count(*)::text from pg_class where relowner = '%s'::regrole".formatted(role)))
                    .isEqualTo("0");
            assertThat(owner.text(("select (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole)::text"
                                    + " from pg_roles where rolname = '%s'")
                            .formatted(role)))
                    .isEqualTo("false");
        }
    }

    @Test
    void showsNothingUnlessATenantIsSet() throws SQLException {
        try (OwnersConnection connection = new OwnersConnection()) {
            List<String> tables = connection.list(WALLED_OFF);
            connection.execute("set role greenroom_api");
            for (String table : tables) {
                assertThat(connection.text("select count(*)::text from %s where %s".formatted(table, ofTenants(table))))
                        .as(table)
                        .isEqualTo("0");
            }
        }
    }

    @Test
    void showsARowsOwnTenantAndNobodyElse() throws SQLException {
        try (OwnersConnection connection = new OwnersConnection()) {
            List<String> tables = connection.list(WALLED_OFF);
            connection.execute("set role greenroom_api");
            connection.execute("select set_config('greenroom.tenant', '%s', false)".formatted(tenant));
            assertThat(connection.text("select count(*)::text from session")).isNotEqualTo("0");
            for (String table : tables) {
                assertThat(connection.text("select count(*)::text from %s where %s and not (%s)"
                                .formatted(table, ofTenants(table), of(table, tenant))))
                        .as(table)
                        .isEqualTo("0");
            }
        }
    }

    private static String ofTenants(String table) {
        return switch (table) {
            case "tenant" -> "true";
            case "question_version" -> "position('~' in question_id) > 0";
            default -> "tenant_id is not null";
        };
    }

    private static String of(String table, UUID tenant) {
        return switch (table) {
            case "tenant" -> "id = '%s'".formatted(tenant);
            case "question_version" -> "split_part(question_id, '~', 2) = '%s'".formatted(tenant);
            default -> "tenant_id = '%s'".formatted(tenant);
        };
    }

    @Test
    void letsNobodyChangeOrTakeOverRowsOfAnother() throws SQLException {
        try (OwnersConnection connection = new OwnersConnection()) {
            connection.execute("set role greenroom_api");
            connection.execute("select set_config('greenroom.tenant', '%s', false)".formatted(ApiTest.OTHER_TENANT));

            assertThat(connection.update("update session set locale = 'xx' where tenant_id = '%s'".formatted(tenant)))
                    .isZero();
            assertThat(connection.update("delete from answer where tenant_id = '%s'".formatted(tenant)))
                    .isZero();
            assertThatThrownBy(() ->
                            connection.update("insert into tenant (id, name, created_at) values ('%s', 'new', now())"
                                    .formatted(UUID.randomUUID())))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
            assertThatThrownBy(() -> connection.update("update session set tenant_id = '%s'".formatted(tenant)))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void showsAWorkerItsClaimsAndNothingElseOfAnInterview() throws SQLException {
        try (OwnersConnection connection = new OwnersConnection()) {
            connection.execute("set role greenroom_worker");

            assertThat(connection.text("select count(*)::text from answer")).isNotEqualTo("0");
            for (String table : List.of("session", "turn", "evaluation", "interview_event", "mastery", "tenant")) {
                assertThat(connection.text("select count(*)::text from " + table))
                        .as(table)
                        .isEqualTo("0");
            }
            for (String table : List.of("api_key", "signing_key", "idempotency_record", "guest_start")) {
                assertThatThrownBy(() -> connection.text("select count(*)::text from " + table))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
            }
        }
    }
}
