package dev.fanlight.relay.chat;

import dev.fanlight.identity.CameraName;
import dev.fanlight.protocol.Chat;
import dev.fanlight.protocol.ChatAccepted;
import dev.fanlight.protocol.ChatReady;
import dev.fanlight.protocol.ChatRefused;
import dev.fanlight.protocol.ChatSend;
import dev.fanlight.protocol.Refusal;
import dev.fanlight.protocol.RenameRefused;
import dev.fanlight.protocol.Renamed;
import dev.fanlight.protocol.ToPlayer;
import dev.fanlight.relay.audience.Audience;
import dev.fanlight.relay.audience.NoticeEncoder;
import dev.fanlight.relay.audience.Shared;
import dev.fanlight.relay.chat.ChatHistory.Excerpt;
import dev.fanlight.runtime.MediaClock;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The chat beside one camera. A line gets its place when it is stored, and is told to everybody in that order, to its author after
 * the confirmation. Thread safe; nothing here blocks.
 */
public final class ChatRoom {

    private static final int NAME_TRIES = 20;

    private final CameraName camera;
    private final ChatQueue queue;
    private final FriendlyNames names;
    private final NoticeEncoder encoder;
    private final MediaClock wallClock;

    private final Object lock = new Object();

    // lock
    private final Audience<ChatMember> audience = new Audience<>();
    private final People people;
    private final ChatHistory history;

    ChatRoom(
            CameraName camera,
            ChatLog.Opening opening,
            ChatQueue queue,
            FriendlyNames names,
            NoticeEncoder encoder,
            MediaClock wallClock,
            NanoClock clock) {
        this.camera = camera;
        this.queue = queue;
        this.names = names;
        this.encoder = encoder;
        this.wallClock = wallClock;
        this.people = new People(clock);
        this.history = new ChatHistory(opening.lastSeq());
        opening.names().forEach(people::name);
        opening.lines().forEach(line -> history.add(line, encode(line)));
    }

    /** Somebody comes: who they are here. A name of before is kept when it is still free. */
    public Person admit(String id, Optional<String> nameOfBefore) {
        synchronized (lock) {
            String name = people.nameOf(id)
                    .filter(known -> !known.isEmpty())
                    .or(() -> nameOfBefore.filter(
                            wish -> people.refuse(id, wish, camera.text()).isEmpty()))
                    .orElseGet(() -> freeName(id));
            people.name(id, name);
            people.came(id);
            return new Person(id, name);
        }
    }

    /** Tells a page what was said, then that this is all, then runs {@code ready} on its loop; from then on it hears everything. */
    public void join(ChatMember member, OptionalLong since, Runnable ready) {
        synchronized (lock) {
            Excerpt excerpt = history.excerpt(since);
            Shared end = encoder.encode(new ChatReady(excerpt.last(), excerpt.gap()));
            audience.join(member.loop(), member, joined -> {
                excerpt.lines().forEach(line -> tell(joined, line));
                tell(joined, end);
                ready.run();
            });
        }
    }

    /** A page that has joined is gone. */
    public void leave(ChatMember member, Person person) {
        synchronized (lock) {
            people.went(person.id());
            audience.leave(member.loop(), member, left -> {});
        }
    }

    /** Somebody says something; the answer comes as a message, after the line is on disk. */
    public void say(ChatMember member, Person person, ChatSend message) {
        String text = ChatRules.cleanText(message.text());
        synchronized (lock) {
            OptionalLong known = history.seqOf(person.id(), message.clientId());
            if (known.isPresent()) {
                reply(member, new ChatAccepted(message.clientId(), known.getAsLong()));
                return;
            }
            Optional<Refusal> rule = ChatRules.refuseText(text);
            if (rule.isPresent()) {
                refuse(member, message.clientId(), rule.get(), Optional.empty());
                return;
            }
            Optional<Duration> wait = people.waitToTalk(person.id());
            if (wait.isPresent()) {
                refuse(member, message.clientId(), Refusal.TOO_FAST, wait);
                return;
            }
            String name = people.nameOf(person.id()).orElse(person.name());
            ChatLog.Draft draft =
                    new ChatLog.Draft(camera, wallClock.micros(), person.id(), name, text, message.clientId());
            if (!queue.offer(new ChatQueue.Pending(this, member, draft))) {
                refuse(member, message.clientId(), Refusal.UNAVAILABLE, Optional.empty());
            }
        }
    }

    /** Somebody wants another name; empty when it was refused, which the page is told. */
    public Optional<String> rename(ChatMember member, Person person, String wish) {
        String name = ChatRules.cleanName(wish);
        synchronized (lock) {
            Optional<Refusal> refusal = people.refuse(person.id(), name, camera.text());
            Optional<Duration> wait = refusal.isPresent() ? Optional.empty() : people.waitToRename(person.id());
            if (wait.isPresent()) {
                refusal = Optional.of(Refusal.TOO_FAST);
            }
            if (refusal.isPresent()) {
                reply(member, new RenameRefused(refusal.get(), wait));
                return Optional.empty();
            }
            people.name(person.id(), name);
            tellAll(new Renamed(person.id(), name));
            return Optional.of(name);
        }
    }

    /** Whose room this is. */
    public CameraName camera() {
        return camera;
    }

    void stored(ChatMember author, ChatLog.Stored stored) {
        synchronized (lock) {
            ChatLine line = stored.line();
            reply(author, new ChatAccepted(line.clientId(), line.seq()));
            if (stored.isNew()) {
                Shared encoded = encode(line);
                audience.each(encoded, ChatMember::tell);
                history.add(line, encoded);
            }
        }
    }

    void notStored(ChatMember author, String clientId) {
        synchronized (lock) {
            refuse(author, clientId, Refusal.UNAVAILABLE, Optional.empty());
        }
    }

    void forget(Duration keep) {
        synchronized (lock) {
            history.forgetBefore(wallClock.micros() - keep.toNanos() / 1000);
        }
    }

    private String freeName(String id) {
        String name = names.next();
        for (int i = 0; i < NAME_TRIES && people.isTaken(name, id); i++) {
            name = names.next();
        }
        return people.isTaken(name, id) ? name + "-" + id.substring(0, Math.min(4, id.length())) : name;
    }

    private void refuse(ChatMember member, String clientId, Refusal reason, Optional<Duration> wait) {
        reply(member, new ChatRefused(clientId, reason, wait));
    }

    private void reply(ChatMember member, ToPlayer message) {
        Shared encoded = encoder.encode(message);
        audience.post(member.loop(), () -> tell(member, encoded));
    }

    private void tellAll(ToPlayer message) {
        Shared encoded = encoder.encode(message);
        audience.each(encoded, ChatMember::tell);
        encoded.release();
    }

    private static void tell(ChatMember member, Shared owned) {
        member.tell(owned);
        owned.release();
    }

    private Shared encode(ChatLine line) {
        return encoder.encode(
                new Chat(line.seq(), line.timeMicros(), line.person(), line.name(), line.text(), Optional.empty()));
    }
}
