package dev.fanlight.relay.auth;

import dev.fanlight.identity.CameraName;
import dev.fanlight.identity.Secrets;
import dev.fanlight.relay.auth.Principal.Anonymous;
import dev.fanlight.relay.auth.Principal.Device;
import dev.fanlight.relay.auth.Principal.LinkHolder;
import dev.fanlight.relay.auth.Principal.Owner;
import dev.fanlight.relay.auth.Principal.Visitor;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Finds out who somebody is at the door of a camera. Does the same work whether or not there is such a camera and such a key, so that the
 * time tells nothing. Blocking, thread safe.
 */
public final class Authenticator {

    private static final String NOBODY = "";

    private final GrantStore grants;

    /** Knows what {@code grants} knows. */
    public Authenticator(GrantStore grants) {
        this.grants = grants;
    }

    /**
     * Who somebody is at one door.
     *
     * @param principal may be anonymous
     * @param door the camera, if it exists
     * @param expiresAtMillis when the right ends by itself, if it does
     * @param maxViewers how many may watch by the same right, if that is limited
     */
    public record Standing(
            Principal principal, Optional<CameraAccess> door, OptionalLong expiresAtMillis, OptionalInt maxViewers) {}

    /** Who shows these secrets at the camera that is called so. A key whose link has a password counts only within a session. */
    public Standing identify(String nameOrId, Credentials credentials) {
        Optional<CameraAccess> door = grants.door(nameOrId);
        Optional<LinkGrant> link = Stream.concat(ofKey(credentials), ofSession(credentials))
                .filter(grant -> door.map(CameraAccess::camera).equals(Optional.of(grant.camera())))
                .max(Comparator.comparing(LinkGrant::role));
        Optional<Owner> owner =
                grants.ownerSession(Secrets.hash(credentials.ownerSession().orElse(NOBODY)));
        if (door.isPresent() && owner.isPresent()) {
            return new Standing(owner.get(), door, OptionalLong.empty(), OptionalInt.empty());
        }
        if (link.isPresent()) {
            LinkGrant grant = link.get();
            return new Standing(grant.holder(), door, grant.expiresAtMillis(), grant.maxViewers());
        }
        Principal visitor = door.filter(CameraAccess::isOpen)
                .<Principal>map(CameraAccess::visitor)
                .orElseGet(Anonymous::new);
        return new Standing(visitor, door, OptionalLong.empty(), OptionalInt.empty());
    }

    /** The camera that somebody with a link means, if it is the link’s. */
    public Optional<CameraAccess> doorOf(String nameOrId, LinkGrant link) {
        return grants.door(nameOrId).filter(door -> door.camera().equals(link.camera()));
    }

    /** Whether the owner has paused a camera. */
    public boolean isPaused(CameraName camera) {
        return grants.door(camera.text()).filter(CameraAccess::isPaused).isPresent();
    }

    /** What became of a right. */
    public enum Verdict {
        /** It stands. */
        GOOD,
        /** The camera has another name or is open in another way: coming again shows. */
        MOVED,
        /** It is no more. */
        ENDED
    }

    /** Somebody who showed these secrets is still there: their session counts as used. */
    public void isStillHere(Credentials credentials) {
        credentials.watchSession().map(Secrets::hash).ifPresent(grants::touchViewerSession);
    }

    /** Whether somebody who was let in to a camera would be let in again, as the same. */
    public Verdict recheck(Principal principal, CameraName camera) {
        Optional<CameraAccess> door = grants.door(camera.text());
        if (door.isEmpty()) {
            return Verdict.ENDED;
        }
        if (!door.get().camera().equals(camera)) {
            return Verdict.MOVED;
        }
        if (principal instanceof Visitor visitor) {
            return ofVisitor(visitor, door.get());
        }
        return isStillGood(principal) ? Verdict.GOOD : Verdict.ENDED;
    }

    private static Verdict ofVisitor(Visitor visitor, CameraAccess door) {
        if (door.visitor().equals(visitor)) {
            return Verdict.GOOD;
        }
        return door.visibility() == Visibility.PRIVATE ? Verdict.ENDED : Verdict.MOVED;
    }

    private boolean isStillGood(Principal principal) {
        if (principal instanceof LinkHolder holder) {
            return grants.link(holder.link()).map(LinkGrant::holder).equals(Optional.of(holder));
        }
        if (principal instanceof Owner owner) {
            return grants.isOwner(owner.by());
        }
        return principal instanceof Device device && grants.isDevice(device.id(), device.camera());
    }

    private Stream<LinkGrant> ofKey(Credentials credentials) {
        return grants.linkOfKey(Secrets.hash(credentials.key().orElse(NOBODY))).stream()
                .filter(link -> link.passwordHash().isEmpty());
    }

    private Stream<LinkGrant> ofSession(Credentials credentials) {
        return grants.linksOfSession(Secrets.hash(credentials.watchSession().orElse(NOBODY))).stream();
    }
}
