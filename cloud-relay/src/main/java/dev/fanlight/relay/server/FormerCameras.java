package dev.fanlight.relay.server;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.chat.ChatRooms;
import dev.fanlight.relay.cluster.RightsChange;
import dev.fanlight.relay.cluster.Topic;
import dev.fanlight.relay.stream.StreamRegistry;

/**
 * Ends the stream and forgets the room of a camera that was renamed or removed on any relay. After a gap in the messages nothing is done
 * here: the sessions are checked again, and so end. Thread safe.
 *
 * @param streams the streams of this relay
 * @param rooms its chat rooms
 */
record FormerCameras(StreamRegistry streams, ChatRooms rooms) implements Topic.Listener<RightsChange> {

    @Override
    public void received(RightsChange change) {
        if (change.subject() == RightsChange.Subject.CAMERA) {
            CameraName former = new CameraName(change.id());
            streams.forget(former);
            rooms.forget(former);
        }
    }

    @Override
    public void missed() {}
}
