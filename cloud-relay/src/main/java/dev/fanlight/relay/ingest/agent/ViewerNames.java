package dev.fanlight.relay.ingest.agent;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.agent.NamedViewer;
import dev.fanlight.protocol.agent.NamedViewer.Way;
import dev.fanlight.relay.auth.AuthorizedSessions;
import dev.fanlight.relay.auth.AuthorizedSessions.Session;
import dev.fanlight.relay.auth.Principal;
import dev.fanlight.relay.auth.ViewingSession;
import dev.fanlight.relay.chat.ChatRooms;
import java.util.List;
import java.util.Optional;

/**
 * Who watches a camera, for the people there: the name that they have chosen in the chat and, where the owner wants that, what the owner calls
 * their link. Neither addresses nor ids. Thread safe, does not block.
 */
public final class ViewerNames {

    private static final String CUT = "…";

    private final AuthorizedSessions sessions;
    private final ChatRooms rooms;
    private final boolean labels;

    private ViewerNames(AuthorizedSessions sessions, ChatRooms rooms, boolean labels) {
        this.sessions = sessions;
        this.rooms = rooms;
        this.labels = labels;
    }

    /** Those of {@code sessions}, by their names in {@code rooms}. */
    public static ViewerNames withoutLabels(AuthorizedSessions sessions, ChatRooms rooms) {
        return new ViewerNames(sessions, rooms, false);
    }

    /** Those of {@code sessions}, by their names in {@code rooms} and the labels of their links. */
    public static ViewerNames withLabels(AuthorizedSessions sessions, ChatRooms rooms) {
        return new ViewerNames(sessions, rooms, true);
    }

    /** Those who came first, at most {@link NamedViewer#MAX_LISTED}. */
    List<NamedViewer> of(CameraName camera) {
        return sessions.watching(camera, NamedViewer.MAX_LISTED).stream()
                .map(this::member)
                .toList();
    }

    private NamedViewer member(Session session) {
        ViewingSession viewing = session.viewing().orElseThrow();
        Optional<String> name = rooms.known(viewing.camera())
                .filter(room -> viewing.player().isEmpty())
                .flatMap(room -> room.chosenNameOf(viewing.person()));
        return new NamedViewer(
                way(session.principal()),
                Optional.of(viewing.label())
                        .filter(label -> labels && !label.isEmpty())
                        .map(ViewerNames::shortened),
                name.map(ViewerNames::shortened),
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
        if (text.length() <= NamedViewer.MAX_TEXT) {
            return text;
        }
        int end = NamedViewer.MAX_TEXT - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
