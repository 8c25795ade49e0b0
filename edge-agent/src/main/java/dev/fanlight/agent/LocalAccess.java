package dev.fanlight.agent;

import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.ListenAddress;
import dev.fanlight.agent.state.PauseFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How an agent is reached on its own network, beside its relays. Immutable.
 *
 * @param preview where browsers watch its cameras
 * @param api where other programs ask for something
 */
public record LocalAccess(Optional<ListenAddress> preview, Optional<Api> api) {

    /** Not at all. */
    public static final LocalAccess NONE = new LocalAccess(Optional.empty(), Optional.empty());

    /**
     * The interface for programs.
     *
     * @param listen where
     * @param token which they send
     * @param pauses where the people here pause what is shown
     * @param settings makes the settings of a source they name, out of keys and texts of {@code camera.*}; fails with
     *     {@link dev.fanlight.cli.UserException}
     * @param listener gets the events of each source they name, by its id
     */
    public record Api(
            ListenAddress listen,
            String token,
            List<PauseFile> pauses,
            Function<Map<String, String>, CameraSettings> settings,
            Function<String, AgentListener> listener) {

        /** Omits the token, which must not be logged. */
        @Override
        public String toString() {
            return "Api[listen=" + listen + "]";
        }
    }
}
