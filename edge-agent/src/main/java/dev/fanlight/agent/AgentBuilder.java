package dev.fanlight.agent;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.NetworkSettings;
import dev.fanlight.agent.pipeline.FrameListener;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.state.KeyRing;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Says what an agent shall be. Everything but the identity has a default. Not thread safe. */
public final class AgentBuilder {

    private final Map<String, String> given = new LinkedHashMap<>();
    private Optional<Settings> settings = Optional.empty();
    private Optional<KeyRing> keys = Optional.empty();
    private FrameListener frames = frame -> {};
    private AgentListener listener = new AgentListener() {};
    private boolean nativeWarnings;

    AgentBuilder() {}

    /** Takes the identity that {@code join} left in a state folder. */
    public AgentBuilder state(Path folder) {
        keys = KeyRing.stored(new IdentityStore(folder), new SecureRandom());
        if (keys.isEmpty()) {
            throw notJoined(folder);
        }
        return this;
    }

    /** Takes an identity that is kept elsewhere; its key cannot be changed from the relay then. */
    public AgentBuilder identity(DeviceIdentity own) {
        keys = Optional.of(KeyRing.fixed(own));
        return this;
    }

    /** {@code auto}, {@code test}, {@code file:PATH} or a device: {@link AgentSettings#SOURCE}. */
    public AgentBuilder source(String source) {
        return set(AgentSettings.SOURCE, source);
    }

    /** Sets one of {@link AgentSettings}, in the form people write it. */
    public AgentBuilder set(Setting<?> setting, String text) {
        given.put(setting.key(), text);
        return this;
    }

    /** Takes settings that were read already, in place of {@link #set}. */
    public AgentBuilder settings(Settings read) {
        settings = Optional.of(read);
        return this;
    }

    /** Gets every captured picture, on the capture thread. */
    public AgentBuilder frameListener(FrameListener frameListener) {
        frames = frameListener;
        return this;
    }

    /** Hears what the agent does. */
    public AgentBuilder listener(AgentListener agentListener) {
        listener = agentListener;
        return this;
    }

    /** Lets FFmpeg write its warnings to stderr; it is silent otherwise. */
    public AgentBuilder nativeWarnings(boolean shown) {
        nativeWarnings = shown;
        return this;
    }

    /**
     * Checks what was said.
     *
     * @throws UserException when a setting is wrong or the identity is missing
     */
    public Plan build() {
        Settings all = settings.orElseGet(
                () -> new SettingsReader(AgentSettings.all()).overrides(given).read());
        KeyRing own = keys.orElseThrow(
                () -> new UserException(ExitCode.NOT_ALLOWED, "An agent needs an identity: join a relay first."));
        return new Plan(own, CameraSettings.of(all), NetworkSettings.of(all), frames, listener, nativeWarnings);
    }

    /** The sentence for a state folder without an identity. */
    public static UserException notJoined(Path folder) {
        return new UserException(
                ExitCode.NOT_ALLOWED,
                "This computer has not joined a relay yet (nothing in " + folder + "). Ask the relay for a link with "
                        + "\"fanlight-relay camera invite NAME\", then run: fanlight-agent join LINK");
    }

    /** A checked agent, ready to start. Immutable. */
    public static final class Plan {

        private final KeyRing keys;
        private final CameraSettings camera;
        private final NetworkSettings network;
        private final FrameListener frames;
        private final AgentListener listener;
        private final boolean nativeWarnings;

        private Plan(
                KeyRing keys,
                CameraSettings camera,
                NetworkSettings network,
                FrameListener frames,
                AgentListener listener,
                boolean nativeWarnings) {
            this.keys = keys;
            this.camera = camera;
            this.network = network;
            this.frames = frames;
            this.listener = listener;
            this.nativeWarnings = nativeWarnings;
        }

        /**
         * Opens the camera once, dials the relay, and streams until it is closed.
         *
         * @throws UserException when this computer lacks a library that FFmpeg needs
         */
        public FanlightAgent start() {
            return FanlightAgent.start(keys, camera, network, frames, listener, nativeWarnings);
        }
    }
}
