package dev.fanlight.relay.admin.api;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.admin.service.LinkService;
import dev.fanlight.relay.auth.PasswordHasher;
import dev.fanlight.relay.auth.RewindRight;
import dev.fanlight.relay.config.CameraAddress.Use;
import dev.fanlight.relay.config.ShownKey;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.store.Links.Made;
import dev.fanlight.relay.store.Links.NewLink;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Links to share. Thread safe. */
public final class LinkEndpoints {

    private static final Duration LONGEST_LIFE = Duration.ofDays(365);
    private static final int MOST_VIEWERS = 100_000;
    private static final int MIN_PASSWORD = 4;

    private final LinkService links;
    private final PasswordChecks passwords;
    private final AddressBook addresses;
    private final Clock clock;

    /** Answers with what the desk does. */
    public LinkEndpoints(LinkService links, PasswordChecks passwords, AddressBook addresses, Clock clock) {
        this.links = links;
        this.passwords = passwords;
        this.addresses = addresses;
        this.clock = clock;
    }

    void register(Map<Route, Endpoint> endpoints) {
        endpoints.put(Route.CREATE_LINK, (Endpoint.Later) this::create);
        endpoints.put(Route.LINKS, (Endpoint.Blocking) this::list);
        endpoints.put(
                Route.REVOKE_LINK, (Endpoint.Blocking) call -> Answer.doneIf(links.revoke(call.actor(), call.id())));
    }

    private Answer list(Call call) {
        Optional<CameraName> camera = Optional.ofNullable(call.query().get("camera"))
                .map(text -> {
                    if (!CameraName.isValid(text)) {
                        throw Fields.wrong("camera", "is not a name of a camera");
                    }
                    return new CameraName(text);
                });
        long now = clock.millis();
        return Answer.ok(
                JsonViews.array(links.list(camera), link -> JsonViews.link(link, links.viewers(link.id()), now)));
    }

    private Future<Answer> create(Call call, Endpoint.Blocks worker) {
        ChatRole role = call.fields().choice("can", ChatRole::ofVerb);
        String label = call.fields().optionalLabel().orElse("");
        OptionalLong expires = call.fields().optionalEnd(clock, LONGEST_LIFE);
        OptionalInt maxViewers = call.fields().optionalInt("max_viewers", 1, MOST_VIEWERS);
        Optional<String> password = call.fields().optionalPassword("password", MIN_PASSWORD, PasswordHasher.MAX_CHARS);
        boolean ptz = call.fields().flag("ptz");
        OptionalLong rewind = call.fields().optionalNumber("rewind_ms", 1, RewindRight.LONGEST.toMillis());
        Optional<String> host = call.fields().optionalHost();
        Future<Optional<String>> hash = password.isEmpty()
                ? Future.succeededFuture(Optional.empty())
                : worker.aside(passwords.hash(password.get(), call.client().key()))
                        .map(Optional::of);
        return hash.compose(passwordHash -> worker.run(() -> {
            NewLink link =
                    new NewLink(role, label, expires, maxViewers, passwordHash, ptz, new RewindRight(rewind.orElse(0)));
            Made made = links.create(call.actor(), call.cameraName(), link)
                    .orElseThrow(() -> new ProblemException(Problem.Code.NOT_FOUND));
            return Answer.created(view(call.cameraName(), made, host, passwordHash.isPresent()));
        }));
    }

    private JsonObject view(CameraName camera, Made made, Optional<String> host, boolean asksForPassword) {
        List<String> urls = addresses.relay().get().watch(host, camera.text(), made.key());
        // Players have no way to enter a password.
        JsonArray players = asksForPassword
                ? new JsonArray()
                : addresses.of(Use.WATCH, host, camera, ShownKey.of(made.id(), made.key()));
        return new JsonObject()
                .put("id", made.id())
                .put("urls", new JsonArray(urls))
                .put("players", players);
    }
}
