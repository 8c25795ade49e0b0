package dev.fanlight.relay.admin.service;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.auth.RightsAnnouncer;
import dev.fanlight.relay.cluster.RightsChange;
import dev.fanlight.relay.ingest.DeviceDirectory.Registered;
import dev.fanlight.relay.ingest.agent.PendingDevices;
import dev.fanlight.relay.ingest.agent.PendingDevices.Pending;
import dev.fanlight.relay.store.Devices;
import dev.fanlight.relay.store.Invitations;
import dev.fanlight.relay.store.Invitations.Invitation;
import dev.fanlight.relay.store.Revocations;
import dev.fanlight.relay.store.Revocations.Kind;
import java.util.List;
import java.util.Optional;

/** How devices come in: by a one-time code, or by the owner’s approval. Blocking, thread safe. */
public final class DeviceService {

    private final Invitations invitations;
    private final Devices devices;
    private final Revocations revocations;
    private final PendingDevices pending;
    private final RightsAnnouncer rights;
    private final AuditLog audit;

    /** Works on all of these. */
    public DeviceService(
            Invitations invitations,
            Devices devices,
            Revocations revocations,
            PendingDevices pending,
            RightsAnnouncer rights,
            AuditLog audit) {
        this.invitations = invitations;
        this.devices = devices;
        this.revocations = revocations;
        this.pending = pending;
        this.rights = rights;
        this.audit = audit;
    }

    /** A one-time code for a camera, which is added if need be. */
    public Invitation invite(Actor actor, CameraName camera, boolean newLink) {
        revocations.storeFirst(Kind.CAMERA, camera.text());
        Invitation invitation = invitations.invite(camera, newLink);
        note(actor, "camera.invite", Optional.of(camera), Optional.empty());
        return invitation;
    }

    /** The registered device of a camera. */
    public Optional<Registered> of(CameraName camera) {
        return devices.of(camera);
    }

    /** Devices that wait for approval, the oldest first. */
    public List<Pending> waiting() {
        return pending.list();
    }

    /** Lets a device that waits publish a camera; whether it still waited. */
    public boolean approve(Actor actor, String id, CameraName camera) {
        Optional<Pending> device = pending.find(id);
        if (device.isEmpty()) {
            return false;
        }
        revocations.storeFirst(Kind.CAMERA, camera.text());
        Registered registered = devices.approve(camera, device.get().applicant().publicKey());
        rights.announce(RightsChange.ofDevices(camera));
        note(actor, "device.approve", Optional.of(camera), Optional.of(registered.id()));
        return pending.approve(id, registered);
    }

    /** Sends a device away; whether it still waited. */
    public boolean refuse(Actor actor, String id) {
        boolean waited = pending.refuse(id);
        if (waited) {
            note(actor, "device.refuse", Optional.empty(), Optional.of(id));
        }
        return waited;
    }

    private void note(Actor actor, String act, Optional<CameraName> camera, Optional<String> target) {
        audit.record(AuditLog.Entry.of(actor.text(), act, camera.map(CameraName::text), target));
    }
}
