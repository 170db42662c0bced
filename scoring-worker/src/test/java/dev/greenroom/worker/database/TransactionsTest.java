package dev.greenroom.worker.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.greenroom.worker.fixtures.WorkerTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WorkerTestResource.class)
class TransactionsTest {

    @Inject
    Transactions transactions;

    @Inject
    Database database;

    @Test
    void runOnPlatformThreadsWhoeverCalls() {
        CompletableFuture<Boolean> virtual = new CompletableFuture<>();

        Thread.startVirtualThread(() ->
                virtual.complete(transactions.call(() -> Thread.currentThread().isVirtual())));

        assertThat(virtual.join()).isFalse();
    }

    @Test
    void undoWhatWasDoneBeforeSomethingWasThrownAndHandThatOn() {
        assertThatThrownBy(() -> transactions.call(() -> {
                    execute("set local lock_timeout = 4711");
                    return execute("select 1 / 0");
                }))
                .isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("division by zero");
        assertThat(transactions.call(() -> execute("show lock_timeout"))).isNotEqualTo("4711ms");
    }

    private String execute(String sql) {
        return database.directly(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                boolean found = statement.execute();
                return found ? first(statement.getResultSet()) : "";
            }
        });
    }

    private static String first(ResultSet rows) throws SQLException {
        rows.next();
        return rows.getString(1);
    }
}
