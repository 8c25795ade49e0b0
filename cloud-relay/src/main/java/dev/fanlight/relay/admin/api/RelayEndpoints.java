package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.admin.service.CameraService;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.auth.AuthorizedSessions;
import dev.fanlight.relay.auth.AuthorizedSessions.Session;
import dev.fanlight.relay.auth.Principal.LinkHolder;
import dev.fanlight.relay.auth.Principal.Owner;
import dev.fanlight.relay.auth.Principal.Visitor;
import dev.fanlight.relay.auth.ViewingSession;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.store.AuditEntries;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The relay itself, its contract, and who watches. Thread safe. */
public final class RelayEndpoints {

    private static final int MAX_VIEWERS = 1_000;
    private static final int MAX_AUDIT = 200;
    private static final int AUDIT = 50;

    private final AuditEntries audit;
    private final AuthorizedSessions sessions;
    private final ChatRooms rooms;
    private final CameraService cameras;
    private final AuditLog log;
    private final HealthReadings health;
    private final Buffer contract = readContract();

    /** Answers with what these know. */
    public RelayEndpoints(
            AuditEntries audit,
            AuthorizedSessions sessions,
            ChatRooms rooms,
            CameraService cameras,
            AuditLog log,
            HealthReadings health) {
        this.audit = audit;
        this.sessions = sessions;
        this.rooms = rooms;
        this.cameras = cameras;
        this.log = log;
        this.health = health;
    }

    void register(Map<Route, Endpoint> endpoints) {
        endpoints.put(Route.CONTRACT, (Endpoint.Blocking)
                call -> new Answer(200, "application/yaml", contract, response -> {}));
        endpoints.put(Route.STATUS, (Endpoint.Blocking)
                call -> Answer.ok(health.status().get()));
        endpoints.put(Route.HEALTH_HISTORY, (Endpoint.Blocking) call -> Answer.ok(health.historyJson()));
        endpoints.put(Route.AUDIT, (Endpoint.Blocking) this::audit);
        endpoints.put(Route.VIEWERS, (Endpoint.Blocking) this::viewers);
        endpoints.put(Route.DISCONNECT, (Endpoint.Blocking) this::disconnect);
    }

    private Answer audit(Call call) {
        long before = number(call, "before", Long.MAX_VALUE, Long.MAX_VALUE);
        int limit = (int) number(call, "limit", AUDIT, MAX_AUDIT);
        boolean alerts = "true".equals(call.query().get("alerts"));
        return Answer.ok(JsonViews.array(audit.newest(before, limit, alerts), JsonViews::audit));
    }

    private Answer viewers(Call call) {
        CameraName camera = call.cameraName();
        return Answer.ok(JsonViews.array(sessions.viewersOf(camera, MAX_VIEWERS), this::viewer));
    }

    private Answer disconnect(Call call) {
        CameraName camera = cameras.find(call.cameraName())
                .orElseThrow(() -> new ProblemException(Problem.Code.NOT_FOUND))
                .name();
        String person = call.path().getOrDefault("person", "");
        boolean watched = sessions.disconnect(camera, person);
        if (watched) {
            log.record(AuditLog.Entry.of(
                    call.actor().text(), "viewer.disconnect", Optional.of(camera.text()), Optional.of(person)));
        }
        return Answer.doneIf(watched);
    }

    private JsonObject viewer(Session session) {
        ViewingSession viewing = session.viewing().orElseThrow();
        String name = rooms.known(viewing.camera())
                .flatMap(room -> room.nameOf(viewing.person()))
                .orElse("");
        JsonObject json = new JsonObject()
                .put("person", viewing.person())
                .put("name", name)
                .put("role", role(session))
                .put("since", viewing.sinceMillis())
                .put("address", viewing.address());
        if (session.principal() instanceof LinkHolder holder) {
            json.put("link", holder.link());
        }
        return json;
    }

    private static String role(Session session) {
        if (session.principal() instanceof LinkHolder holder) {
            return holder.role().verb();
        }
        if (session.principal() instanceof Visitor visitor) {
            return visitor.role().verb();
        }
        return session.principal() instanceof Owner ? "owner" : "watch";
    }

    private static long number(Call call, String name, long otherwise, long most) {
        Optional<String> text = Optional.ofNullable(call.query().get(name));
        if (text.isEmpty()) {
            return otherwise;
        }
        boolean digits = text.get().matches("[0-9]{1,18}");
        long number = digits ? Long.parseLong(text.get()) : 0;
        if (number < 1 || number > most) {
            throw Fields.wrong(name, "must be a whole number from 1 to " + most);
        }
        return number;
    }

    private static Buffer readContract() {
        try (InputStream in = RelayEndpoints.class.getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the contract is not packed into this program");
            }
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
