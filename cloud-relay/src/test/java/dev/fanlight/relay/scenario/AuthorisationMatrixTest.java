package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.agent.Pending;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.player.Welcome;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.http.route.SessionCookies;
import dev.fanlight.relay.testing.ApiCaller;
import dev.fanlight.relay.testing.Asker;
import dev.fanlight.relay.testing.RouteRights;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.tls.CertificateSchedule;
import dev.fanlight.testing.Await;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route of the router, asked for by everybody: who may, and that all others see what they would see if it did not exist. */
class AuthorisationMatrixTest {

    private static final int TOO_MANY = 429;
    private static final String PASSWORD = "twelve plum kites";

    @TempDir
    private Path temp;

    private TestRelay relay;
    private TestCamera front;
    private final AtomicInteger lines = new AtomicInteger();
    private ApiCaller host;
    private final Map<Asker, ApiCaller> askers = new EnumMap<>(Asker.class);

    @BeforeEach
    void start() {
        Path state = temp.resolve("state");
        relay = TestRelay.start(
                state,
                Map.of(
                        "webhooks.unknown.url", "http://127.0.0.1:9/",
                        "webhooks.unknown.networks", "127.0.0.0/8",
                        "webhooks.unknown.secret", "sixteen characters"),
                CertificateSchedule.STANDARD,
                List.of());
        host = ApiCaller.host(state);
        front = relay.invite("front");
        relay.publishing(front);
        relay.publishing(relay.invite("back"));
        ApiCaller anybody = ApiCaller.anonymous(state, relay.server().port());
        askers.put(Asker.ANONYMOUS, anybody);
        askers.put(Asker.WATCHER, holder(anybody, "watch"));
        askers.put(Asker.CHATTER, holder(anybody, "chat"));
        askers.put(Asker.MODERATOR, holder(anybody, "moderate"));
        askers.put(Asker.OWNER, anybody.with("Cookie", ownerCookie(anybody)));
        askers.put(Asker.READER, anybody.with("Authorization", "Bearer " + token()));
        askers.put(Asker.PUBLISHER, anybody.with("Cookie", SessionCookies.OWNER + "=" + publishKey()));
        askers.put(Asker.OTHER_AGENT, anybody.with("Cookie", SessionCookies.OWNER + "=" + deviceOf("back")));
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void everyRouteLetsInWhomItShouldAndLooksAbsentToAllOthers() {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> cells = new TreeMap<>();
        for (Route route : Route.values()) {
            for (Asker asker : Asker.values()) {
                boolean may = RouteRights.allowed(route).contains(asker);
                wrong.addAll(may ? letsIn(route, asker) : looksAbsent(route, asker));
                cells.merge(may ? "allowed" : "refused", 1, Integer::sum);
            }
        }
        System.out.println("cells of the matrix: " + cells);
        assertThat(wrong).isEmpty();
    }

    @Test
    void listenerForTheCommandLineServesTheApiAlone() {
        ApiCaller anonymous = host.without("Authorization");
        for (Route route : Route.values()) {
            int status = anonymous
                    .call(route.method().name(), path(route), RouteRights.body(route))
                    .statusCode();
            boolean open = route.isApi() && RouteRights.isForAll(route);
            assertThat(status != 404).as(route + ": " + status).isEqualTo(open);
        }
    }

    /** Each is refused as another camera, another path and another asker would be. */
    private List<String> looksAbsent(Route route, Asker asker) {
        List<String> wrong = new ArrayList<>();
        Map<String, Object> refusal = seen(ask(route, asker, path(route)));
        Map<String, Object> nothing =
                seen(askers.get(Asker.ANONYMOUS).call(route.method().name(), Route.API + "/no/such/thing", ""));
        if (!refusal.equals(nothing)) {
            wrong.add(asker + " " + route + ": " + refusal + ", nothing: " + nothing);
        }
        if (route.isOfCamera()) {
            Map<String, Object> unknown = seen(ask(route, asker, path(route).replace("/front", "/nowhere")));
            if (!refusal.equals(unknown)) {
                wrong.add(asker + " " + route + ": " + refusal + ", unknown camera: " + unknown);
            }
        }
        if ((int) refusal.get("status") != 404) {
            wrong.add(asker + " " + route + ": " + refusal);
        }
        return wrong;
    }

    private List<String> letsIn(Route route, Asker asker) {
        HttpResponse<String> answer = ask(route, asker, fresh(route, asker));
        int status = answer.statusCode();
        List<Integer> expected = RouteRights.expected(route);
        return expected.contains(status)
                ? List.of()
                : List.of(asker + " " + route + ": " + status + " " + answer.body());
    }

    /** Patiently: all of them come from one address, which may ask 20 times a second. */
    private HttpResponse<String> ask(Route route, Asker asker, String path) {
        boolean ends = route == Route.CLOSE_SESSION || route == Route.SIGN_OUT;
        ApiCaller caller = ends ? askers.get(asker).without("Cookie") : askers.get(asker);
        return patiently(caller, route, path, RouteRights.body(route));
    }

    private static HttpResponse<String> patiently(ApiCaller caller, Route route, String path, String body) {
        AtomicReference<HttpResponse<String>> answer = new AtomicReference<>();
        Await.until("answered and not told to wait", () -> {
            answer.set(caller.call(route.method().name(), path, body));
            return answer.get().statusCode() != TOO_MANY;
        });
        return answer.get();
    }

    private static String path(Route route) {
        return route.path()
                .replace("{camera}", "front")
                .replace("{name}", "front")
                .replace("{seq}", "1")
                .replaceAll("\\{(id|person)}", "unknown");
    }

    /** The path of something that exists and that no one else needs; moderators undo what moderators did, not what the owner did. */
    private String fresh(Route route, Asker asker) {
        return switch (route) {
            case OWNER_SESSION -> Route.API + "/owner/sessions/" + otherSession();
            case REVOKE_TOKEN -> Route.API + "/tokens/" + made("/tokens", "{\"label\":\"x\",\"can\":\"read\"}");
            case REVOKE_LINK -> Route.API + "/links/" + made("/cameras/front/links", "{\"can\":\"watch\"}");
            case REVOKE_PUBLISH_KEY ->
                Route.API + "/cameras/front/publish-keys/" + made("/cameras/front/publish-keys", "");
            case REMOVE_CAMERA, REVOKE_DEVICE -> path(route).replace("front", spareCamera(route));
            case REFUSE -> Route.API + "/enrollments/" + enrolled();
            case REMOVE_LINE, RESTORE_LINE -> path(route).replace("/1", "/" + line(route, asker));
            case BAN_REACH, BAN, LIFT_BAN -> path(route).replace("unknown", person(route, asker));
            default -> path(route);
        };
    }

    private String otherSession() {
        String password = new JsonObject().put("password", PASSWORD).encode();
        HttpResponse<String> in = patiently(askers.get(Asker.ANONYMOUS), Route.SIGN_IN, Route.SIGN_IN.path(), password);
        assertThat(in.statusCode()).isEqualTo(204);
        return list("/owner/sessions").getJsonObject(0).getString("id");
    }

    private String spareCamera(Route route) {
        String name = route == Route.REMOVE_CAMERA ? "spare" : "other";
        relay.publishing(relay.invite(name));
        return name;
    }

    private String enrolled() {
        TestAgent agent = relay.agent();
        agent.sendEnroll(DeviceKey.generate(new SecureRandom()), "pi");
        agent.expect(Pending.class);
        return list("/enrollments").getJsonObject(0).getString("id");
    }

    private long line(Route route, Asker asker) {
        TestViewer talker = relay.watching(front);
        talker.say("client-" + lines.incrementAndGet(), "line " + lines);
        long seq = talker.expect(ChatAccepted.class).seq();
        if (route == Route.RESTORE_LINE) {
            ask(Route.REMOVE_LINE, asker, Route.API + "/cameras/front/chat/" + seq);
        }
        talker.kill();
        return seq;
    }

    private String person(Route route, Asker asker) {
        for (int i = 0; i < bans().size(); i++) {
            host.call(
                    "DELETE",
                    Route.API + "/cameras/front/bans/" + bans().getJsonObject(i).getString("person"),
                    "");
        }
        TestViewer viewer = relay.viewer();
        viewer.watch("front", front.watchKey());
        String person = viewer.expect(Welcome.class).person();
        viewer.expect(ChatReady.class);
        if (route == Route.LIFT_BAN) {
            ask(Route.BAN, asker, Route.API + "/cameras/front/bans/" + person);
        }
        return person;
    }

    private JsonArray bans() {
        return list("/cameras/front/bans");
    }

    private String made(String path, String request) {
        return new JsonObject(host.call("POST", Route.API + path, request).body()).getString("id");
    }

    private JsonArray list(String path) {
        return new JsonArray(host.call("GET", Route.API + path, "").body());
    }

    private ApiCaller holder(ApiCaller anybody, String can) {
        JsonObject made = new JsonObject(host.call(
                        "POST",
                        Route.API + "/cameras/front/links",
                        new JsonObject().put("can", can).encode())
                .body());
        String key = made.getJsonArray("urls").getString(0).replaceAll(".*#", "");
        JsonObject trade = new JsonObject().put("camera", "front").put("key", key);
        return anybody.with(
                "Cookie", ApiCaller.cookie(anybody.call("POST", Route.OPEN_SESSION.path(), trade.encode())));
    }

    private String ownerCookie(ApiCaller anybody) {
        JsonObject link =
                new JsonObject(host.call("POST", Route.OWNER_RESET.path(), "").body());
        JsonObject setup = new JsonObject()
                .put("secret", link.getJsonArray("urls").getString(0).replaceAll(".*#", ""))
                .put("password", PASSWORD);
        return ApiCaller.cookie(anybody.call("POST", Route.OWNER_SETUP.path(), setup.encode()));
    }

    private String token() {
        String request =
                new JsonObject().put("label", "reader").put("can", "read").encode();
        return new JsonObject(
                        host.call("POST", Route.CREATE_TOKEN.path(), request).body())
                .getString("token");
    }

    private String publishKey() {
        return new JsonObject(host.call("POST", Route.API + "/cameras/front/publish-keys", "")
                        .body())
                .getString("key");
    }

    private String deviceOf(String camera) {
        return new JsonObject(
                        host.call("GET", Route.API + "/cameras/" + camera, "").body())
                .getJsonObject("device")
                .getString("id");
    }

    /** All that an answer tells: status, headers but the date, body, without the id of its request. */
    private static Map<String, Object> seen(HttpResponse<String> answer) {
        Map<String, Object> seen = new TreeMap<>(answer.headers().map());
        seen.remove("date");
        String id = answer.headers().firstValue("x-request-id").orElseThrow();
        seen.remove("x-request-id");
        seen.put("status", answer.statusCode());
        seen.put("body", answer.body().replace(id, "ID"));
        return seen;
    }
}
