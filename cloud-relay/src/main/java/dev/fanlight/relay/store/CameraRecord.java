package dev.fanlight.relay.store;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.auth.Visibility;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A stored camera. Immutable.
 *
 * @param id primary key, never changes
 * @param name used in addresses
 * @param title shown on pages
 * @param createdMillis when it was created, ms since 1970
 * @param lastSeenMillis when its agent was last connected, ms since 1970
 * @param device id of its active device, if any
 * @param visibility who can find it without a link
 * @param visitors the role of visitors without a link
 * @param longId the id in its unlisted address, if it has been unlisted
 * @param isPaused whether the owner has paused it
 * @param pauseVersion grows each time it is paused or resumed
 * @param preview whether its last still may be shown to anyone who has its address
 * @param transcode whether its video may be made H.264 for players that cannot take it as it is
 * @param record when it is recorded
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
        long pauseVersion,
        boolean preview,
        boolean transcode,
        RecordMode record) {

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
                row.number("pause_version"),
                row.number("preview") == 1,
                row.number("transcode") == 1,
                RecordMode.of(row.text("record")).orElse(RecordMode.NEVER));
    }
}
