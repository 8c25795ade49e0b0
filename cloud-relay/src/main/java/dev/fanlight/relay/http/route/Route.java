package dev.fanlight.relay.http.route;

import dev.fanlight.protocol.SocketPath;
import dev.fanlight.relay.auth.Action;
import io.vertx.core.http.HttpMethod;

/** Every path there is, with what it asks for. What is not here is not answered; {@code {camera}} in a path makes it that camera’s. */
public enum Route {
    /** Public cameras. */
    HOME(HttpMethod.GET, "/", Action.OPEN_PAGE),
    /** A camera’s page, the same for any so that it tells nothing. */
    WATCH_PAGE(HttpMethod.GET, "/w/{name}", Action.OPEN_PAGE),
    /** The owner’s page. */
    ADMIN_PAGE(HttpMethod.GET, "/admin", Action.OPEN_PAGE),
    /** What pages are made of. */
    ASSET(HttpMethod.GET, "/assets/{name}", Action.OPEN_PAGE),
    /** For whoever watches the relay itself. */
    HEALTH(HttpMethod.GET, "/healthz", Action.READ_HEALTH),
    /** Players’ sockets. */
    VIEW_SOCKET(HttpMethod.GET, SocketPath.VIEW_PATH, Action.CONNECT),
    /** Agents’ sockets. */
    AGENT_SOCKET(HttpMethod.GET, SocketPath.AGENT_PATH, Action.CONNECT),

    /** The contract of the API; each of the following is described there. */
    CONTRACT(HttpMethod.GET, "/api/v1/openapi.yaml", Action.OPEN_PAGE),
    /** See the contract. */
    OPEN_SESSION(HttpMethod.POST, "/api/v1/session", Action.SIGN_IN),
    /** See the contract. */
    CLOSE_SESSION(HttpMethod.DELETE, "/api/v1/session", Action.SIGN_IN),
    /** See the contract. */
    PUBLIC_CAMERAS(HttpMethod.GET, "/api/v1/public", Action.OPEN_PAGE),
    /** See the contract. */
    OWNER(HttpMethod.GET, "/api/v1/owner", Action.OPEN_PAGE),
    /** See the contract. */
    OWNER_SETUP(HttpMethod.POST, "/api/v1/owner/setup", Action.SIGN_IN),
    /** See the contract. */
    OWNER_RESET(HttpMethod.POST, "/api/v1/owner/reset", Action.RESET_OWNER),
    /** See the contract. */
    OWNER_PASSWORD(HttpMethod.PUT, "/api/v1/owner/password", Action.MANAGE),
    /** See the contract. */
    SIGN_IN(HttpMethod.POST, "/api/v1/owner/session", Action.SIGN_IN),
    /** See the contract. */
    SIGN_OUT(HttpMethod.DELETE, "/api/v1/owner/session", Action.SIGN_IN),
    /** See the contract. */
    OWNER_SESSIONS(HttpMethod.GET, "/api/v1/owner/sessions", Action.INSPECT),
    /** See the contract. */
    OWNER_SESSION(HttpMethod.DELETE, "/api/v1/owner/sessions/{id}", Action.MANAGE),
    /** See the contract. */
    TOKENS(HttpMethod.GET, "/api/v1/tokens", Action.INSPECT),
    /** See the contract. */
    CREATE_TOKEN(HttpMethod.POST, "/api/v1/tokens", Action.GRANT),
    /** See the contract. */
    REVOKE_TOKEN(HttpMethod.DELETE, "/api/v1/tokens/{id}", Action.MANAGE),
    /** See the contract. */
    CAMERAS(HttpMethod.GET, "/api/v1/cameras", Action.INSPECT),
    /** See the contract. */
    INVITE(HttpMethod.POST, "/api/v1/cameras", Action.MANAGE),
    /** See the contract. */
    CAMERA(HttpMethod.GET, "/api/v1/cameras/{camera}", Action.INSPECT),
    /** See the contract. */
    CHANGE_CAMERA(HttpMethod.PATCH, "/api/v1/cameras/{camera}", Action.MANAGE),
    /** See the contract. */
    REMOVE_CAMERA(HttpMethod.DELETE, "/api/v1/cameras/{camera}", Action.MANAGE),
    /** See the contract. */
    PAUSE(HttpMethod.POST, "/api/v1/cameras/{camera}/pause", Action.MANAGE),
    /** See the contract. */
    RESUME(HttpMethod.POST, "/api/v1/cameras/{camera}/resume", Action.MANAGE),
    /** See the contract. */
    ROTATE_KEY(HttpMethod.POST, "/api/v1/cameras/{camera}/rotate-key", Action.MANAGE),
    /** See the contract. */
    REVOKE_DEVICE(HttpMethod.DELETE, "/api/v1/cameras/{camera}/device", Action.MANAGE),
    /** See the contract. */
    PUBLISH_KEYS(HttpMethod.GET, "/api/v1/cameras/{camera}/publish-keys", Action.INSPECT),
    /** See the contract. */
    CREATE_PUBLISH_KEY(HttpMethod.POST, "/api/v1/cameras/{camera}/publish-keys", Action.MANAGE),
    /** See the contract. */
    REVOKE_PUBLISH_KEY(HttpMethod.DELETE, "/api/v1/cameras/{camera}/publish-keys/{id}", Action.MANAGE),
    /** See the contract. */
    VIEWERS(HttpMethod.GET, "/api/v1/cameras/{camera}/viewers", Action.INSPECT),
    /** See the contract. */
    CREATE_LINK(HttpMethod.POST, "/api/v1/cameras/{camera}/links", Action.MANAGE),
    /** See the contract. */
    LINKS(HttpMethod.GET, "/api/v1/links", Action.INSPECT),
    /** See the contract. */
    REVOKE_LINK(HttpMethod.DELETE, "/api/v1/links/{id}", Action.MANAGE),
    /** See the contract. */
    ENROLMENTS(HttpMethod.GET, "/api/v1/enrolments", Action.INSPECT),
    /** See the contract. */
    APPROVE(HttpMethod.POST, "/api/v1/enrolments/{id}", Action.MANAGE),
    /** See the contract. */
    REFUSE(HttpMethod.DELETE, "/api/v1/enrolments/{id}", Action.MANAGE),
    /** See the contract. */
    CHAT_LINES(HttpMethod.GET, "/api/v1/cameras/{camera}/chat", Action.MODERATE),
    /** See the contract. */
    REMOVE_LINE(HttpMethod.DELETE, "/api/v1/cameras/{camera}/chat/{seq}", Action.MODERATE),
    /** See the contract. */
    RESTORE_LINE(HttpMethod.POST, "/api/v1/cameras/{camera}/chat/{seq}/restore", Action.MODERATE),
    /** See the contract. */
    CHAT_MODE(HttpMethod.GET, "/api/v1/cameras/{camera}/chat-mode", Action.MODERATE),
    /** See the contract. */
    SET_CHAT_MODE(HttpMethod.PUT, "/api/v1/cameras/{camera}/chat-mode", Action.MODERATE),
    /** See the contract. */
    TIME_OUT(HttpMethod.PUT, "/api/v1/cameras/{camera}/people/{person}/timeout", Action.MODERATE),
    /** See the contract. */
    BANS(HttpMethod.GET, "/api/v1/cameras/{camera}/bans", Action.MODERATE),
    /** See the contract. */
    BAN(HttpMethod.PUT, "/api/v1/cameras/{camera}/bans/{person}", Action.MODERATE),
    /** See the contract. */
    LIFT_BAN(HttpMethod.DELETE, "/api/v1/cameras/{camera}/bans/{person}", Action.MODERATE),
    /** See the contract. */
    STATUS(HttpMethod.GET, "/api/v1/status", Action.INSPECT),
    /** See the contract. */
    AUDIT(HttpMethod.GET, "/api/v1/audit", Action.INSPECT);

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

    /** What it asks for. */
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

    /** The path as Vert.x Web writes it. */
    String pattern() {
        return path.replaceAll("\\{(\\w+)}", ":$1");
    }
}
