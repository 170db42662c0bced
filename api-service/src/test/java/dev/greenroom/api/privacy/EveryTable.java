package dev.greenroom.api.privacy;

import dev.greenroom.api.OwnersConnection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks through all there is in the database, of whatever table and type, as somebody with a dump of it would. */
final class EveryTable {

    private static final String TABLES = "select table_name from information_schema.tables"
            + " where table_schema = 'public' and table_type = 'BASE TABLE' order by 1";

    /** The tables with a row that holds the word, as text or as bytes. */
    Set<String> holding(String word) throws SQLException {
        Set<String> found = new TreeSet<>();
        try (Connection connection = OwnersConnection.open()) {
            for (String table : tables(connection)) {
                if (holds(connection, table, word)) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(TABLES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    /** Bytes are shown in hexadecimal digits. */
    private static boolean holds(Connection connection, String table, String word) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select exists (select 1 from \"" + table
                        + "\" as r where strpos(r::text, ?) > 0 or strpos(r::text, encode(convert_to(?, 'UTF8'), 'hex')) > 0)")) {
            select.setString(1, word);
            select.setString(2, word);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
