package dev.fanlight.agent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.api.ApiException;
import dev.fanlight.agent.api.ApiSources;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.AudioInput;
import dev.fanlight.agent.config.AudioSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.config.Credentials;
import dev.fanlight.agent.config.OnSiteSettings;
import dev.fanlight.agent.onvif.http.CameraLogin;
import dev.fanlight.agent.preview.PreviewServer;
import dev.fanlight.cli.UserException;
import dev.fanlight.runtime.MediaClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sources that programs have named, each a camera that no relay knows. At most {@link #MAX}. Thread safe. */
final class OpenedSources implements ApiSources, AutoCloseable {

    /** Most sources at a time. */
    static final int MAX = 16;

    private final LocalAccess.Api plan;
    private final Optional<PreviewServer> preview;
    private final Set<String> taken;
    private final MediaClock clock;

    @GuardedBy("this")
    private final Map<String, LocalCamera> open = new HashMap<>();

    @GuardedBy("this")
    private boolean ended;

    /** {@code taken} are the names of the agent’s own cameras. */
    OpenedSources(LocalAccess.Api plan, Optional<PreviewServer> preview, Set<String> taken, MediaClock clock) {
        this.plan = plan;
        this.preview = preview;
        this.taken = Set.copyOf(taken);
        this.clock = clock;
    }

    @Override
    public synchronized List<String> open(
            String id, String source, Optional<String> transport, Optional<CameraLogin> login) throws ApiException {
        if (ended) {
            throw new ApiException(409, "conflict", "This agent ends.");
        }
        if (preview.isEmpty()) {
            throw new ApiException(409, "conflict", "This agent shows nothing on its network: set preview.listen.");
        }
        if (taken.contains(id)) {
            throw new ApiException(409, "name_taken", "A camera of this agent has that name.");
        }
        if (!open.containsKey(id) && open.size() >= MAX) {
            throw new ApiException(409, "limit_reached", "This agent shows " + MAX + " sources already.");
        }
        CameraSettings settings = named(settings(source, transport), login);
        close(id);
        LocalCamera camera = LocalCamera.start(
                id, settings, plan.pauses(), frame -> {}, plan.listener().apply(id), clock);
        open.put(id, camera);
        preview.get().show(id, camera.stream());
        return preview.get().addresses(id);
    }

    @Override
    public synchronized boolean close(String id) {
        LocalCamera camera = open.remove(id);
        if (camera == null) {
            return false;
        }
        preview.ifPresent(server -> server.remove(id));
        camera.close();
        return true;
    }

    /** Closes all of them and opens no other: a request may still be in progress. */
    @Override
    public synchronized void close() {
        ended = true;
        List.copyOf(open.keySet()).forEach(this::close);
    }

    /** Without what belongs to the configured camera alone: another one gets neither its password nor its microphone. */
    static CameraSettings named(CameraSettings all, Optional<CameraLogin> login) {
        AudioInput audio = all.audio().input() instanceof AudioInput.Device
                ? new AudioInput.Off()
                : all.audio().input();
        return new CameraSettings(
                all.source(),
                Optional.empty(),
                login.map(given -> new Credentials(given.user(), given.password()))
                        .orElse(Credentials.NONE),
                all.rtspTransport(),
                all.controls(),
                all.mode(),
                all.mount(),
                new AudioSettings(audio, all.audio().bitRate()),
                all.limits(),
                all.encoding(),
                all.low(),
                all.run(),
                all.queue(),
                Optional.empty(),
                OnSiteSettings.NONE);
    }

    private CameraSettings settings(String source, Optional<String> transport) throws ApiException {
        Map<String, String> given = new HashMap<>();
        given.put(AgentSettings.SOURCE.key(), source);
        transport.ifPresent(value -> given.put(AgentSettings.RTSP_TRANSPORT.key(), value));
        try {
            return plan.settings().apply(given);
        } catch (UserException e) {
            throw new ApiException(400, "bad_request", String.valueOf(e.getMessage()));
        }
    }
}
