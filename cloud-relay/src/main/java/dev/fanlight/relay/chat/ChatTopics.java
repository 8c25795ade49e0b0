package dev.fanlight.relay.chat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.relay.cluster.ChatAppended;
import dev.fanlight.relay.cluster.ChatChanged;
import dev.fanlight.relay.cluster.Cluster;
import dev.fanlight.relay.cluster.Topic;
import dev.fanlight.relay.log.ErrorLog;
import java.util.concurrent.CompletionStage;

/**
 * What the chats of all relays say to each other. Thread safe, does not block.
 *
 * @param appended rooms that have grown
 * @param changed rooms in which something else has changed
 * @param node id of this relay
 */
public record ChatTopics(Topic<ChatAppended> appended, Topic<ChatChanged> changed, String node) {

    /** The topics of a cluster. */
    public static ChatTopics of(Cluster cluster) {
        return new ChatTopics(
                cluster.chat(), cluster.chatChanges(), cluster.node().id());
    }

    void grown(ChatRoom room, ErrorLog errors) {
        report(appended.publish(new ChatAppended(room.camera(), room.lastSeq())), errors);
    }

    void changed(CameraName camera, ErrorLog errors) {
        report(changed.publish(new ChatChanged(camera, node)), errors);
    }

    private static void report(CompletionStage<Void> sent, ErrorLog errors) {
        sent.whenComplete((done, e) -> {
            if (e != null) {
                errors.failure("Other relays could not be informed of what happens in chats", e);
            }
        });
    }
}
