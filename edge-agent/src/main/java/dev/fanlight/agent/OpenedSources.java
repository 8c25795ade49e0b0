package dev.fanlight.agent;

import dev.fanlight.agent.api.ApiException;
import dev.fanlight.agent.api.ApiSources;
import dev.fanlight.agent.config.AgentSettings;
import dev.fanlight.agent.config.CameraSettings;
import dev.fanlight.agent.preview.PreviewServer;
import dev.fanlight.cli.UserException;
import dev.fanlight.runtime.MediaClock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sources that programs have named, each a camera that no relay knows. At most {@link #MAX}. The thread “api” only, until it has ended. */
final class OpenedSources implements ApiSources, AutoCloseable {

    /** Most sources at a time. */
    static final int MAX = 16;

    private static final String TRANSPORT = "camera.rtsp_transport";

    private final LocalAccess.Api plan;
    private final Optional<PreviewServer> preview;
    private final Set<String> taken;
    private final MediaClock clock;
    private final Map<String, LocalCamera> open = new HashMap<>();

    /** {@code taken} are the names of the agent’s own cameras. */
    OpenedSources(LocalAccess.Api plan, Optional<PreviewServer> preview, Set<String> taken, MediaClock clock) {
        this.plan = plan;
        this.preview = preview;
        this.taken = Set.copyOf(taken);
        this.clock = clock;
    }

    @Override
    public List<String> open(String id, String source, Optional<String> transport) throws ApiException {
        if (preview.isEmpty()) {
            throw new ApiException(409, "conflict", "This agent shows nothing on its network: set preview.listen.");
        }
        if (taken.contains(id)) {
            throw new ApiException(409, "name_taken", "A camera of this agent has that name.");
        }
        if (!open.containsKey(id) && open.size() >= MAX) {
            throw new ApiException(409, "limit_reached", "This agent shows " + MAX + " sources already.");
        }
        CameraSettings settings = settings(source, transport);
        close(id);
        LocalCamera camera =
                LocalCamera.start(settings, frame -> {}, plan.listener().apply(id), clock);
        open.put(id, camera);
        preview.get().show(id, camera.stream());
        return preview.get().addresses(id);
    }

    @Override
    public boolean close(String id) {
        LocalCamera camera = open.remove(id);
        if (camera == null) {
            return false;
        }
        preview.ifPresent(server -> server.remove(id));
        camera.close();
        return true;
    }

    /** Closes all of them. */
    @Override
    public void close() {
        List.copyOf(open.keySet()).forEach(this::close);
    }

    private CameraSettings settings(String source, Optional<String> transport) throws ApiException {
        Map<String, String> given = new HashMap<>();
        given.put(AgentSettings.SOURCE.key(), source);
        boolean known =
                AgentSettings.all().stream().anyMatch(setting -> setting.key().equals(TRANSPORT));
        transport.filter(any -> known).ifPresent(value -> given.put(TRANSPORT, value));
        try {
            return plan.settings().apply(given);
        } catch (UserException e) {
            throw new ApiException(400, "bad_request", String.valueOf(e.getMessage()));
        }
    }
}
