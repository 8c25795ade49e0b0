package dev.fanlight.relay.gateway;

import dev.fanlight.identity.CameraName;
import java.util.Optional;

/**
 * How the pushing of one camera to one target goes, for its owner. Immutable; without the key of the stream.
 *
 * @param gateway the name in the settings
 * @param camera as the settings name it
 * @param target its address
 * @param state how far it is
 * @param sinceMillis when it came into that state, ms since 1970
 * @param problem why the last attempt failed, a sentence without its full stop; empty once the target has taken the stream again
 * @param bytes sent since the relay started
 */
public record PushStatus(
        String gateway,
        CameraName camera,
        String target,
        String state,
        long sinceMillis,
        Optional<String> problem,
        long bytes) {}
