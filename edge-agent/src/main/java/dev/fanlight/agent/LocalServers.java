package dev.fanlight.agent;

import dev.fanlight.agent.api.LocalApi;
import dev.fanlight.agent.onvif.OnvifNetwork;
import dev.fanlight.agent.preview.PreviewContext;
import dev.fanlight.agent.preview.PreviewServer;
import dev.fanlight.agent.preview.site.PlayerPages;
import dev.fanlight.agent.uplink.socket.EventLoop;
import dev.fanlight.identity.Secrets;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/** The servers of an agent on its own network, as far as they are configured. Thread safe. */
final class LocalServers implements AutoCloseable {

    private record Api(LocalApi server, OpenedSources sources) {}

    private final Optional<PreviewServer> preview;
    private final Optional<Api> api;

    private LocalServers(Optional<PreviewServer> preview, Optional<Api> api) {
        this.preview = preview;
        this.api = api;
    }

    /**
     * Starts them; waits for that.
     *
     * @param clock of capture times
     * @param cameras the agent’s cameras by name; each gets its addresses anew when one was used
     */
    static LocalServers start(EventLoop loop, LocalAccess access, MediaClock clock, Map<String, AgentEvents> cameras) {
        Announcement announcement = new Announcement(cameras);
        Secrets secrets = new Secrets(new SecureRandom());
        PreviewContext context = new PreviewContext(AgentVersion.text(), clock, NanoClock.SYSTEM, secrets);
        Optional<PreviewServer> preview = access.preview()
                .map(listen -> PreviewServer.start(loop, listen, PlayerPages.load(), context, announcement::used));
        preview.ifPresent(announcement::begin);
        try {
            return new LocalServers(preview, access.api().map(plan -> {
                OpenedSources sources = new OpenedSources(plan, preview, cameras.keySet(), clock);
                OnvifNetwork network = OnvifNetwork.system();
                return new Api(LocalApi.start(loop, plan.listen(), plan.token(), network, sources), sources);
            }));
        } catch (RuntimeException e) {
            preview.ifPresent(PreviewServer::close);
            throw e;
        }
    }

    Optional<PreviewServer> preview() {
        return preview;
    }

    @Override
    public void close() {
        api.ifPresent(running -> {
            running.server().close();
            running.sources().close();
        });
        preview.ifPresent(PreviewServer::close);
    }
}
