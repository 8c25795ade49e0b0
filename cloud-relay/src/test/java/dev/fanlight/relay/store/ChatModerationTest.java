package dev.fanlight.relay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.chat.ChatLinks;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.relay.chat.ChatLine;
import dev.fanlight.relay.chat.ChatLog.Draft;
import dev.fanlight.relay.chat.Moderator;
import dev.fanlight.relay.chat.Removal;
import dev.fanlight.relay.chat.Sanction;
import dev.fanlight.relay.chat.Sanction.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@StoreTest
class ChatModerationTest extends OpenedStore {

    private static final Moderator OWNER = Moderator.owner("owner");
    private static final ChatMode SLOW = new ChatMode(30, ChatLinks.ALL);

    private ChatModeration moderation;

    ChatModerationTest(StoreKind kind) {
        super(kind);
    }

    @BeforeEach
    void talk() {
        moderation = store.chatModeration();
        store.invitations().invite(FRONT, false);
        store.chatLines().append(List.of(draft("ann", 1), draft("ben", 2), draft("ann", 3), draft("ann", 4)));
    }

    @Test
    void removedLineIsStoredWithItsModeratorAndWhetherItWasRestored() {
        moderation.mark(FRONT, 1, new Removal(OWNER, 10, false));
        assertThat(moderation.line(FRONT, 1).flatMap(ChatLine::removal)).contains(new Removal(OWNER, 10, false));
        moderation.mark(FRONT, 1, new Removal(OWNER, 11, true));
        assertThat(moderation.line(FRONT, 1).orElseThrow().isVisible()).isTrue();
        assertThat(moderation.line(FRONT, 9)).isEmpty();
    }

    @Test
    void newestLinesAreOldestFirstAndTheLastOfAPersonIsFound() {
        assertThat(moderation.newest(FRONT, 2)).extracting(ChatLine::seq).containsExactly(3L, 4L);
        assertThat(moderation.lastLineOf(FRONT, "ben")).map(ChatLine::seq).contains(2L);
        assertThat(moderation.lastLineOf(FRONT, "eve")).isEmpty();
    }

    @Test
    void banRemovesWhatWasVisibleSinceAMomentAndIsReplacedByALaterOne() {
        moderation.mark(FRONT, 3, new Removal(OWNER, 5, false));
        assertThat(moderation.ban(FRONT, ban("ann", 100), 2)).containsExactly(4L);
        moderation.impose(FRONT, ban("ann", 200));
        assertThat(moderation.inForce(FRONT, 150).sanctions()).singleElement().satisfies(sanction -> {
            assertThat(sanction.untilMicros()).isEqualTo(200);
            assertThat(sanction.address()).isEmpty();
        });
        assertThat(moderation.inForce(FRONT, 200).sanctions()).isEmpty();
    }

    @Test
    void sanctionsAreLiftedByKindAndPrunedWhenTheyHaveEnded() {
        moderation.impose(FRONT, ban("ann", 100));
        moderation.lift(FRONT, Kind.TIME_OUT, "ann");
        assertThat(moderation.inForce(FRONT, 0).sanctions()).hasSize(1);
        moderation.lift(FRONT, Kind.BAN, "ann");
        assertThat(moderation.inForce(FRONT, 0).sanctions()).isEmpty();
        moderation.impose(FRONT, ban("ann", 100));
        moderation.pruneSanctions(100);
        assertThat(moderation.inForce(FRONT, 0).sanctions()).isEmpty();
    }

    @Test
    void modeOfARoomIsStoredAndDoesNotChangeItsNumbers() {
        assertThat(moderation.inForce(FRONT, 0).mode()).isEqualTo(new ChatMode(0, ChatLinks.ALL));
        moderation.setMode(FRONT, SLOW);
        assertThat(moderation.inForce(FRONT, 0).mode()).isEqualTo(SLOW);
        assertThat(store.chatLines().open(FRONT, 1).lastSeq()).isEqualTo(4);
        store.invitations().invite(BACK, false);
        moderation.setMode(BACK, SLOW);
        assertThat(store.chatLines().open(BACK, 1).lastSeq()).isZero();
    }

    @Test
    void nothingIsStoredForARemovedCamera() {
        CameraName gone = new CameraName("gone");
        moderation.setMode(gone, SLOW);
        moderation.impose(gone, ban("ann", 100));
        store.invitations().invite(gone, false);
        assertThat(moderation.inForce(gone, 0).sanctions()).isEmpty();
        assertThat(moderation.inForce(gone, 0).mode()).isNotEqualTo(SLOW);
    }

    private static Draft draft(String person, long micros) {
        return new Draft(
                FRONT, micros, person, person, "hello", "client-" + micros, Optional.empty(), OptionalLong.empty());
    }

    private static Sanction ban(String person, long untilMicros) {
        return new Sanction(Kind.BAN, person, person, ChatRole.CHATTER, Optional.empty(), OWNER, 4, untilMicros);
    }
}
