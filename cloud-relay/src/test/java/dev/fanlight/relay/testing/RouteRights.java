package dev.fanlight.relay.testing;

import dev.fanlight.relay.http.route.Route;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What should become of each route for each asker. A route that is not named here does not compile. */
public final class RouteRights {

    private static final Set<Asker> ALL = EnumSet.allOf(Asker.class);
    private static final Set<Asker> NO_CALLER = EnumSet.noneOf(Asker.class);
    private static final Set<Asker> OWNER = EnumSet.of(Asker.OWNER);
    private static final Set<Asker> INSPECTORS = EnumSet.of(Asker.OWNER, Asker.READER);
    private static final Set<Asker> MODERATORS = EnumSet.of(Asker.OWNER, Asker.MODERATOR);
    private static final String WRONG_BODY = "{\"x\":1}";

    private RouteRights() {}

    /** Who may; a route that is not named here fails the test. */
    public static Set<Asker> allowed(Route route) {
        return switch (route) {
            case HOME, WATCH_PAGE, ADMIN_PAGE, ADMIN_WORKER, PUBLISH_PAGE, PORTAL_PAGE, ASSET, HEALTH, READY -> ALL;
            case PUSH -> INSPECTORS;
            case SUBSCRIBE_PUSH, UNSUBSCRIBE_PUSH, TEST_PUSH -> OWNER;
            case EMBED_PAGE, EMBED_CHAT_PAGE, GRID_PAGE, PLAYER, OEMBED -> ALL;
            case VIEW_SOCKET, AGENT_SOCKET, PUBLISH_SOCKET -> ALL;
            case CONTRACT, OPEN_SESSION, CLOSE_SESSION, PUBLIC_CAMERAS, OWNER, OWNER_SETUP, SIGN_IN, SIGN_OUT -> ALL;
            case OWNER_RESET -> NO_CALLER;
            case OWNER_SESSIONS, TOKENS, CAMERAS, CAMERA, VIEWERS, LINKS, ENROLLMENTS -> INSPECTORS;
            case STATUS, HEALTH_HISTORY, AUDIT, EVENTS, WEBHOOKS -> INSPECTORS;
            case ADDRESSES, PUBLISH_KEYS, RECORDING, RECORDING_GROUPS -> INSPECTORS;
            case CLIPS -> INSPECTORS;
            case CREATE_CLIP, DELETE_CLIP, SHARE_CLIP, UNSHARE_CLIP -> OWNER;
            case CREATE_PUBLISH_KEY, REVOKE_PUBLISH_KEY, TEST_WEBHOOK -> OWNER;
            case OWNER_PASSWORD, OWNER_SESSION, CREATE_TOKEN, REVOKE_TOKEN -> OWNER;
            case INVITE, CHANGE_CAMERA, REMOVE_CAMERA, PAUSE, RESUME, ROTATE_KEY, REVOKE_DEVICE -> OWNER;
            case CREATE_LINK, REVOKE_LINK, APPROVE, REFUSE, DISCONNECT -> OWNER;
            case CHAT_LINES,
                    REMOVE_LINE,
                    RESTORE_LINE,
                    CHAT_MODE,
                    SET_CHAT_MODE,
                    TIME_OUT,
                    BANS,
                    BAN_REACH,
                    BAN,
                    LIFT_BAN -> MODERATORS;
        };
    }

    /** With a body that is wrong where there is one, so that nothing changes for the others; no route says that to who may not. */
    public static List<Integer> expected(Route route) {
        return switch (route) {
            case HOME, WATCH_PAGE, ADMIN_PAGE, PUBLISH_PAGE, PORTAL_PAGE, HEALTH, READY, PUSH -> List.of(200);
            case ADMIN_WORKER -> List.of(200, 404);
            case SUBSCRIBE_PUSH -> List.of(400);
            case UNSUBSCRIBE_PUSH, TEST_PUSH -> List.of(404);
            case EMBED_PAGE, EMBED_CHAT_PAGE, GRID_PAGE, PLAYER -> List.of(200);
            case OEMBED -> List.of(404);
            case CONTRACT, PUBLIC_CAMERAS, OWNER -> List.of(200);
            case ASSET -> List.of(200, 404);
            case VIEW_SOCKET, AGENT_SOCKET, PUBLISH_SOCKET -> List.of(426);
            case OPEN_SESSION, OWNER_SETUP, OWNER_PASSWORD, SIGN_IN, CREATE_TOKEN, INVITE, CREATE_LINK -> List.of(400);
            case ADDRESSES, PUBLISH_KEYS, RECORDING, RECORDING_GROUPS -> List.of(200);
            case CLIPS -> List.of(200);
            case CREATE_CLIP, SHARE_CLIP -> List.of(400);
            case DELETE_CLIP, UNSHARE_CLIP -> List.of(404);
            case EVENTS, WEBHOOKS -> List.of(200);
            case TEST_WEBHOOK -> List.of(202);
            case CREATE_PUBLISH_KEY -> List.of(201);
            case REVOKE_PUBLISH_KEY -> List.of(204);
            case APPROVE, SET_CHAT_MODE, TIME_OUT -> List.of(400);
            case CLOSE_SESSION, SIGN_OUT -> List.of(204);
            case OWNER_RESET -> List.of();
            case OWNER_SESSIONS, TOKENS, CAMERAS, CAMERA, VIEWERS, LINKS, ENROLLMENTS -> List.of(200);
            case STATUS, HEALTH_HISTORY, AUDIT -> List.of(200);
            case CHANGE_CAMERA, CHAT_LINES, CHAT_MODE, BANS, BAN_REACH, BAN -> List.of(200);
            case OWNER_SESSION, REVOKE_TOKEN, REVOKE_LINK, REMOVE_CAMERA, PAUSE, RESUME -> List.of(204);
            case ROTATE_KEY -> List.of(202);
            case REVOKE_DEVICE -> List.of(204);
            case REFUSE, REMOVE_LINE, RESTORE_LINE, LIFT_BAN -> List.of(204);
            case DISCONNECT -> List.of(204, 404);
        };
    }

    /** What to send: nothing where the route takes nothing. */
    public static String body(Route route) {
        return needsBody(route) ? WRONG_BODY : "";
    }

    public static boolean isForAll(Route route) {
        return allowed(route).equals(ALL);
    }

    private static boolean needsBody(Route route) {
        return switch (route) {
            case OPEN_SESSION, OWNER_SETUP, OWNER_PASSWORD, SIGN_IN, CREATE_TOKEN, INVITE, CREATE_LINK -> true;
            case APPROVE, SET_CHAT_MODE, TIME_OUT, CREATE_CLIP, SHARE_CLIP, SUBSCRIBE_PUSH -> true;
            default -> false;
        };
    }
}
