package dev.fanlight.relay.store;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Copies the SQLite database of a relay, which may run and write meanwhile: what is committed when the copy begins is in it, and nothing else
 * (sqlite.org/lang_vacuum.html, VACUUM INTO). Blocking; also from another process than the relay’s.
 *
 * @param database the database file, which exists
 */
public record SqliteCopy(Path database) {

    /**
     * Writes the copy.
     *
     * @param file an empty file
     * @throws UserException when the database cannot be read or the copy not be written
     */
    public void writeTo(Path file) {
        SqliteDialect dialect = new SqliteDialect(database);
        try (Connection connection = dialect.source().getConnection();
                PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, file.toString());
            statement.execute();
        } catch (SQLException e) {
            throw new UserException(
                    ExitCode.FAILED,
                    "The database " + database + " cannot be copied: "
                            + dialect.outage(e).orElse(String.valueOf(e.getMessage())) + ".",
                    e);
        }
    }
}
