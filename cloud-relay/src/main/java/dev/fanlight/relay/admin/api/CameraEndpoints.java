package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.CameraName;
import dev.fanlight.media.StreamState;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.admin.service.CameraService;
import dev.fanlight.relay.admin.service.DeviceService;
import dev.fanlight.relay.auth.Visibility;
import dev.fanlight.relay.gateway.GatewayReports;
import dev.fanlight.relay.gateway.PushStatus;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.store.CameraRecord;
import dev.fanlight.relay.store.Invitations;
import dev.fanlight.relay.store.Invitations.Invitation;
import dev.fanlight.relay.store.RecordMode;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** Cameras and their devices. Thread safe. */
public final class CameraEndpoints {

    private static final int MAX_TITLE = 100;

    private final CameraService cameras;
    private final DeviceService devices;
    private final AddressBook addresses;
    private final GatewayReports gateways;
    private final ToLongFunction<CameraName> bitRate;
    private final Clock clock;

    /** Answers with what the desks do; {@code bitRate} is how many bits a second the publisher of a camera sends. */
    public CameraEndpoints(
            CameraService cameras,
            DeviceService devices,
            AddressBook addresses,
            GatewayReports gateways,
            ToLongFunction<CameraName> bitRate,
            Clock clock) {
        this.cameras = cameras;
        this.devices = devices;
        this.addresses = addresses;
        this.gateways = gateways;
        this.bitRate = bitRate;
        this.clock = clock;
    }

    void register(Map<Route, Endpoint> endpoints) {
        put(endpoints, Route.PUBLIC_CAMERAS, this::listPublic);
        put(endpoints, Route.CAMERAS, call -> Answer.ok(JsonViews.array(cameras.list(), this::view)));
        put(endpoints, Route.INVITE, this::invite);
        put(endpoints, Route.CAMERA, call -> Answer.ok(view(existing(call.cameraName()))));
        put(
                endpoints,
                Route.ADDRESSES,
                call -> Answer.ok(addresses.of(existing(call.cameraName()).name())));
        put(endpoints, Route.CHANGE_CAMERA, this::change);
        put(endpoints, Route.REMOVE_CAMERA, call -> Answer.doneIf(cameras.remove(call.actor(), call.cameraName())));
        put(endpoints, Route.PAUSE, call -> Answer.doneIf(cameras.pause(call.actor(), call.cameraName(), true)));
        put(endpoints, Route.RESUME, call -> Answer.doneIf(cameras.pause(call.actor(), call.cameraName(), false)));
        put(endpoints, Route.ROTATE_KEY, this::rotate);
        put(
                endpoints,
                Route.REVOKE_DEVICE,
                call -> Answer.doneIf(cameras.revokeDevice(call.actor(), call.cameraName())));
        put(endpoints, Route.ENROLLMENTS, call -> Answer.ok(JsonViews.array(devices.waiting(), JsonViews::enrollment)));
        put(endpoints, Route.APPROVE, this::approve);
        put(endpoints, Route.REFUSE, call -> Answer.doneIf(devices.refuse(call.actor(), call.id())));
    }

    private static void put(Map<Route, Endpoint> endpoints, Route route, Endpoint.Blocking endpoint) {
        endpoints.put(route, endpoint);
    }

    private Answer listPublic(Call call) {
        List<CameraRecord> open = cameras.list().stream()
                .filter(camera -> camera.visibility() == Visibility.PUBLIC)
                .toList();
        JsonArray list = JsonViews.array(
                open,
                camera -> new JsonObject()
                        .put("camera", camera.name().text())
                        .put("title", camera.title())
                        .put("state", state(camera)));
        return Answer.ok(list);
    }

    private Answer invite(Call call) {
        CameraName name = call.fields().camera("camera");
        boolean newLink = call.fields().flag("new_link");
        Optional<String> host = call.fields().optionalHost();
        Invitation invitation = devices.invite(call.actor(), name, newLink);
        String join;
        try {
            join = addresses.relay().get().join(host, invitation.code(), invitation.secret());
        } catch (IllegalArgumentException e) {
            throw Fields.wrong("host", "cannot be put into a link");
        }
        List<String> watch = invitation.watchKey().stream()
                .flatMap(key -> addresses.relay().get().watch(host, name.text(), key).stream())
                .toList();
        return Answer.created(new JsonObject()
                .put("camera", name.text())
                .put("join", join)
                .put("expires_at", clock.millis() + Invitations.CODE_LIFE.toMillis())
                .put("watch", new JsonArray(watch)));
    }

    private Answer change(Call call) {
        CameraName name = existing(call.cameraName()).name();
        Optional<String> title = call.fields().optionalLine("title", MAX_TITLE);
        if (title.filter(String::isEmpty).isPresent()) {
            throw Fields.wrong("title", "must not be empty");
        }
        Optional<CameraName> newName = call.fields().optionalCamera("camera").filter(request -> !request.equals(name));
        Optional<Visibility> visibility = call.fields().optionalChoice("visibility", Visibility::of);
        Optional<ChatRole> visitors = call.fields()
                .optionalChoice(
                        "visitors_can", verb -> ChatRole.ofVerb(verb).filter(role -> role != ChatRole.MODERATOR));
        Optional<Boolean> preview = call.fields().optionalFlag("preview");
        Optional<RecordMode> record = call.fields().optionalChoice("record", RecordMode::of);
        Optional<Boolean> transcode = call.fields().optionalFlag("transcode");
        if (newName.isPresent() && !cameras.rename(call.actor(), name, newName.get())) {
            throw new ProblemException(Problem.Code.NAME_TAKEN);
        }
        CameraName now = newName.orElse(name);
        title.ifPresent(text -> cameras.retitle(call.actor(), now, text));
        preview.ifPresent(allowed -> cameras.preview(call.actor(), now, allowed));
        transcode.ifPresent(allowed -> cameras.transcode(call.actor(), now, allowed));
        record.ifPresent(mode -> cameras.record(call.actor(), now, mode));
        if (visibility.isPresent() || visitors.isPresent()) {
            CameraRecord camera = existing(now);
            cameras.open(call.actor(), now, visibility.orElse(camera.visibility()), visitors.orElse(camera.visitors()));
        }
        return Answer.ok(view(existing(now)));
    }

    private Answer rotate(Call call) {
        if (!cameras.rotateKey(call.actor(), call.cameraName())) {
            throw new ProblemException(Problem.Code.NOT_FOUND);
        }
        return Answer.accepted();
    }

    private Answer approve(Call call) {
        return Answer.doneIf(
                devices.approve(call.actor(), call.id(), call.fields().camera("camera")));
    }

    private CameraRecord existing(CameraName name) {
        return cameras.find(name).orElseThrow(() -> new ProblemException(Problem.Code.NOT_FOUND));
    }

    private JsonObject view(CameraRecord camera) {
        JsonObject json = new JsonObject()
                .put("camera", camera.name().text())
                .put("title", camera.title())
                .put("state", state(camera))
                .put(
                        "viewers",
                        cameras.stream(camera.name()).map(LiveStream::viewers).orElse(0))
                .put("visibility", camera.visibility().text())
                .put("visitors_can", camera.visitors().verb())
                .put("paused", camera.isPaused())
                .put("preview", camera.preview())
                .put("transcode", camera.transcode())
                .put("record", camera.record().text())
                .put("created_at", camera.createdMillis());
        openPath(camera)
                .ifPresent(path -> json.put(
                        "open_urls", new JsonArray(addresses.relay().get().page(Optional.empty(), "/w/" + path))));
        cameras.stream(camera.name()).map(LiveStream::status).ifPresent(status -> putCondition(json, status));
        long bits = bitRate.applyAsLong(camera.name());
        if (bits > 0) {
            json.put("bit_rate", bits);
        }
        JsonViews.put(json, "seen_at", camera.lastSeenMillis());
        List<PushStatus> pushes = gateways.pushes(camera.name());
        if (!pushes.isEmpty()) {
            json.put("pushes", JsonViews.array(pushes, JsonViews::push));
        }
        devices.of(camera.name()).ifPresent(device -> json.put("device", JsonViews.device(device)));
        return json;
    }

    private static void putCondition(JsonObject json, StreamStatus status) {
        if (status.state() == StreamState.LIVE) {
            json.put("uplink", status.uplink().wireName());
        }
        status.pause().ifPresent(pause -> {
            json.put("paused_at_camera", pause.why());
            pause.resumesAtMicros().ifPresent(micros -> json.put("resumes_at", TimeUnit.MICROSECONDS.toMillis(micros)));
        });
    }

    private static Optional<String> openPath(CameraRecord camera) {
        return switch (camera.visibility()) {
            case PRIVATE -> Optional.empty();
            case UNLISTED -> camera.longId();
            case PUBLIC -> Optional.of(camera.name().text());
        };
    }

    private String state(CameraRecord camera) {
        StreamState state = camera.isPaused()
                ? StreamState.PAUSED
                : cameras.stream(camera.name()).map(LiveStream::state).orElse(StreamState.OFFLINE);
        // A camera that is published with a key has no device either, and was seen once something was published.
        return state == StreamState.OFFLINE
                        && camera.device().isEmpty()
                        && camera.lastSeenMillis().isEmpty()
                ? "pending"
                : state.name().toLowerCase(Locale.ROOT);
    }
}
