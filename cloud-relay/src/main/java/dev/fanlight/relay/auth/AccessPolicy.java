package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.auth.Principal.ByHost;
import dev.fanlight.relay.auth.Principal.ByToken;
import dev.fanlight.relay.auth.Principal.Device;
import dev.fanlight.relay.auth.Principal.LinkHolder;
import dev.fanlight.relay.auth.Principal.Owner;
import dev.fanlight.relay.auth.Principal.Proof;
import dev.fanlight.relay.auth.Principal.PublishKey;
import dev.fanlight.relay.auth.Principal.Visitor;

/** The only place that decides which principal may do what. Stateless, thread safe. */
public final class AccessPolicy {

    /** Whether {@code principal} may do what concerns no camera in particular. */
    public boolean authorize(Principal principal, Action action) {
        return switch (action) {
            case OPEN_PAGE, READ_HEALTH, CONNECT, SIGN_IN -> true;
            case INSPECT -> principal instanceof Owner;
            case MANAGE -> principal instanceof Owner owner && mayChange(owner.by());
            case GRANT -> principal instanceof Owner owner && !(owner.by() instanceof ByToken);
            case RESET_OWNER -> principal instanceof Owner owner && owner.by() instanceof ByHost;
            case WATCH, CHAT, MODERATE, STEER, REWIND, PUBLISH -> false;
        };
    }

    /** Whether {@code principal} may do something with {@code camera}. */
    public boolean authorize(Principal principal, Action action, CameraName camera) {
        return authorize(principal, action) || isAllowedOn(principal, action, camera);
    }

    private static boolean isAllowedOn(Principal principal, Action action, CameraName camera) {
        if (principal instanceof Owner owner) {
            boolean changes = action == Action.STEER || roleAllows(ChatRole.MODERATOR, action);
            boolean looks = action == Action.WATCH || action == Action.REWIND;
            return looks || (changes && mayChange(owner.by()));
        }
        if (principal instanceof LinkHolder holder) {
            return holder.camera().equals(camera) && linkAllows(holder, action);
        }
        if (principal instanceof Visitor visitor) {
            return visitor.camera().equals(camera) && roleAllows(visitor.role(), action);
        }
        if (principal instanceof PublishKey key) {
            return key.camera().equals(camera) && action == Action.PUBLISH;
        }
        return principal instanceof Device device && device.camera().equals(camera) && action == Action.PUBLISH;
    }

    /** How far back {@code principal} may see what was recorded of {@code camera}. */
    public RewindRight rewind(Principal principal, CameraName camera) {
        if (!authorize(principal, Action.REWIND, camera)) {
            return RewindRight.NONE;
        }
        return principal instanceof LinkHolder holder ? holder.rewind() : RewindRight.ALL;
    }

    private static boolean linkAllows(LinkHolder holder, Action action) {
        return switch (action) {
            case STEER -> holder.ptz();
            case REWIND -> holder.rewind().isGranted();
            default -> roleAllows(holder.role(), action);
        };
    }

    private static boolean mayChange(Proof proof) {
        return !(proof instanceof ByToken token && token.readOnly());
    }

    private static boolean roleAllows(ChatRole role, Action action) {
        return switch (action) {
            case WATCH -> true;
            case CHAT -> role.compareTo(ChatRole.CHATTER) >= 0;
            case MODERATE -> role.compareTo(ChatRole.MODERATOR) >= 0;
            case OPEN_PAGE,
                    READ_HEALTH,
                    CONNECT,
                    SIGN_IN,
                    STEER,
                    REWIND,
                    PUBLISH,
                    INSPECT,
                    MANAGE,
                    GRANT,
                    RESET_OWNER -> false;
        };
    }
}
