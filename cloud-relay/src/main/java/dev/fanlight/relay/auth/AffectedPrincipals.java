package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.auth.Principal.BySession;
import dev.fanlight.relay.auth.Principal.ByToken;
import dev.fanlight.relay.auth.Principal.Device;
import dev.fanlight.relay.auth.Principal.LinkHolder;
import dev.fanlight.relay.auth.Principal.Owner;
import dev.fanlight.relay.auth.Principal.PublishKey;
import dev.fanlight.relay.auth.Principal.Visitor;
import dev.fanlight.relay.cluster.RightsChange;
import java.util.function.Predicate;

/** The principals whose rights a change may concern. Stateless. */
final class AffectedPrincipals {

    private AffectedPrincipals() {}

    static Predicate<Principal> of(RightsChange change) {
        String id = change.id();
        return switch (change.subject()) {
            case PAUSE -> principal -> false;
            case CAMERA -> principal -> isAt(principal, id);
            case VISITORS -> principal -> principal instanceof Visitor visitor && isNamed(visitor.camera(), id);
            case DEVICES -> principal -> principal instanceof Device device && isNamed(device.camera(), id);
            case LINK ->
                principal ->
                        principal instanceof LinkHolder holder && holder.link().equals(id);
            case PUBLISH_KEY ->
                principal -> principal instanceof PublishKey key && key.id().equals(id);
            case OWNER -> principal -> principal instanceof Owner;
            case OWNER_SESSIONS -> principal -> principal instanceof Owner owner && owner.by() instanceof BySession;
            case OWNER_SESSION ->
                principal -> principal instanceof Owner owner && owner.by().equals(new BySession(id));
            case API_TOKEN ->
                principal -> principal instanceof Owner owner
                        && owner.by() instanceof ByToken token
                        && token.id().equals(id);
        };
    }

    /** The owner may be at any camera. */
    private static boolean isAt(Principal principal, String camera) {
        return principal instanceof Owner
                || (principal instanceof Device device && isNamed(device.camera(), camera))
                || (principal instanceof PublishKey key && isNamed(key.camera(), camera))
                || (principal instanceof LinkHolder holder && isNamed(holder.camera(), camera))
                || (principal instanceof Visitor visitor && isNamed(visitor.camera(), camera));
    }

    private static boolean isNamed(CameraName camera, String name) {
        return camera.text().equals(name);
    }
}
