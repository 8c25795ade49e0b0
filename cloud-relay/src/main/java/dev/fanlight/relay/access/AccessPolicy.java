package dev.fanlight.relay.access;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.access.Principal.Device;
import dev.fanlight.relay.access.Principal.LinkHolder;

/** The one place that decides who may do what. Stateless, thread safe. */
public final class AccessPolicy {

    /** Whether {@code principal} may do what concerns no camera. */
    public boolean authorize(Principal principal, Action action) {
        return switch (action) {
            case OPEN_PAGE, READ_HEALTH, CONNECT -> true;
            case WATCH, CHAT, PUBLISH -> false;
        };
    }

    /** Whether {@code principal} may do something with {@code camera}. */
    public boolean authorize(Principal principal, Action action, CameraName camera) {
        if (principal instanceof LinkHolder holder) {
            return holder.camera().equals(camera) && linkAllows(holder.role(), action);
        }
        if (principal instanceof Device device) {
            return device.camera().equals(camera) && action == Action.PUBLISH;
        }
        return false;
    }

    private static boolean linkAllows(Role role, Action action) {
        return switch (action) {
            case WATCH -> true;
            case CHAT -> role.compareTo(Role.CHATTER) >= 0;
            case OPEN_PAGE, READ_HEALTH, CONNECT, PUBLISH -> false;
        };
    }
}
