package dev.fanlight.relay.server;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.auth.Authenticator;
import dev.fanlight.relay.auth.AuthorizationMonitor;
import dev.fanlight.relay.cluster.RightsChange;
import dev.fanlight.relay.cluster.Topic;
import dev.fanlight.relay.stream.LiveStream;
import dev.fanlight.relay.stream.StreamRegistry;

/**
 * Pauses and resumes streams of this relay as the owner has done on any relay. Thread safe.
 *
 * @param streams the streams of this relay
 * @param authenticator reads whether a camera is paused
 * @param worker runs what blocks
 */
record FollowedPauses(StreamRegistry streams, Authenticator authenticator, AuthorizationMonitor worker)
        implements Topic.Listener<RightsChange> {

    @Override
    public void received(RightsChange change) {
        if (change.subject() == RightsChange.Subject.PAUSE) {
            CameraName camera = new CameraName(change.id());
            streams.known(camera).ifPresent(stream -> read(camera));
        }
    }

    @Override
    public void missed() {
        streams.each((CameraName camera, LiveStream stream) -> read(camera));
    }

    private void read(CameraName camera) {
        worker.run(
                "Whether a camera is paused could not be read",
                () -> authenticator
                        .camera(camera.text())
                        .filter(access -> access.camera().equals(camera))
                        .ifPresent(access -> streams.pause(camera, access.pause())));
    }
}
