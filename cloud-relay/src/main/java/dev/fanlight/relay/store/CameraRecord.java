package dev.fanlight.relay.store;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.auth.Visibility;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One camera as it is kept. Immutable.
 *
 * @param id key of the table
 * @param name in links
 * @param title what pages show
 * @param createdMillis when it was invited first
 * @param lastSeenMillis when its agent was last connected
 * @param device its registered device, if one has joined
 * @param visibility how it can be found
 * @param visitors what anybody may do where it can be found without a link
 * @param longId by which it is found where it is unlisted, if it ever was
 * @param isPaused whether the owner has paused it
 * @param pauseVersion grows each time it is paused or resumed
 */
public record CameraRecord(
        String id,
        CameraName name,
        String title,
        long createdMillis,
        OptionalLong lastSeenMillis,
        Optional<String> device,
        Visibility visibility,
        ChatRole visitors,
        Optional<String> longId,
        boolean isPaused,
        long pauseVersion) {

    static final String SELECT = "SELECT c.*,"
            + " (SELECT d.id FROM device d WHERE d.camera_id = c.id AND d.state = 'active') AS device FROM camera c";

    static CameraRecord of(Row row) throws SQLException {
        return new CameraRecord(
                row.text("id"),
                new CameraName(row.text("name")),
                row.text("title"),
                row.number("created_at"),
                row.optionalNumber("last_seen"),
                row.optionalText("device"),
                Visibility.of(row.text("visibility")).orElse(Visibility.PRIVATE),
                ChatRole.ofStored(row.text("visitors")),
                row.optionalText("unlisted_id"),
                row.optionalNumber("paused_at").isPresent(),
                row.number("pause_version"));
    }
}
