package dev.fanlight.relay.admin.service;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.auth.RightsAnnouncer;
import dev.fanlight.relay.cluster.RightsChange;
import dev.fanlight.relay.store.PublishKeys;
import dev.fanlight.relay.store.PublishKeys.Created;
import dev.fanlight.relay.store.Revocations;
import dev.fanlight.relay.store.Revocations.Kind;
import dev.fanlight.relay.store.Revocations.Taken;
import java.util.List;
import java.util.Optional;

/** Creates, lists and revokes publish keys. Blocking, thread safe. */
public final class PublishKeyService {

    private final PublishKeys keys;
    private final Revocations revocations;
    private final RightsAnnouncer rights;
    private final AuditLog audit;

    /** Manages {@code keys}; revocations are announced with {@code rights}. */
    public PublishKeyService(PublishKeys keys, Revocations revocations, RightsAnnouncer rights, AuditLog audit) {
        this.keys = keys;
        this.revocations = revocations;
        this.rights = rights;
        this.audit = audit;
    }

    /** Creates a key; empty when there is no such camera. */
    public Optional<Created> create(Actor actor, CameraName camera, String label) {
        Optional<Created> created = keys.create(camera, label);
        created.ifPresent(key -> record(actor, "publish_key.create", camera, key.id()));
        return created;
    }

    /** The keys of a camera, the newest first. */
    public List<PublishKeys.Key> list(CameraName camera) {
        return keys.list(camera);
    }

    /** Revokes a key and disconnects the publisher that uses it; false when there is no such valid key. */
    public boolean revoke(Actor actor, CameraName camera, String id) {
        if (keys.list(camera).stream().noneMatch(key -> key.id().equals(id))) {
            return false;
        }
        Taken taken = revocations.take(Kind.PUBLISH_KEY, id, () -> keys.revoke(camera, id));
        if (taken.inForce()) {
            rights.announce(RightsChange.ofPublishKey(id));
            record(actor, "publish_key.revoke", camera, id);
        }
        return taken.orThrow();
    }

    private void record(Actor actor, String act, CameraName camera, String key) {
        audit.record(AuditLog.Entry.of(actor.text(), act, Optional.of(camera.text()), Optional.of(key)));
    }
}
