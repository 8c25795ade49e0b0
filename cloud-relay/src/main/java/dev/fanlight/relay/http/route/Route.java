package dev.fanlight.relay.http.route;

import dev.fanlight.protocol.SocketPath;
import dev.fanlight.relay.auth.Action;
import io.vertx.core.http.HttpMethod;

/**
 * The relay’s own paths, each with the right it requires; gateways add theirs as {@link AddedRoute}s. {@code {camera}} in a path limits the
 * right to that camera. The routes of the API are described in its contract, {@code openapi.yaml}.
 */
public enum Route {
    /** Public cameras. */
    HOME(HttpMethod.GET, "/", Action.OPEN_PAGE),
    /** A camera’s page, the same for all so that it reveals nothing. */
    WATCH_PAGE(HttpMethod.GET, "/w/{name}", Action.OPEN_PAGE),
    /** A camera’s video alone, for a frame of another site’s page. */
    EMBED_PAGE(HttpMethod.GET, "/embed/{name}", Action.OPEN_PAGE),
    /** A camera’s chat alone. */
    EMBED_CHAT_PAGE(HttpMethod.GET, "/embed/{name}/chat", Action.OPEN_PAGE),
    /** The script of the elements that show a camera in a page of another site; its path names the version of what it offers. */
    PLAYER(HttpMethod.GET, "/embed/v1/player.js", Action.OPEN_PAGE),
    /** How other sites show the camera of a watch page (oEmbed). */
    OEMBED(HttpMethod.GET, "/oembed", Action.OPEN_PAGE),
    /** Several cameras at once, named with commas between. */
    GRID_PAGE(HttpMethod.GET, "/g/{name}", Action.OPEN_PAGE),
    /** The owner’s page. */
    ADMIN_PAGE(HttpMethod.GET, "/admin", Action.OPEN_PAGE),
    /** The service worker of the owner’s page, which shows notifications; its scope is that page. */
    ADMIN_WORKER(HttpMethod.GET, "/admin-worker.js", Action.OPEN_PAGE),
    /** The page that makes a browser a camera, the same for all: its key never gets here with a request. */
    PUBLISH_PAGE(HttpMethod.GET, "/publish", Action.OPEN_PAGE),
    /** Two sites that see and hear each other: the same page for all. */
    PORTAL_PAGE(HttpMethod.GET, "/portal", Action.OPEN_PAGE),
    /** Scripts, styles and images of the pages. */
    ASSET(HttpMethod.GET, "/assets/{name}", Action.OPEN_PAGE),
    /** Whether the relay runs. */
    HEALTH(HttpMethod.GET, "/healthz", Action.READ_HEALTH),
    /** Whether the relay can do all it should. */
    READY(HttpMethod.GET, "/readyz", Action.READ_HEALTH),
    /** Players’ sockets. */
    VIEW_SOCKET(HttpMethod.GET, SocketPath.VIEW_PATH, Action.CONNECT),
    /** Sockets of pages that publish. */
    PUBLISH_SOCKET(HttpMethod.GET, SocketPath.PUBLISH_PATH, Action.CONNECT),
    /** Agents’ sockets. */
    AGENT_SOCKET(HttpMethod.GET, SocketPath.AGENT_PATH, Action.CONNECT),

    /** The contract of the API. */
    CONTRACT(HttpMethod.GET, "/api/v1/openapi.yaml", Action.OPEN_PAGE),
    OPEN_SESSION(HttpMethod.POST, "/api/v1/session", Action.SIGN_IN),
    CLOSE_SESSION(HttpMethod.DELETE, "/api/v1/session", Action.SIGN_IN),
    PUBLIC_CAMERAS(HttpMethod.GET, "/api/v1/public", Action.OPEN_PAGE),
    OWNER(HttpMethod.GET, "/api/v1/owner", Action.OPEN_PAGE),
    OWNER_SETUP(HttpMethod.POST, "/api/v1/owner/setup", Action.SIGN_IN),
    OWNER_RESET(HttpMethod.POST, "/api/v1/owner/reset", Action.RESET_OWNER),
    OWNER_PASSWORD(HttpMethod.PUT, "/api/v1/owner/password", Action.MANAGE),
    SIGN_IN(HttpMethod.POST, "/api/v1/owner/session", Action.SIGN_IN),
    SIGN_OUT(HttpMethod.DELETE, "/api/v1/owner/session", Action.SIGN_IN),
    OWNER_SESSIONS(HttpMethod.GET, "/api/v1/owner/sessions", Action.INSPECT),
    OWNER_SESSION(HttpMethod.DELETE, "/api/v1/owner/sessions/{id}", Action.MANAGE),
    PUSH(HttpMethod.GET, "/api/v1/owner/push", Action.INSPECT),
    SUBSCRIBE_PUSH(HttpMethod.POST, "/api/v1/owner/push", Action.MANAGE),
    UNSUBSCRIBE_PUSH(HttpMethod.DELETE, "/api/v1/owner/push/{id}", Action.MANAGE),
    TEST_PUSH(HttpMethod.POST, "/api/v1/owner/push/{id}/test", Action.MANAGE),
    TOKENS(HttpMethod.GET, "/api/v1/tokens", Action.INSPECT),
    CREATE_TOKEN(HttpMethod.POST, "/api/v1/tokens", Action.GRANT),
    REVOKE_TOKEN(HttpMethod.DELETE, "/api/v1/tokens/{id}", Action.MANAGE),
    CAMERAS(HttpMethod.GET, "/api/v1/cameras", Action.INSPECT),
    INVITE(HttpMethod.POST, "/api/v1/cameras", Action.MANAGE),
    CAMERA(HttpMethod.GET, "/api/v1/cameras/{camera}", Action.INSPECT),
    ADDRESSES(HttpMethod.GET, "/api/v1/cameras/{camera}/addresses", Action.INSPECT),
    CHANGE_CAMERA(HttpMethod.PATCH, "/api/v1/cameras/{camera}", Action.MANAGE),
    REMOVE_CAMERA(HttpMethod.DELETE, "/api/v1/cameras/{camera}", Action.MANAGE),
    PAUSE(HttpMethod.POST, "/api/v1/cameras/{camera}/pause", Action.MANAGE),
    RESUME(HttpMethod.POST, "/api/v1/cameras/{camera}/resume", Action.MANAGE),
    ROTATE_KEY(HttpMethod.POST, "/api/v1/cameras/{camera}/rotate-key", Action.MANAGE),
    REVOKE_DEVICE(HttpMethod.DELETE, "/api/v1/cameras/{camera}/device", Action.MANAGE),
    PUBLISH_KEYS(HttpMethod.GET, "/api/v1/cameras/{camera}/publish-keys", Action.INSPECT),
    CREATE_PUBLISH_KEY(HttpMethod.POST, "/api/v1/cameras/{camera}/publish-keys", Action.MANAGE),
    REVOKE_PUBLISH_KEY(HttpMethod.DELETE, "/api/v1/cameras/{camera}/publish-keys/{id}", Action.MANAGE),
    VIEWERS(HttpMethod.GET, "/api/v1/cameras/{camera}/viewers", Action.INSPECT),
    DISCONNECT(HttpMethod.DELETE, "/api/v1/cameras/{camera}/viewers/{person}", Action.MANAGE),
    RECORDING(HttpMethod.GET, "/api/v1/cameras/{camera}/recording", Action.REWIND),
    RECORDING_GROUPS(HttpMethod.GET, "/api/v1/cameras/{camera}/recording/groups", Action.REWIND),
    CLIPS(HttpMethod.GET, "/api/v1/cameras/{camera}/clips", Action.INSPECT),
    CREATE_CLIP(HttpMethod.POST, "/api/v1/cameras/{camera}/clips", Action.MANAGE),
    DELETE_CLIP(HttpMethod.DELETE, "/api/v1/cameras/{camera}/clips/{id}", Action.MANAGE),
    SHARE_CLIP(HttpMethod.POST, "/api/v1/cameras/{camera}/clips/{id}/link", Action.MANAGE),
    UNSHARE_CLIP(HttpMethod.DELETE, "/api/v1/cameras/{camera}/clips/{id}/link", Action.MANAGE),
    CREATE_LINK(HttpMethod.POST, "/api/v1/cameras/{camera}/links", Action.MANAGE),
    LINKS(HttpMethod.GET, "/api/v1/links", Action.INSPECT),
    REVOKE_LINK(HttpMethod.DELETE, "/api/v1/links/{id}", Action.MANAGE),
    ENROLLMENTS(HttpMethod.GET, "/api/v1/enrollments", Action.INSPECT),
    APPROVE(HttpMethod.POST, "/api/v1/enrollments/{id}", Action.MANAGE),
    REFUSE(HttpMethod.DELETE, "/api/v1/enrollments/{id}", Action.MANAGE),
    CHAT_LINES(HttpMethod.GET, "/api/v1/cameras/{camera}/chat", Action.MODERATE),
    REMOVE_LINE(HttpMethod.DELETE, "/api/v1/cameras/{camera}/chat/{seq}", Action.MODERATE),
    RESTORE_LINE(HttpMethod.POST, "/api/v1/cameras/{camera}/chat/{seq}/restore", Action.MODERATE),
    CHAT_MODE(HttpMethod.GET, "/api/v1/cameras/{camera}/chat-mode", Action.MODERATE),
    SET_CHAT_MODE(HttpMethod.PUT, "/api/v1/cameras/{camera}/chat-mode", Action.MODERATE),
    TIME_OUT(HttpMethod.PUT, "/api/v1/cameras/{camera}/people/{person}/timeout", Action.MODERATE),
    BANS(HttpMethod.GET, "/api/v1/cameras/{camera}/bans", Action.MODERATE),
    BAN_REACH(HttpMethod.GET, "/api/v1/cameras/{camera}/bans/{person}", Action.MODERATE),
    BAN(HttpMethod.PUT, "/api/v1/cameras/{camera}/bans/{person}", Action.MODERATE),
    LIFT_BAN(HttpMethod.DELETE, "/api/v1/cameras/{camera}/bans/{person}", Action.MODERATE),
    STATUS(HttpMethod.GET, "/api/v1/status", Action.INSPECT),
    HEALTH_HISTORY(HttpMethod.GET, "/api/v1/health/history", Action.INSPECT),
    AUDIT(HttpMethod.GET, "/api/v1/audit", Action.INSPECT),
    EVENTS(HttpMethod.GET, "/api/v1/events", Action.INSPECT),
    WEBHOOKS(HttpMethod.GET, "/api/v1/webhooks", Action.INSPECT),
    TEST_WEBHOOK(HttpMethod.POST, "/api/v1/webhooks/{id}/test", Action.MANAGE);

    /** Where the API begins. */
    public static final String API = "/api/v1";

    private static final String CAMERA_PARAMETER = "{camera}";

    // Vert.x makes its constants from strings, but they never change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final HttpMethod method;

    private final String path;
    private final Action action;

    Route(HttpMethod method, String path, Action action) {
        this.method = method;
        this.path = path;
        this.action = action;
    }

    /** The method. */
    public HttpMethod method() {
        return method;
    }

    /** The path, with parameters in braces. */
    public String path() {
        return path;
    }

    /** The right it requires. */
    public Action action() {
        return action;
    }

    /** Whether it is about the one camera that its path names. */
    public boolean isOfCamera() {
        return path.contains(CAMERA_PARAMETER);
    }

    /** Whether it belongs to the API. */
    public boolean isApi() {
        return path.startsWith(API);
    }

    /** A path as Vert.x Web writes it. */
    static String pattern(String path) {
        return path.replaceAll("\\{(\\w+)}", ":$1");
    }
}
