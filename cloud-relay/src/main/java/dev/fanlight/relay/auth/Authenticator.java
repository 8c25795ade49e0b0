package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.auth.Principal.Anonymous;
import dev.fanlight.relay.auth.Principal.BySession;
import dev.fanlight.relay.auth.Principal.Device;
import dev.fanlight.relay.auth.Principal.LinkHolder;
import dev.fanlight.relay.auth.Principal.Owner;
import dev.fanlight.relay.auth.Principal.PublishKey;
import dev.fanlight.relay.auth.Principal.Visitor;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns credentials into principals, for sockets and for HTTP alike. Which lookups are made depends on which credentials are presented, not
 * on whether the camera or the secrets exist, so that the time an answer takes does not tell. Blocking, thread safe.
 */
public final class Authenticator {

    private final GrantStore grants;

    /** Authenticates against {@code grants}. */
    public Authenticator(GrantStore grants) {
        this.grants = grants;
    }

    /**
     * Authenticates a client for one camera: as the owner, else as the holder of the link that allows most, else as a visitor. The key of
     * a link with a password counts only by way of a session.
     *
     * @param nameOrId any text
     */
    public Authentication authenticate(String nameOrId, Credentials credentials) {
        Optional<CameraAccess> camera = grants.camera(nameOrId);
        Optional<LinkGrant> link = links(credentials)
                .filter(grant -> camera.map(CameraAccess::camera).equals(Optional.of(grant.camera())))
                .max(Comparator.comparing(LinkGrant::role)
                        .thenComparing(LinkGrant::ptz)
                        .thenComparing(grant -> grant.rewind().millis()));
        Optional<Owner> owner = owner(credentials);
        if (camera.isPresent() && owner.isPresent()) {
            return Authentication.unlimited(owner.get(), camera);
        }
        if (link.isPresent()) {
            LinkGrant grant = link.get();
            return new Authentication(
                    grant.holder(), camera, grant.expiresAtMillis(), grant.maxViewers(), grant.label());
        }
        Principal visitor = camera.filter(CameraAccess::isOpen)
                .<Principal>map(CameraAccess::visitor)
                .orElseGet(Anonymous::new);
        return Authentication.unlimited(visitor, camera);
    }

    /**
     * Authenticates the caller of a request: as the owner, whose session then counts as used, else by the watch page’s
     * session, if the request is about a camera.
     */
    public Principal caller(Credentials credentials, Optional<String> camera) {
        Optional<Owner> owner = owner(credentials);
        if (owner.isPresent()) {
            if (owner.get().by() instanceof BySession session) {
                grants.touchOwnerSession(session.id());
            }
            return owner.get();
        }
        return camera.filter(name -> credentials.watchSession().isPresent())
                .map(name -> authenticate(name, credentials).principal())
                .orElseGet(Anonymous::new);
    }

    /** Whether a session of a watch page or of the owner among these credentials is valid. */
    public boolean hasSession(Credentials credentials) {
        return credentials
                        .watchSession()
                        .filter(secret ->
                                !grants.linksOfSession(Secrets.hash(secret)).isEmpty())
                        .isPresent()
                || credentials
                        .ownerSession()
                        .filter(secret ->
                                grants.ownerSession(Secrets.hash(secret)).isPresent())
                        .isPresent();
    }

    /** The camera with this name, former name or unlisted id; any text may be looked up. */
    public Optional<CameraAccess> camera(String nameOrId) {
        return grants.camera(nameOrId);
    }

    /** The holder of the publish key with this secret, if the key is valid; records the use. */
    public Optional<PublishKey> publishKey(String secret) {
        Optional<PublishKey> key = grants.publishKey(Secrets.hash(secret));
        key.map(PublishKey::id).ifPresent(grants::touchPublishKey);
        return key;
    }

    /** The holder of the publish key with this id, who shows to know its secret in another way; records the use. */
    public Optional<PublishKey> publishKeyWithId(String id) {
        Optional<PublishKey> key = grants.publishKeyWithId(id);
        key.map(PublishKey::id).ifPresent(grants::touchPublishKey);
        return key;
    }

    /** The camera with this name or id, if the link is for it. */
    public Optional<CameraAccess> cameraOf(String nameOrId, LinkGrant link) {
        return grants.camera(nameOrId).filter(access -> access.camera().equals(link.camera()));
    }

    /** Records that the session behind these credentials is in use. */
    public void touch(Credentials credentials) {
        credentials.watchSession().map(Secrets::hash).ifPresent(grants::touchViewerSession);
    }

    /** Whether a client that was admitted to a camera would be admitted again as the same principal. */
    public AccessDecision recheck(Principal principal, CameraName camera) {
        Optional<CameraAccess> access = grants.camera(camera.text());
        if (access.isEmpty()) {
            return AccessDecision.REVOKED;
        }
        if (!access.get().camera().equals(camera)) {
            return AccessDecision.MOVED;
        }
        if (principal instanceof Visitor visitor) {
            return recheck(visitor, access.get());
        }
        return isValid(principal) ? AccessDecision.VALID : AccessDecision.REVOKED;
    }

    private static AccessDecision recheck(Visitor visitor, CameraAccess access) {
        if (access.visitor().equals(visitor)) {
            return AccessDecision.VALID;
        }
        return access.visibility() == Visibility.PRIVATE ? AccessDecision.REVOKED : AccessDecision.MOVED;
    }

    private boolean isValid(Principal principal) {
        if (principal instanceof LinkHolder holder) {
            return grants.link(holder.link()).map(LinkGrant::holder).equals(Optional.of(holder));
        }
        if (principal instanceof Owner owner) {
            return grants.isOwner(owner.by());
        }
        if (principal instanceof PublishKey key) {
            return grants.isPublishKey(key.id(), key.camera());
        }
        return principal instanceof Device device && grants.isDevice(device.id(), device.camera());
    }

    private Optional<Owner> owner(Credentials credentials) {
        if (credentials.token().isPresent()) {
            return grants.ownerOfToken(Secrets.hash(credentials.token().get()));
        }
        return credentials.ownerSession().map(Secrets::hash).flatMap(grants::ownerSession);
    }

    private Stream<LinkGrant> links(Credentials credentials) {
        if (credentials.token().isPresent()) {
            return Stream.empty();
        }
        Stream<LinkGrant> ofKey = Stream.concat(
                        credentials.key().map(Secrets::hash).flatMap(grants::linkOfKey).stream(),
                        credentials.provenLink().flatMap(grants::link).stream())
                .filter(link -> link.passwordHash().isEmpty());
        Stream<LinkGrant> ofSession = credentials.watchSession().map(Secrets::hash).stream()
                .flatMap(hash -> grants.linksOfSession(hash).stream());
        return Stream.concat(ofKey, ofSession);
    }
}
