package dev.fanlight.relay.admin.api;

import dev.fanlight.relay.http.route.Route;
import java.util.Set;

/** Which members a request’s body may have: those of the contract, as a test checks. Stateless. */
public final class RequestMembers {

    private RequestMembers() {}

    /** The members of a route’s request; none where it has no body. */
    public static Set<String> of(Route route) {
        return switch (route) {
            case OPEN_SESSION -> Set.of("camera", "key", "password");
            case OWNER_SETUP -> Set.of("secret", "password");
            case OWNER_PASSWORD -> Set.of("password", "new_password");
            case SUBSCRIBE_PUSH -> Set.of("endpoint", "p256dh", "auth");
            case SIGN_IN -> Set.of("password");
            case CREATE_TOKEN -> Set.of("label", "can", "expires_in_ms");
            case INVITE -> Set.of("camera", "new_link", "host");
            case CHANGE_CAMERA ->
                Set.of("camera", "title", "visibility", "visitors_can", "preview", "transcode", "record");
            case CREATE_LINK ->
                Set.of("can", "label", "expires_in_ms", "max_viewers", "ptz", "rewind_ms", "password", "host");
            case CREATE_CLIP -> Set.of("from", "to", "name");
            case SHARE_CLIP -> Set.of("expires_in_ms", "host");
            case APPROVE -> Set.of("camera");
            case CREATE_PUBLISH_KEY -> Set.of("label", "host");
            case SET_CHAT_MODE -> Set.of("slow_seconds", "links", "note");
            case TIME_OUT -> Set.of("seconds");
            case BAN -> Set.of("scope");
            default -> Set.of();
        };
    }
}
