package dev.fanlight.relay.admin.service;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.audit.AuditLog;
import dev.fanlight.relay.auth.RightsAnnouncer;
import dev.fanlight.relay.auth.Visibility;
import dev.fanlight.relay.cluster.RightsChange;
import dev.fanlight.relay.ingest.DeviceDirectory.Registered;
import dev.fanlight.relay.store.CameraRecord;
import dev.fanlight.relay.store.Cameras;
import dev.fanlight.relay.store.Devices;
import dev.fanlight.relay.store.RecordMode;
import dev.fanlight.relay.store.Revocations;
import dev.fanlight.relay.store.Revocations.Kind;
import dev.fanlight.relay.store.Revocations.Taken;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.PauseState;
import dev.fanlight.relay.stream.StreamRegistry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the owner does to cameras: in the store, in the audit log, and at once where the camera is being used. Blocking, thread safe. */
public final class CameraService {

    private final Cameras cameras;
    private final Devices devices;
    private final Revocations revocations;
    private final StreamRegistry streams;
    private final RightsAnnouncer rights;
    private final AuditLog audit;

    /** Works on all of these. */
    public CameraService(
            Cameras cameras,
            Devices devices,
            Revocations revocations,
            StreamRegistry streams,
            RightsAnnouncer rights,
            AuditLog audit) {
        this.cameras = cameras;
        this.devices = devices;
        this.revocations = revocations;
        this.streams = streams;
        this.rights = rights;
        this.audit = audit;
    }

    /** All cameras by name. */
    public List<CameraRecord> list() {
        return cameras.list();
    }

    /** The camera that has this name. */
    public Optional<CameraRecord> find(CameraName name) {
        return cameras.find(name);
    }

    /** The stream of a camera, if anybody asked for it since the relay started. */
    public Optional<LiveStream> stream(CameraName name) {
        return streams.known(name);
    }

    /** Gives it another title; whether there is such a camera. */
    public boolean retitle(Actor actor, CameraName name, String title) {
        return noted(cameras.retitle(name, title), actor, "camera.retitle", name, Optional.empty());
    }

    /** Allows its last still to be shown to anyone who has its address, or forbids it; whether there is such a camera. */
    public boolean preview(Actor actor, CameraName name, boolean allowed) {
        return noted(
                cameras.preview(name, allowed), actor, "camera.preview", name, Optional.of(allowed ? "on" : "off"));
    }

    /** Allows its video to be made H.264 for players that come from now on, or forbids it; whether there is such a camera. */
    public boolean transcode(Actor actor, CameraName name, boolean allowed) {
        return noted(
                cameras.transcode(name, allowed), actor, "camera.transcode", name, Optional.of(allowed ? "on" : "off"));
    }

    /** Sets when it is recorded; whether there is such a camera. */
    public boolean record(Actor actor, CameraName name, RecordMode mode) {
        return noted(cameras.record(name, mode), actor, "camera.record", name, Optional.of(mode.text()));
    }

    /** Sets its visibility; viewers without a link are checked again. */
    public boolean open(Actor actor, CameraName name, Visibility visibility, ChatRole visitors) {
        if (visibility == Visibility.PRIVATE) {
            return close(actor, name, visitors);
        }
        boolean done = revocations.grant(Kind.VISITORS, name.text(), () -> cameras.open(name, visibility, visitors));
        rights.announce(RightsChange.ofVisitors(name));
        return noted(done, actor, "camera.open", name, Optional.of(visibility.text() + "," + visitors.verb()));
    }

    private boolean close(Actor actor, CameraName name, ChatRole visitors) {
        if (cameras.find(name).isEmpty()) {
            return false;
        }
        Taken taken =
                revocations.take(Kind.VISITORS, name.text(), () -> cameras.open(name, Visibility.PRIVATE, visitors));
        rights.announce(RightsChange.ofVisitors(name));
        Optional<String> target = Optional.of(Visibility.PRIVATE.text() + "," + visitors.verb());
        noted(taken.inForce(), actor, "camera.open", name, target);
        return taken.orThrow();
    }

    /** Stops its picture for everybody, or lets it go on. */
    public boolean pause(Actor actor, CameraName name, boolean pause) {
        OptionalLong version = cameras.pause(name, pause);
        version.ifPresent(number -> {
            streams.pause(name, new PauseState(pause, number));
            rights.announce(RightsChange.ofPause(name));
        });
        return noted(version.isPresent(), actor, pause ? "camera.pause" : "camera.resume", name, Optional.empty());
    }

    /** Gives it another name; agent and viewers come back under the new one. False when the new name is taken. */
    public boolean rename(Actor actor, CameraName before, CameraName after) {
        revocations.storeFirst(Kind.CAMERA, before.text());
        revocations.storeFirst(Kind.VISITORS, before.text());
        boolean done = cameras.rename(before, after);
        if (done) {
            rights.announce(RightsChange.ofCamera(before));
        }
        return noted(done, actor, "camera.rename", before, Optional.of(after.text()));
    }

    /** Removes it with its links, device and chat. */
    public boolean remove(Actor actor, CameraName name) {
        if (cameras.find(name).isEmpty()) {
            return false;
        }
        Taken taken = revocations.take(Kind.CAMERA, name.text(), () -> cameras.remove(name));
        rights.announce(RightsChange.ofCamera(name));
        noted(taken.inForce(), actor, "camera.remove", name, Optional.empty());
        return taken.orThrow();
    }

    /** Has its device make a new key. */
    public boolean rotateKey(Actor actor, CameraName name) {
        Optional<String> device = devices.rotate(name);
        rights.announce(RightsChange.ofDevices(name));
        return noted(device.isPresent(), actor, "device.rotate", name, device);
    }

    /** Takes its device’s right to publish back. */
    public boolean revokeDevice(Actor actor, CameraName name) {
        Optional<String> device = devices.of(name).map(Registered::id);
        if (device.isEmpty()) {
            return false;
        }
        Taken taken = revocations.take(Kind.DEVICE, device.get(), () -> devices.revoke(device.get()));
        rights.announce(RightsChange.ofDevices(name));
        noted(taken.inForce(), actor, "device.revoke", name, device);
        return taken.orThrow();
    }

    private boolean noted(boolean done, Actor actor, String act, CameraName camera, Optional<String> target) {
        if (done) {
            audit.record(AuditLog.Entry.of(actor.text(), act, Optional.of(camera.text()), target));
        }
        return done;
    }
}
