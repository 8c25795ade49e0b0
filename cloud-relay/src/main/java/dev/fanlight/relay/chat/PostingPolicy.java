package dev.fanlight.relay.chat;

import dev.fanlight.protocol.chat.ChatLinks;
import dev.fanlight.protocol.chat.ChatMode;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.relay.chat.Sanction.Kind;
import dev.fanlight.relay.chat.text.LinkFinder;
import dev.fanlight.relay.chat.text.TextRules;
import dev.fanlight.relay.ratelimit.TokenBucket;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Decides whether a line is accepted now in one room. Every method under the room’s lock. */
final class PostingPolicy {

    /** Burst of reactions of all people together. */
    static final int ROOM_REACTION_BURST = 40;

    /** Reactions of all people together, per second. */
    static final double ROOM_REACTION_RATE = 20;

    private final Participants participants;
    private final Sanctions sanctions;
    private final RoomRateLimit roomLimit;
    private final TokenBucket roomReactions;
    private final MediaClock wallClock;
    private ChatMode mode;

    PostingPolicy(
            Participants participants, Sanctions sanctions, ChatMode mode, MediaClock wallClock, NanoClock clock) {
        this.participants = participants;
        this.sanctions = sanctions;
        this.mode = mode;
        this.wallClock = wallClock;
        this.roomLimit = new RoomRateLimit(clock);
        this.roomReactions = new TokenBucket(clock, ROOM_REACTION_RATE, ROOM_REACTION_BURST);
    }

    ChatMode mode() {
        return mode;
    }

    void mode(ChatMode next) {
        mode = next;
    }

    /** Why a cleaned text is refused now; empty when it is accepted, and then counted. */
    Optional<PostRefusal> refuse(Author author, String text) {
        PersonLimits own = participants.limitsOf(author.person().id());
        Optional<PostRefusal> refusal = Stream.<Supplier<Optional<PostRefusal>>>of(
                        () -> TextRules.refuse(text).map(PostRefusal::of),
                        () -> silence(author.person().id()).map(left -> PostRefusal.of(Refusal.SILENCED, left)),
                        () -> link(author, text),
                        () -> slowMode(author, own),
                        () -> rateLimit(own),
                        () -> roomLimit.take().map(wait -> PostRefusal.of(Refusal.TOO_FAST, wait)))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
        if (refusal.isEmpty()) {
            own.posted();
        }
        return refusal;
    }

    /** Why a rename is refused now; empty when it is accepted, and then counted. */
    Optional<PostRefusal> refuseRename(Author author) {
        String id = author.person().id();
        return silence(id)
                .map(left -> PostRefusal.of(Refusal.SILENCED, left))
                .or(() -> participants.limitsOf(id).waitToRename().map(wait -> PostRefusal.of(Refusal.TOO_FAST, wait)))
                .or(() -> roomLimit.take().map(wait -> PostRefusal.of(Refusal.TOO_FAST, wait)));
    }

    /** Whether a reaction is accepted now, and then counted. */
    boolean permitsReaction(String person) {
        return silence(person).isEmpty()
                && participants.limitsOf(person).waitToReact().isEmpty()
                && roomReactions.take(1);
    }

    /** Remaining silence of a person, imposed by a moderator or for exceeding the rate limit. */
    Optional<Duration> silence(String person) {
        Optional<Duration> own = participants.limitsOf(person).spamGuard().silence();
        return Stream.concat(imposedSilence(person).stream(), own.stream()).max(Duration::compareTo);
    }

    /** Remaining silence of a person, imposed by a moderator. */
    Optional<Duration> imposedSilence(String person) {
        long now = wallClock.micros();
        return Stream.of(Kind.TIME_OUT, Kind.BAN)
                .flatMap(kind -> sanctions.find(kind, person, now).stream())
                .map(sanction -> Duration.of(sanction.untilMicros() - now, ChronoUnit.MICROS))
                .max(Duration::compareTo);
    }

    private Optional<PostRefusal> link(Author author, String text) {
        boolean refused = mode.links() == ChatLinks.MODERATORS && !author.moderates() && LinkFinder.hasLink(text);
        return refused ? Optional.of(PostRefusal.of(Refusal.LINKS)) : Optional.empty();
    }

    private Optional<PostRefusal> slowMode(Author author, PersonLimits own) {
        if (author.moderates() || mode.slowSeconds() == 0) {
            return Optional.empty();
        }
        return own.waitInSlowMode(Duration.ofSeconds(mode.slowSeconds()))
                .map(wait -> PostRefusal.of(Refusal.TOO_FAST, wait));
    }

    private static Optional<PostRefusal> rateLimit(PersonLimits own) {
        return own.waitToPost()
                .map(wait -> own.spamGuard().add()
                        ? PostRefusal.silence(SpamGuard.SILENCE)
                        : PostRefusal.of(Refusal.TOO_FAST, wait));
    }
}
