package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;
import java.util.List;
import java.util.Optional;

/** The stored access rights. Blocking, thread safe. */
public interface GrantStore {

    /** The camera with this name, former name or unlisted id; any text may be looked up. */
    Optional<CameraAccess> camera(String nameOrId);

    /** The link with this key, if it is valid now. */
    Optional<LinkGrant> linkOfKey(String keyHash);

    /** The link with this id, if it is valid now. */
    Optional<LinkGrant> link(String id);

    /** The valid links that a watch page’s session stands for. */
    List<LinkGrant> linksOfSession(String secretHash);

    /** Records that a watch page’s session is in use, at most once an hour; does nothing when there is none. */
    void touchViewerSession(String secretHash);

    /** The owner’s session with this secret, if it is valid now. */
    Optional<Principal.Owner> ownerSession(String secretHash);

    /** Records that an owner’s session is in use. */
    void touchOwnerSession(String id);

    /** The owner’s program with this API token, if the token is valid now; records the use. */
    Optional<Principal.Owner> ownerOfToken(String tokenHash);

    /** Whether the owner’s session or token is still valid. */
    boolean isOwner(Principal.Proof proof);

    /** Whether the device may still publish this camera. */
    boolean isDevice(String id, CameraName camera);

    /** The valid publish key with this secret. */
    Optional<Principal.PublishKey> publishKey(String secretHash);

    /** The publish key with this id, if it is valid now. */
    Optional<Principal.PublishKey> publishKeyWithId(String id);

    /** Records that a publish key was used, at most once a minute. */
    void touchPublishKey(String id);

    /** Whether the publish key is still valid for this camera. */
    boolean isPublishKey(String id, CameraName camera);
}
