package dev.sluice.console.adapter.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs one statement for many rows: each parameter is an array that holds one column. */
final class Columns<T> {

    private record Column<T>(String type, Function<T, @Nullable Object> value) {}

    private final List<Column<T>> columns = new ArrayList<>();
    private final String sql;

    Columns(String sql) {
        this.sql = sql;
    }

    Columns<T> with(String type, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(type, value));
        return this;
    }

    int run(JdbcTemplate jdbc, List<T> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        return jdbc.update(connection -> prepare(connection, rows));
    }

    private PreparedStatement prepare(Connection connection, List<T> rows) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        int parameter = 1;
        for (Column<T> column : columns) {
            @Nullable Object[] values = new Object[rows.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = column.value.apply(rows.get(i));
            }
            Array array = connection.createArrayOf(column.type, values);
            statement.setArray(parameter++, array);
        }
        return statement;
    }
}
