package dev.fanlight.relay.chat;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.CloseReason;
import dev.fanlight.protocol.chat.ChatAccepted;
import dev.fanlight.protocol.chat.ChatReady;
import dev.fanlight.protocol.chat.ChatRefused;
import dev.fanlight.protocol.chat.ChatRemoved;
import dev.fanlight.protocol.chat.ChatRestored;
import dev.fanlight.protocol.chat.ChatRole;
import dev.fanlight.protocol.chat.ChatSend;
import dev.fanlight.protocol.chat.ChatSilenced;
import dev.fanlight.protocol.chat.Moderate;
import dev.fanlight.protocol.chat.Moderated;
import dev.fanlight.protocol.chat.ModerationAct;
import dev.fanlight.protocol.chat.ModerationResult;
import dev.fanlight.protocol.chat.Refusal;
import dev.fanlight.protocol.chat.RenameRefused;
import dev.fanlight.protocol.chat.Renamed;
import dev.fanlight.relay.buffer.SharedBuffer;
import dev.fanlight.relay.chat.ChatHistory.Excerpt;
import dev.fanlight.relay.chat.text.NameRules;
import dev.fanlight.relay.chat.text.TextRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * The chat beside one camera. A line gets its place when it is stored, and is told to everybody in that order, to its author after
 * the confirmation; acts of moderators stand in the same order. Thread safe; nothing here blocks.
 */
public final class ChatRoom {

    private static final int NAME_TRIES = 20;

    private final ChatQueue queue;
    private final FriendlyNames names;
    private final RoomState state;
    private final RoomModeration moderation;

    ChatRoom(RoomState state, ChatQueue queue, FriendlyNames names) {
        this.state = state;
        this.queue = queue;
        this.names = names;
        this.moderation = new RoomModeration(state);
    }

    /** Somebody comes: who they are here. A name of before is kept when it is still free and they may have it. */
    public Person admit(String id, Optional<String> nameOfBefore, ChatRole rank) {
        synchronized (state) {
            String name = state.people()
                    .nameOf(id)
                    .or(() -> nameOfBefore)
                    .filter(wish -> refusal(id, wish, rank).isEmpty())
                    .orElseGet(() -> freeName(id));
            state.people().name(id, name);
            state.people().came(id);
            return new Person(id, name);
        }
    }

    /** Whether a moderator keeps somebody out; {@code address} as {@link AddressTags} gives it. */
    public boolean isBanned(String person, String address, ChatRole rank) {
        synchronized (state) {
            return state.sanctions().bans(person, address, rank, state.micros());
        }
    }

    /**
     * Tells a page what was said, then that this is all, then runs {@code ready} on its loop; from then on it hears everything.
     *
     * @param address where it comes from, as {@link AddressTags} gives it
     * @param since the last line it has seen
     */
    public void join(Author speaker, String address, OptionalLong since, Runnable ready) {
        String id = speaker.person().id();
        synchronized (state) {
            state.seats().take(new RoomConnections.Seat(speaker, address, state.micros()));
            state.people().note(id, speaker.rank(), address);
            state.voice().join(speaker.member(), greeting(id, since), ready);
            if (state.sanctions().bans(id, address, speaker.rank(), state.micros())) {
                state.voice().sendAway(speaker.member(), CloseReason.BANNED);
            }
        }
    }

    /** A page that has joined is gone. */
    public void leave(ChatMember member, Person person) {
        synchronized (state) {
            state.people().went(person.id());
            state.seats().leave(member);
            state.voice().leave(member);
        }
    }

    /** Somebody says something; the answer comes as a message, after the line is on disk. */
    public void say(Author speaker, ChatSend message) {
        String text = TextRules.clean(message.text());
        String id = speaker.person().id();
        synchronized (state) {
            OptionalLong known = state.history().seqOf(id, message.clientId());
            if (known.isPresent()) {
                state.voice().reply(speaker.member(), new ChatAccepted(message.clientId(), known.getAsLong()));
                return;
            }
            Optional<PostRefusal> refusal = state.floor().refuse(speaker, text);
            if (refusal.isPresent()) {
                refuse(speaker, message.clientId(), refusal.get());
                return;
            }
            String name = state.people().nameOf(id).orElse(speaker.person().name());
            ChatLog.Draft draft = new ChatLog.Draft(
                    camera(),
                    state.micros(),
                    id,
                    name,
                    text,
                    message.clientId(),
                    speaker.rank().badge());
            if (!queue.offer(new ChatWork.Line(this, speaker, draft))) {
                refuse(speaker, message.clientId(), PostRefusal.of(Refusal.UNAVAILABLE));
            }
        }
    }

    /** Somebody wants another name; empty when it was refused, which the page is told. */
    public Optional<String> rename(Author speaker, String wish) {
        String name = NameRules.clean(wish);
        String id = speaker.person().id();
        synchronized (state) {
            Optional<PostRefusal> refusal = refusal(id, name, speaker.rank())
                    .map(PostRefusal::of)
                    .or(() -> state.floor().refuseRename(speaker));
            if (refusal.isPresent()) {
                state.voice()
                        .reply(
                                speaker.member(),
                                new RenameRefused(
                                        refusal.get().reason(), refusal.get().retryAfter()));
                return Optional.empty();
            }
            state.people().name(id, name);
            state.voice().tellAll(new Renamed(id, name));
            return Optional.of(name);
        }
    }

    /** What somebody is called here, if anything is known of them. */
    public Optional<String> nameOf(String person) {
        synchronized (state) {
            return state.people().nameOf(person);
        }
    }

    /** Somebody acts as a moderator; the answer comes as a message, after the act is on disk and told to all. */
    public void moderate(Author speaker, Moderate message) {
        Consumer<ModerationResult> answer = result -> answer(speaker, new Moderated(message.clientId(), result));
        if (speaker.moderates()) {
            moderate(speaker.asModerator(), message.act(), answer);
        } else {
            answer.accept(ModerationResult.NOT_ALLOWED);
        }
    }

    /** Whose room this is. */
    public CameraName camera() {
        return state.camera();
    }

    /**
     * Lets an act take its turn, unless it comes too fast; {@code answer} is told on the chat writer, or at once when nothing becomes of
     * it.
     */
    void moderate(Moderator by, ModerationAct act, Consumer<ModerationResult> answer) {
        if (mustWait(by)) {
            answer.accept(ModerationResult.TOO_FAST);
        } else if (!queue.offer(new ChatWork.Act(this, by, act, answer))) {
            answer.accept(ModerationResult.UNAVAILABLE);
        }
    }

    RoomModeration moderation() {
        return moderation;
    }

    /** Whether no moderator has silenced the author of a line since it came; they are told otherwise. */
    boolean confirms(ChatWork.Line line) {
        synchronized (state) {
            Optional<Duration> silence =
                    state.floor().imposedSilence(line.draft().person());
            silence.ifPresent(
                    left -> refuse(line.author(), line.draft().clientId(), PostRefusal.of(Refusal.SILENCED, left)));
            return silence.isEmpty();
        }
    }

    void stored(ChatMember author, ChatLog.Stored stored) {
        synchronized (state) {
            ChatLine line = stored.line();
            state.voice().reply(author, new ChatAccepted(line.clientId(), line.seq()));
            if (stored.isNew()) {
                SharedBuffer encoded = state.voice().encode(line.told());
                state.voice().tellAll(encoded);
                state.history().add(line, encoded);
            }
        }
    }

    void notStored(ChatWork.Line line) {
        synchronized (state) {
            refuse(line.author(), line.draft().clientId(), PostRefusal.of(Refusal.UNAVAILABLE));
        }
    }

    void forget(Duration keep) {
        synchronized (state) {
            state.history().forgetBefore(state.micros() - keep.toNanos() / 1000);
        }
    }

    @GuardedBy("state")
    private List<SharedBuffer> greeting(String person, OptionalLong since) {
        Excerpt excerpt = state.history().excerpt(since);
        RoomBroadcaster voice = state.voice();
        List<SharedBuffer> greeting = new ArrayList<>();
        excerpt.changed()
                .forEach(line -> greeting.add(
                        voice.encode(line.isVisible() ? new ChatRestored(line.told()) : new ChatRemoved(line.seq()))));
        greeting.addAll(excerpt.lines());
        greeting.add(voice.encode(state.floor().mode()));
        state.floor().silence(person).ifPresent(left -> greeting.add(voice.encode(silenced(left))));
        greeting.add(voice.encode(new ChatReady(excerpt.last(), excerpt.gap())));
        return greeting;
    }

    @GuardedBy("state")
    private Optional<Refusal> refusal(String id, String name, ChatRole rank) {
        return state.people().refuse(id, name, camera().text(), rank);
    }

    @GuardedBy("state")
    private String freeName(String id) {
        String name = names.next();
        for (int i = 0; i < NAME_TRIES && state.people().isTaken(name, id); i++) {
            name = names.next();
        }
        return state.people().isTaken(name, id) ? name + "-" + id.substring(0, Math.min(4, id.length())) : name;
    }

    @GuardedBy("state")
    private void refuse(Author speaker, String clientId, PostRefusal refusal) {
        state.voice().reply(speaker.member(), new ChatRefused(clientId, refusal.reason(), refusal.retryAfter()));
        if (refusal.beginsSilence()) {
            refusal.retryAfter().ifPresent(length -> state.tell(speaker.person().id(), silenced(length)));
        }
    }

    private ChatSilenced silenced(Duration left) {
        return new ChatSilenced(OptionalLong.of(Math.addExact(state.micros(), left.toNanos() / 1000)));
    }

    private boolean mustWait(Moderator by) {
        synchronized (state) {
            return state.people().paceOf(by.id()).waitToAct().isPresent();
        }
    }

    private void answer(Author speaker, Moderated message) {
        synchronized (state) {
            state.voice().reply(speaker.member(), message);
        }
    }
}
