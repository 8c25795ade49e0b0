package dev.fanlight.relay.access;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import java.util.Optional;

/** Turns a link’s key into a principal. Does the same work for a wrong key and for a camera that does not exist. Blocking, thread safe. */
public final class WatchKeys {

    private final LinkBook links;

    /** Checks keys against {@code links}. */
    public WatchKeys(LinkBook links) {
        this.links = links;
    }

    /** Who holds this key to this camera: nobody in particular when it is not good. */
    public Principal holder(String camera, String key) {
        Optional<Role> role = links.find(camera, Secrets.hash(key));
        if (role.isEmpty() || !CameraName.isValid(camera)) {
            return new Principal.Anonymous();
        }
        return new Principal.LinkHolder(new CameraName(camera), role.get());
    }
}
