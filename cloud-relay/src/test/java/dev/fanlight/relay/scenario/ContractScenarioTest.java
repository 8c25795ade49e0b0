package dev.fanlight.relay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.DeviceKey;
import dev.fanlight.protocol.agent.Pending;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.relay.admin.api.RequestMembers;
import dev.fanlight.relay.http.route.Route;
import dev.fanlight.relay.testing.ApiCaller;
import dev.fanlight.relay.testing.Contract;
import dev.fanlight.relay.testing.SampleBodies;
import dev.fanlight.relay.testing.TestAgent;
import dev.fanlight.relay.testing.TestRelay;
import dev.fanlight.relay.testing.TestRelay.TestCamera;
import dev.fanlight.relay.testing.TestViewer;
import dev.fanlight.relay.tls.CertificateSchedule;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the running relay to the contract of its API, and the other way round. */
class ContractScenarioTest {

    private static final String PASSWORD = "twelve plum kites";
    private static final String TOO_LARGE = "{\"x\":\"" + "x".repeat(17 * 1024) + "\"}";

    @TempDir
    private Path temp;

    private TestRelay relay;
    private ApiCaller host;
    private ApiCaller anonymous;
    private Contract contract;
    private SampleBodies bodies;

    private final Set<Route> tried = EnumSet.noneOf(Route.class);

    @BeforeEach
    void start() {
        Path state = temp.resolve("state");
        relay = TestRelay.start(
                state,
                Map.of(
                        "webhooks.bell.url", "http://127.0.0.1:9/",
                        "webhooks.bell.networks", "127.0.0.0/8",
                        "webhooks.bell.secret", "sixteen characters"),
                CertificateSchedule.STANDARD,
                List.of());
        host = ApiCaller.host(state);
        anonymous = ApiCaller.anonymous(state, relay.server().port());
        contract =
                Contract.parse(anonymous.send("GET", Route.CONTRACT.path(), "").body());
        bodies = new SampleBodies(contract);
    }

    @AfterEach
    void stop() {
        relay.close();
    }

    @Test
    void contractAndRouterHaveTheSameOperations() {
        assertThat(contract.operations())
                .containsExactlyInAnyOrderElementsOf(
                        api().map(Contract::operation).toList());
    }

    /** Of a camera without a recording. */
    private void askForClips() {
        String clip = "/cameras/front/clips/abcdefgh";
        good(host, Route.CLIPS, "/cameras/front/clips", "", 200);
        good(host, Route.CREATE_CLIP, "/cameras/front/clips", "{\"from\":1000,\"to\":2000,\"name\":\"x\"}", 404);
        good(host, Route.SHARE_CLIP, clip + "/link", "{\"expires_in_ms\":60000}", 404);
        good(host, Route.UNSHARE_CLIP, clip + "/link", "", 404);
        good(host, Route.DELETE_CLIP, clip, "", 404);
    }

    @Test
    void responsesHaveNoMembersThatOpenApiDoesNotKnow() {
        assertThat(contract.membersOfResponses()).isSubsetOf("$ref", "description", "headers", "content", "links");
    }

    @Test
    void goodRequestsAreAnsweredAsTheContractSays() {
        askAboutTheRelay();
        becomeOwner();
        TestCamera camera = relay.invite("front");
        relay.publishing(camera);
        changeCameras();
        shareCameras();
        approveDevices();
        keepOrder(camera);
        good(host, Route.RECORDING, "/cameras/front/recording", "", 200);
        good(host, Route.RECORDING_GROUPS, "/cameras/front/recording/groups", "", 200);
        askForClips();
        good(host, Route.REVOKE_DEVICE, "/cameras/front/device", "", 204);
        good(host, Route.REMOVE_CAMERA, "/cameras/front", "", 204);
        good(host, Route.AUDIT, "/audit?limit=200&alerts=false", "", 200);
        assertThat(tried).containsExactlyInAnyOrderElementsOf(api().toList());
    }

    private void askAboutTheRelay() {
        good(anonymous, Route.CONTRACT, "/openapi.yaml", "", 200);
        good(host, Route.STATUS, "/status", "", 200);
        good(host, Route.HEALTH_HISTORY, "/health/history", "", 200);
        good(host, Route.EVENTS, "/events", "", 200);
        good(host, Route.TEST_WEBHOOK, "/webhooks/bell/test", "", 202);
        good(host, Route.WEBHOOKS, "/webhooks", "", 200);
        good(anonymous, Route.OWNER, "/owner", "", 200);
        good(anonymous, Route.PUBLIC_CAMERAS, "/public", "", 200);
    }

    private void askForNotifications(ApiCaller owner) {
        String key = object(good(owner, Route.PUSH, "/owner/push", "", 200)).getString("key");
        JsonObject browser = new JsonObject()
                .put("endpoint", "https://push.invalid/x")
                .put("p256dh", key)
                .put("auth", "BTBZMqHH6r4Tts7J_aSIgg");
        String id = object(good(owner, Route.SUBSCRIBE_PUSH, "/owner/push", browser.encode(), 201))
                .getString("id");
        good(owner, Route.TEST_PUSH, "/owner/push/" + id + "/test", "", 202);
        good(owner, Route.UNSUBSCRIBE_PUSH, "/owner/push/" + id, "", 204);
    }

    private void becomeOwner() {
        JsonObject link = object(good(host, Route.OWNER_RESET, "/owner/reset", "", 200));
        JsonObject setup = password("password")
                .put("secret", link.getJsonArray("urls").getString(0).replaceAll(".*#", ""));
        good(anonymous, Route.OWNER_SETUP, "/owner/setup", setup.encode(), 204);
        HttpResponse<String> in = good(
                anonymous, Route.SIGN_IN, "/owner/session", password("password").encode(), 204);
        ApiCaller owner = anonymous.with("Cookie", ApiCaller.cookie(in));
        good(owner, Route.OWNER, "/owner", "", 200);
        JsonArray sessions = array(good(owner, Route.OWNER_SESSIONS, "/owner/sessions", "", 200));
        askForNotifications(owner);
        good(
                owner,
                Route.OWNER_SESSION,
                "/owner/sessions/" + sessions.getJsonObject(1).getString("id"),
                "",
                204);
        String change = password("password").put("new_password", PASSWORD + "!").encode();
        ApiCaller again = anonymous.with(
                "Cookie", ApiCaller.cookie(good(owner, Route.OWNER_PASSWORD, "/owner/password", change, 204)));
        good(again, Route.SIGN_OUT, "/owner/session", "", 204);
        JsonObject request =
                new JsonObject().put("label", "bell").put("can", "read").put("expires_in_ms", 60_000);
        JsonObject token = object(good(host, Route.CREATE_TOKEN, "/tokens", request.encode(), 201));
        ApiCaller bell = anonymous.with("Authorization", "Bearer " + token.getString("token"));
        good(bell, Route.TOKENS, "/tokens", "", 200);
        good(host, Route.REVOKE_TOKEN, "/tokens/" + token.getString("id"), "", 204);
    }

    private void changeCameras() {
        good(host, Route.INVITE, "/cameras", "{\"camera\":\"back\",\"host\":\"cam.example.org\"}", 201);
        good(host, Route.CAMERAS, "/cameras", "", 200);
        good(host, Route.CAMERA, "/cameras/front", "", 200);
        good(host, Route.ADDRESSES, "/cameras/front/addresses", "", 200);
        String change = new JsonObject()
                .put("camera", "yard")
                .put("title", "Yard")
                .put("visibility", "public")
                .put("visitors_can", "chat")
                .encode();
        good(host, Route.CHANGE_CAMERA, "/cameras/back", change, 200);
        good(anonymous, Route.PUBLIC_CAMERAS, "/public", "", 200);
        good(host, Route.CHANGE_CAMERA, "/cameras/yard", "{\"visibility\":\"unlisted\"}", 200);
        good(host, Route.PAUSE, "/cameras/front/pause", "", 204);
        good(host, Route.CAMERA, "/cameras/front", "", 200);
        good(host, Route.RESUME, "/cameras/front/resume", "", 204);
        good(host, Route.ROTATE_KEY, "/cameras/front/rotate-key", "", 202);
        JsonObject key = object(
                good(host, Route.CREATE_PUBLISH_KEY, "/cameras/front/publish-keys", "{\"label\":\"encoder\"}", 201));
        good(host, Route.PUBLISH_KEYS, "/cameras/front/publish-keys", "", 200);
        good(host, Route.REVOKE_PUBLISH_KEY, "/cameras/front/publish-keys/" + key.getString("id"), "", 204);
        good(host, Route.PUBLISH_KEYS, "/cameras/front/publish-keys", "", 200);
    }

    private void shareCameras() {
        JsonObject request = new JsonObject()
                .put("can", "chat")
                .put("label", "Anna")
                .put("expires_in_ms", 60_000)
                .put("max_viewers", 3)
                .put("password", "plum")
                .put("host", "cam.example.org");
        JsonObject link = object(good(host, Route.CREATE_LINK, "/cameras/front/links", request.encode(), 201));
        String elsewhere = request.copy().put("host", "evil.example/#").encode();
        bad(host, Route.CREATE_LINK, "/cameras/front/links", elsewhere, "leading elsewhere", 400);
        JsonObject trade = new JsonObject()
                .put("camera", "front")
                .put("key", link.getJsonArray("urls").getString(0).replaceAll(".*#", ""));
        bad(anonymous, Route.OPEN_SESSION, "/session", trade.encode(), "without its password", 401);
        trade.put("password", "plum");
        String cookie = ApiCaller.cookie(good(anonymous, Route.OPEN_SESSION, "/session", trade.encode(), 200));
        trade.put("password", "kite");
        bad(anonymous, Route.OPEN_SESSION, "/session", trade.encode(), "with another password", 401);
        good(anonymous.with("Cookie", cookie), Route.CLOSE_SESSION, "/session", "", 204);
        good(host, Route.LINKS, "/links?camera=front", "", 200);
        bad(host, Route.LINKS, "/links?camera=../x", "", "with a wrong name", 400);
        good(host, Route.REVOKE_LINK, "/links/" + link.getString("id"), "", 204);
        good(host, Route.LINKS, "/links", "", 200);
    }

    private void approveDevices() {
        String id = enroll();
        good(host, Route.APPROVE, "/enrollments/" + id, "{\"camera\":\"nest\"}", 204);
        good(host, Route.REFUSE, "/enrollments/" + enroll(), "", 204);
    }

    private String enroll() {
        TestAgent agent = relay.agent();
        agent.sendEnroll(DeviceKey.generate(new SecureRandom()), "pi");
        agent.expect(Pending.class);
        return array(good(host, Route.ENROLLMENTS, "/enrollments", "", 200))
                .getJsonObject(0)
                .getString("id");
    }

    private void keepOrder(TestCamera camera) {
        TestViewer viewer = relay.watching(camera);
        viewer.say("client-1", "Good evening");
        viewer.expect(ChatAccepted.class);
        JsonObject line = array(good(host, Route.CHAT_LINES, "/cameras/front/chat", "", 200))
                .getJsonObject(0);
        String path = "/cameras/front/chat/" + line.getInteger("seq");
        good(host, Route.REMOVE_LINE, path, "", 204);
        good(host, Route.CHAT_LINES, "/cameras/front/chat", "", 200);
        good(host, Route.RESTORE_LINE, path + "/restore", "", 204);
        good(host, Route.SET_CHAT_MODE, "/cameras/front/chat-mode", "{\"slow_seconds\":5,\"links\":\"all\"}", 204);
        good(host, Route.CHAT_MODE, "/cameras/front/chat-mode", "", 200);
        String person = array(good(host, Route.VIEWERS, "/cameras/front/viewers", "", 200))
                .getJsonObject(0)
                .getString("person");
        good(host, Route.TIME_OUT, "/cameras/front/people/" + person + "/timeout", "{\"seconds\":10}", 204);
        good(host, Route.BAN_REACH, "/cameras/front/bans/" + person, "", 200);
        good(host, Route.BAN, "/cameras/front/bans/" + person, "{\"scope\":\"person\"}", 200);
        good(host, Route.BANS, "/cameras/front/bans", "", 200);
        good(host, Route.LIFT_BAN, "/cameras/front/bans/" + person, "", 204);
        disconnect(camera);
    }

    private void disconnect(TestCamera camera) {
        TestViewer viewer = relay.watching(camera);
        String person = array(good(host, Route.VIEWERS, "/cameras/front/viewers", "", 200))
                .getJsonObject(0)
                .getString("person");
        good(host, Route.DISCONNECT, "/cameras/front/viewers/" + person, "", 204);
        viewer.assertClosed(4411, "disconnected");
        bad(host, Route.DISCONNECT, "/cameras/front/viewers/" + person, "", "of one who has left", 404);
        relay.watching(camera);
    }

    @Test
    void badRequestsAreAnsweredAsTheContractSays() {
        relay.invite("front");
        api().forEach(route -> {
            String path = path(route);
            bad(host.with("Authorization", "Bearer x"), route, path, bodies.good(route), "with a wrong token", 0);
            bad(anonymous, route, path, bodies.good(route), "by anybody", 0);
            if (!route.method().name().equals("GET")) {
                badBodies(route, path);
                bad(anonymous.without("X-Fanlight"), route, path, bodies.good(route), "without X-Fanlight", 403);
                bad(
                        anonymous.with("Origin", "https://evil.example"),
                        route,
                        path,
                        bodies.good(route),
                        "from afar",
                        403);
            }
        });
    }

    @Test
    void requestsTakeTheMembersOfTheContractAndNoOthers() {
        relay.invite("front");
        api().filter(route -> !route.method().name().equals("GET")).forEach(route -> {
            JsonObject members = contract.requestSchema(route).getJsonObject("properties", new JsonObject());
            assertThat(RequestMembers.of(route))
                    .as(Contract.operation(route))
                    .containsExactlyInAnyOrderElementsOf(members.fieldNames());
            String good = bodies.good(route);
            JsonObject body = good.isEmpty() ? new JsonObject() : new JsonObject(good);
            HttpResponse<String> refused =
                    bad(host, route, path(route), body.put("expires_at", 1).encode(), "with expires_at", 400);
            assertThat(object(refused).getString("field")).isEqualTo("expires_at");
            assertThat(object(refused).getString("title")).contains("\"expires_at\" is not a member of this request");
        });
    }

    private void badBodies(Route route, String path) {
        contract.check(
                route,
                "of another type",
                host.with("Content-Type", "text/plain").send(route.method().name(), Route.API + path, "{}"));
        bad(host, route, path, "{\"", "of half a JSON", 400);
        bad(host, route, path, "[]", "of a list", 400);
        bad(host, route, path, TOO_LARGE, "of 17 KiB", 413);
        for (String body : bodies.wrong(route)) {
            bad(host, route, path, body, body, contract.allows(route, body) ? 0 : 400);
        }
    }

    private HttpResponse<String> good(ApiCaller caller, Route route, String path, String body, int status) {
        tried.add(route);
        return bad(caller, route, path, body, "good", status);
    }

    /** Zero stands for any status that the contract names. */
    private HttpResponse<String> bad(ApiCaller caller, Route route, String path, String body, String what, int status) {
        HttpResponse<String> answer = caller.call(route.method().name(), Route.API + path, body);
        contract.check(route, what, answer);
        if (status != 0) {
            assertThat(answer.statusCode())
                    .as(Contract.operation(route) + ", " + what + ": " + answer.body())
                    .isEqualTo(status);
        }
        return answer;
    }

    private static String path(Route route) {
        return route.path()
                .substring(Route.API.length())
                .replace("{camera}", "front")
                .replace("{seq}", "7")
                .replaceAll("\\{(id|person)}", "unknown");
    }

    private static Stream<Route> api() {
        return Stream.of(Route.values()).filter(Route::isApi);
    }

    private static JsonObject password(String name) {
        return new JsonObject().put(name, PASSWORD);
    }

    private static JsonObject object(HttpResponse<String> answer) {
        return new JsonObject(answer.body());
    }

    private static JsonArray array(HttpResponse<String> answer) {
        return new JsonArray(answer.body());
    }
}
