package dev.fanlight.relay.rewind;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.auth.Action;
import dev.fanlight.relay.auth.WatchGate.Identified;
import dev.fanlight.relay.gateway.GatewayContext;
import dev.fanlight.relay.gateway.PlayerGate;
import dev.fanlight.relay.gateway.PlayerRequest;
import dev.fanlight.relay.http.connection.ConnectionWatch;
import dev.fanlight.relay.http.route.RouteHandler;
import dev.fanlight.relay.recording.ClipFolder;
import dev.fanlight.relay.store.Clips;
import dev.fanlight.relay.store.Clips.Clip;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Answers with a clip, to the owner and to who shows the key of its link. Thread safe. */
final class ClipHandler implements RouteHandler {

    private static final String SUFFIX = ".mp4";

    private final GatewayContext relay;
    private final PlayerGate gate;
    private final RewindGate workers;
    private final Clips clips;
    private final ClipFolder folder;

    ClipHandler(GatewayContext relay, RewindGate workers, Clips clips, ClipFolder folder) {
        this.relay = relay;
        this.gate = new PlayerGate(relay);
        this.workers = workers;
        this.clips = clips;
        this.folder = folder;
    }

    private record Found(Clip clip, Path path) {}

    @Override
    public void answer(RoutingContext context, ConnectionWatch watch) {
        String name = String.valueOf(context.pathParam("clip"));
        Optional<PlayerRequest> asked = gate.request(context);
        if (asked.isEmpty()) {
            return;
        }
        workers.worker()
                .executeBlocking(() -> find(asked.get(), name), false)
                .onSuccess(
                        found -> found.ifPresentOrElse(its -> send(context, its), () -> RewindAnswers.nothing(context)))
                .onFailure(context::fail);
    }

    private Optional<Found> find(PlayerRequest request, String name) {
        if (!name.endsWith(SUFFIX) || !CameraName.isValid(request.camera())) {
            return Optional.empty();
        }
        String id = name.substring(0, name.length() - SUFFIX.length());
        return clips.find(new CameraName(request.camera()), id)
                .filter(clip -> clip.folder().equals(folder.id()) && maySee(request, clip))
                .map(clip -> new Found(clip, folder.file(clip.cameraId(), clip.id())))
                .filter(found -> Files.exists(found.path()));
    }

    private boolean maySee(PlayerRequest request, Clip clip) {
        long now = TimeUnit.MICROSECONDS.toMillis(relay.wallClock().micros());
        if (request.credentials().key().filter(key -> clip.isOpenedBy(key, now)).isPresent()) {
            return true;
        }
        return relay.watchGate().identify(request.camera(), request.credentials(), request.addressKey())
                        instanceof Identified known
                && relay.policy().authorize(known.principal(), Action.INSPECT);
    }

    private void send(RoutingContext context, Found found) {
        if (context.response().closed()) {
            return;
        }
        if (context.request().getParam("download") != null) {
            RewindAnswers.saved(
                    context, context.pathParam("camera"), found.clip().startMicros());
        }
        RewindAnswers.file(context, found.clip().bytes()).ifPresent(range -> {
            var unused = context.response().sendFile(found.path().toString(), range.first(), range.length());
        });
    }
}
