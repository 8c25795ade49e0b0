package dev.fanlight.relay.ingest.agent;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.agent.AudienceMember;
import dev.fanlight.protocol.agent.AudienceMember.Way;
import dev.fanlight.relay.auth.AuthorizedSessions;
import dev.fanlight.relay.auth.AuthorizedSessions.Session;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.auth.ViewingSession;
import dev.fanlight.relay.chat.ChatRooms;
import java.util.List;
import java.util.Optional;

/**
 * Who watches a camera, for the people there: what the owner calls their link, and the name that they have chosen in the chat. Neither
 * addresses nor ids. Thread safe, does not block.
 */
public final class CameraAudience {

    private static final String CUT = "…";

    private final AuthorizedSessions sessions;
    private final ChatRooms rooms;

    /** Those of {@code sessions}, by their names in {@code rooms}. */
    public CameraAudience(AuthorizedSessions sessions, ChatRooms rooms) {
        this.sessions = sessions;
        this.rooms = rooms;
    }

    /** Those who came first, at most {@link AudienceMember#MAX_MEMBERS}. */
    List<AudienceMember> of(CameraName camera) {
        return sessions.watching(camera, AudienceMember.MAX_MEMBERS).stream()
                .map(this::member)
                .toList();
    }

    private AudienceMember member(Session session) {
        ViewingSession viewing = session.viewing().orElseThrow();
        Optional<String> name = rooms.known(viewing.camera())
                .filter(room -> viewing.player().isEmpty())
                .flatMap(room -> room.chosenNameOf(viewing.person()));
        return new AudienceMember(
                way(session.principal()),
                Optional.of(viewing.label())
                        .filter(label -> !label.isEmpty())
                        .map(CameraAudience::shortened),
                name.map(CameraAudience::shortened),
                viewing.player());
    }

    private static Way way(Principal principal) {
        if (principal instanceof Principal.Owner) {
            return Way.OWNER;
        }
        return principal instanceof Principal.LinkHolder ? Way.LINK : Way.VISITOR;
    }

    /** Without half of a surrogate pair at its end. */
    private static String shortened(String text) {
        if (text.length() <= AudienceMember.MAX_TEXT) {
            return text;
        }
        int end = AudienceMember.MAX_TEXT - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
