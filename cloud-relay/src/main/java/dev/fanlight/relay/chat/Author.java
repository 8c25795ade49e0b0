package dev.fanlight.relay.chat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.Badge;
import dev.fanlight.protocol.chat.ChatRole;
import java.util.Optional;

/**
 * The author of a line or another request to a room. Immutable.
 *
 * @param member the connection it comes from, which receives the answer
 * @param person the person
 * @param role their role now
 * @param link id of the link by which they come, if it is one
 * @param badge of their lines
 */
public record Author(ChatMember member, Person person, ChatRole role, Optional<String> link, Optional<Badge> badge) {

    /** Id of every camera’s own person; persons who watch have longer ones. */
    private static final String CAMERA = "camera";

    /** A person who watches, with the badge of the role. */
    public Author(ChatMember member, Person person, ChatRole role, Optional<String> link) {
        this(member, person, role, link, role.badge());
    }

    /** The device that publishes {@code camera}: it has the camera’s name, which no other person can take. */
    public static Author ofCamera(ChatMember device, CameraName camera) {
        return new Author(
                device,
                new Person(CAMERA, camera.text()),
                ChatRole.CHATTER,
                Optional.empty(),
                Optional.of(Badge.CAMERA));
    }

    boolean moderates() {
        return role.compareTo(ChatRole.MODERATOR) >= 0;
    }

    Moderator asModerator() {
        return new Moderator(person.id(), role);
    }
}
