package dev.fanlight.agent;

import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.NetworkSettings;
import dev.fanlight.agent.media.MediaSink;
import dev.fanlight.agent.pipeline.FrameListener;
import dev.fanlight.agent.state.CameraStates;
import dev.fanlight.agent.state.DeviceIdentity;
import dev.fanlight.agent.state.IdentityStore;
import dev.fanlight.agent.state.KeyRing;
import dev.fanlight.agent.state.PauseFile;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.settings.Setting;
import dev.fanlight.settings.Settings;
import dev.fanlight.settings.SettingsReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Configures one camera of an agent. Everything but the identity has a default. Not thread safe. */
public final class AgentBuilder {

    private final Map<String, String> given = new LinkedHashMap<>();
    private Optional<Settings> settings = Optional.empty();
    private Optional<CameraSettings> camera = Optional.empty();
    private Optional<KeyRing> keys = Optional.empty();
    private List<PauseFile> pauses = List.of();
    private FrameListener frames = frame -> {};
    private Optional<MediaSink> media = Optional.empty();
    private AgentListener listener = new AgentListener() {};
    private AgentTimeouts timeouts = AgentTimeouts.STANDARD;
    private boolean nativeWarnings;

    AgentBuilder() {}

    /** Uses the identity that {@code join} has saved in a state folder. */
    public AgentBuilder state(Path folder) {
        pauses = List.of(new PauseFile(folder));
        return identity(folder, new IdentityStore(folder));
    }

    /** Uses the identity that {@code join --camera NAME} has saved in a state folder. */
    public AgentBuilder state(Path folder, String cameraName) {
        IdentityStore store = new CameraStates(folder).store(cameraName);
        pauses = List.of(new PauseFile(folder), new PauseFile(store.folder()));
        return identity(folder, store);
    }

    /** Uses an identity that is kept elsewhere; the relay’s owner cannot rotate its key. */
    public AgentBuilder identity(DeviceIdentity own) {
        keys = Optional.of(KeyRing.fixed(own));
        pauses = List.of();
        return this;
    }

    /** {@code auto}, {@code test}, {@code file:PATH}, a device, an address or a command: {@link AgentSettings#SOURCE}. */
    public AgentBuilder source(String source) {
        return set(AgentSettings.SOURCE, source);
    }

    /** Sets one of {@link AgentSettings}, as text. */
    public AgentBuilder set(Setting<?> setting, String text) {
        given.put(setting.key(), text);
        return this;
    }

    /** Uses settings that were read already, in place of {@link #set}. */
    public AgentBuilder settings(Settings read) {
        settings = Optional.of(read);
        return this;
    }

    /** Uses these settings of the camera in place of those of {@code camera.*} and {@code low.*}. */
    public AgentBuilder camera(CameraSettings read) {
        camera = Optional.of(read);
        return this;
    }

    /** Gets every captured frame, on the capture thread. */
    public AgentBuilder frameListener(FrameListener frameListener) {
        frames = frameListener;
        return this;
    }

    /**
     * Gets every encoded frame and the tracks it belongs to, before the relay does: what is passed through and what is encoded here, in each
     * rendition, audio as far as it is published. Called by the threads “capture”, “encode” and “audio”, one at a time, so that a slow listener slows
     * all of them. The bytes of a payload may be read during the call only; whoever keeps them takes a copy
     * ({@link dev.fanlight.media.Payload#toArray}). Without viewers there are no frames, unless {@code camera.run} is {@code always}.
     *
     * <pre>{@code
     * builder.set(AgentSettings.RUN, "always").mediaListener(new MediaSink() {
     *     public void begin(MediaKind kind, List<Track> tracks) {
     *         tracks.forEach(track -> System.out.println(track.id() + " " + track.codec()));
     *     }
     *
     *     public void accept(int track, AccessUnit unit) {
     *         file.write(unit.payload().toArray()); // H.264: NAL units behind their lengths
     *     }
     * });
     * }</pre>
     */
    public AgentBuilder mediaListener(MediaSink mediaListener) {
        media = Optional.of(mediaListener);
        return this;
    }

    /** Gets the camera’s events. */
    public AgentBuilder listener(AgentListener agentListener) {
        listener = agentListener;
        return this;
    }

    /** Waits for the relay and the camera as long as this says, in place of {@link AgentTimeouts#STANDARD}. */
    public AgentBuilder timeouts(AgentTimeouts limits) {
        timeouts = limits;
        return this;
    }

    /** Lets FFmpeg write its warnings to stderr; it is silent otherwise. */
    public AgentBuilder nativeWarnings(boolean shown) {
        nativeWarnings = shown;
        return this;
    }

    /**
     * Checks the configuration.
     *
     * @throws UserException when a setting is wrong or the identity is missing
     */
    public Plan build() {
        Settings all = settings.orElseGet(
                () -> new SettingsReader(AgentSettings.all()).overrides(given).read());
        KeyRing own = keys.orElseThrow(
                () -> new UserException(ExitCode.NOT_ALLOWED, "An agent needs an identity: join a relay first."));
        return new Plan(
                own,
                pauses,
                camera.orElseGet(() -> CameraSettings.of(all)),
                NetworkSettings.of(all),
                timeouts,
                frames,
                media,
                listener,
                nativeWarnings);
    }

    /** The sentence for a state folder without an identity. */
    public static UserException notJoined(Path folder) {
        return new UserException(
                ExitCode.NOT_ALLOWED,
                "This computer has not joined a relay yet (nothing in " + folder + "). Ask the relay for a link with "
                        + "\"fanlight-relay camera invite NAME\", then run: fanlight-agent join LINK");
    }

    private AgentBuilder identity(Path folder, IdentityStore store) {
        keys = KeyRing.stored(store, new SecureRandom());
        if (keys.isEmpty()) {
            throw notJoined(folder);
        }
        return this;
    }

    /**
     * The checked configuration of one camera, ready to start. Immutable.
     *
     * @param keys its identity
     * @param pauses where the people at the camera pause it; any of them pauses
     * @param camera what it captures, and how that is encoded
     * @param network how its relay is reached
     * @param timeouts how long its relay and its source are waited for
     * @param frames gets every captured frame
     * @param media gets every encoded frame, if there is one who does
     * @param listener gets its events
     * @param nativeWarnings whether FFmpeg may write its warnings to stderr
     */
    public record Plan(
            KeyRing keys,
            List<PauseFile> pauses,
            CameraSettings camera,
            NetworkSettings network,
            AgentTimeouts timeouts,
            FrameListener frames,
            Optional<MediaSink> media,
            AgentListener listener,
            boolean nativeWarnings) {

        /**
         * Starts an agent of this camera alone: see {@link FanlightAgent#start}.
         *
         * @throws UserException when this computer lacks a library that FFmpeg needs
         */
        public FanlightAgent start() {
            return FanlightAgent.start(List.of(this));
        }
    }
}
