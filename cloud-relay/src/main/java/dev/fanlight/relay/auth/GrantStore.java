package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;
import java.util.List;
import java.util.Optional;

/** What the store knows of rights. Blocking, thread safe. */
public interface GrantStore {

    /** The camera that is called so, was called so, or has this long id; any text may be asked for. */
    Optional<CameraAccess> door(String nameOrId);

    /** The link with this key, if it is good now. */
    Optional<LinkGrant> linkOfKey(String keyHash);

    /** The link with this id, if it is good now. */
    Optional<LinkGrant> link(String id);

    /** The links that a watch page’s session stands for and that are good now. */
    List<LinkGrant> linksOfSession(String secretHash);

    /** Notes that somebody still watches by a session, at most once an hour; nothing when there is none. */
    void touchViewerSession(String secretHash);

    /** The owner’s session of this secret, if it is good now. */
    Optional<Principal.Owner> ownerSession(String secretHash);

    /** Whether what proves an owner still does. */
    boolean isOwner(Principal.Proof proof);

    /** Whether the device may still publish this camera. */
    boolean isDevice(String id, CameraName camera);
}
