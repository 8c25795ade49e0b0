package dev.fanlight.relay.admin.service;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.auth.AuthorizedSessions;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.auth.Principal.LinkHolder;
import dev.fanlight.relay.auth.RightsAnnouncer;
import dev.fanlight.relay.cluster.RightsChange;
import dev.fanlight.relay.store.Links;
import dev.fanlight.relay.store.Links.Link;
import dev.fanlight.relay.store.Links.Made;
import dev.fanlight.relay.store.Links.NewLink;
import dev.fanlight.relay.store.Revocations;
import dev.fanlight.relay.store.Revocations.Kind;
import dev.fanlight.relay.store.Revocations.Taken;
import java.util.List;
import java.util.Optional;

/** What the owner does to links. Blocking, thread safe. */
public final class LinkService {

    private final Links links;
    private final Revocations revocations;
    private final AuthorizedSessions sessions;
    private final RightsAnnouncer rights;
    private final AuditLog audit;

    /** Works on all of these. */
    public LinkService(
            Links links, Revocations revocations, AuthorizedSessions sessions, RightsAnnouncer rights, AuditLog audit) {
        this.links = links;
        this.revocations = revocations;
        this.sessions = sessions;
        this.rights = rights;
        this.audit = audit;
    }

    /** Makes a link; nothing when there is no such camera. */
    public Optional<Made> create(Actor actor, CameraName camera, NewLink newLink) {
        Optional<Made> made = links.create(camera, newLink);
        made.ifPresent(link -> note(actor, "link.create", camera, link.id()));
        return made;
    }

    /** The links of one camera, or of all, newest first. */
    public List<Link> list(Optional<CameraName> camera) {
        return links.list(camera);
    }

    /** How many watch by a link now. */
    public int viewers(String link) {
        return sessions.count(principal -> isHolder(principal, link));
    }

    /**
     * Revokes a link and disconnects its viewers; returns whether there was one.
     *
     * @throws dev.fanlight.relay.store.NotStoredException when that is not stored
     */
    public boolean revoke(Actor actor, String id) {
        Optional<Link> link =
                links.find(id).filter(known -> known.revokedMillis().isEmpty());
        if (link.isEmpty()) {
            return false;
        }
        Taken taken = revocations.take(Kind.LINK, id, () -> links.revoke(id));
        rights.announce(RightsChange.ofLink(id));
        if (taken.inForce()) {
            note(actor, "link.revoke", link.get().camera(), id);
        }
        return taken.orThrow();
    }

    private void note(Actor actor, String act, CameraName camera, String link) {
        audit.record(AuditLog.Entry.of(actor.text(), act, Optional.of(camera.text()), Optional.of(link)));
    }

    private static boolean isHolder(Principal principal, String link) {
        return principal instanceof LinkHolder holder && holder.link().equals(link);
    }
}
