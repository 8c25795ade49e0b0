package dev.fanlight.relay.chat;

import dev.fanlight.relay.log.ErrorLog;
import dev.fanlight.relay.metrics.RelayCounter;
import dev.fanlight.relay.metrics.RelayCounters;
import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Stores chat lines and moderation commands of all rooms in one order, many lines with one commit, after which the rooms broadcast them.
 */
final class ChatWriterLoop implements Loop {

    /** Time between two searches for lines to delete. */
    static final Duration PRUNE_INTERVAL = Duration.ofMinutes(1);

    private final ChatQueue queue;
    private final ChatLog log;
    private final ModerationService service;
    private final Supplier<ChatLimits> limits;
    private final NanoClock clock;
    private final RelayCounters counters;
    private final ErrorLog errors;
    private final Consumer<Duration> forget;
    private final MissedLines missed;
    private final RoomReload reload;
    private final ChatTopics topics;
    private long nextPrune;

    ChatWriterLoop(
            ChatQueue queue,
            ChatLog log,
            ModerationService service,
            Supplier<ChatLimits> limits,
            Consumer<Duration> forget,
            RoomReload reload,
            ChatTopics topics,
            NanoClock clock,
            RelayCounters counters,
            ErrorLog errors) {
        this.queue = queue;
        this.log = log;
        this.service = service;
        this.limits = limits;
        this.forget = forget;
        this.missed = new MissedLines(log, errors);
        this.reload = reload;
        this.topics = topics;
        this.clock = clock;
        this.counters = counters;
        this.errors = errors;
        this.nextPrune = clock.nanoTime();
    }

    @Override
    public boolean doWork() throws InterruptedException {
        store(queue.take(nanosUntilPrune()));
        if (nanosUntilPrune() <= 0) {
            nextPrune = clock.nanoTime() + PRUNE_INTERVAL.toNanos();
            prune();
        }
        return true;
    }

    /** Time until the next search for old lines; the loop waits at most that long for something to store. */
    long nanosUntilPrune() {
        return nextPrune - clock.nanoTime();
    }

    /** Stores what was accepted before the end. */
    @Override
    public void onClose() {
        boolean interrupted = Thread.interrupted();
        List<ChatWork> rest = queue.takeNow();
        while (!rest.isEmpty()) {
            store(rest);
            rest = queue.takeNow();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String roleName() {
        return "chat-writer";
    }

    /** Lines between two commands share one commit; a command takes effect before the line behind it is checked. */
    private void store(List<ChatWork> works) {
        List<ChatWork.Line> lines = new ArrayList<>();
        for (ChatWork work : works) {
            if (work instanceof ChatWork.Line line) {
                lines.add(line);
            } else if (work instanceof ChatWork.Command command) {
                storeLines(lines);
                lines.clear();
                if (service.perform(command)) {
                    topics.changed(command.room().camera(), errors);
                }
            } else if (work instanceof ChatWork.Reacted reacted) {
                storeLines(lines);
                lines.clear();
                store(reacted);
            } else if (work instanceof ChatWork.CatchUp behind) {
                storeLines(lines);
                lines.clear();
                missed.deliver(behind.room(), Long.MAX_VALUE);
            } else if (work instanceof ChatWork.Reload changed) {
                storeLines(lines);
                lines.clear();
                reload.reload(changed.room());
            }
        }
        storeLines(lines);
    }

    private void store(ChatWork.Reacted reacted) {
        ChatRoom room = reacted.room();
        try {
            log.react(room.camera(), reacted.change());
        } catch (RuntimeException e) {
            errors.failure("A reaction could not be stored", e);
            return;
        }
        room.reactions().stored(reacted.change());
        topics.changed(room.camera(), errors);
    }

    private void storeLines(List<ChatWork.Line> waiting) {
        List<ChatWork.Line> lines =
                waiting.stream().filter(line -> line.room().confirms(line)).toList();
        if (lines.isEmpty()) {
            return;
        }
        try {
            List<Optional<ChatLog.Stored>> stored =
                    log.append(lines.stream().map(ChatWork.Line::draft).toList());
            counters.add(
                    RelayCounter.CHAT_LINES,
                    stored.stream().filter(Optional::isPresent).count());
            for (int i = 0; i < lines.size(); i++) {
                ChatWork.Line line = lines.get(i);
                stored.get(i)
                        .ifPresentOrElse(
                                kept -> stored(line, kept), () -> line.room().notStored(line));
            }
            announce(lines, stored);
        } catch (RuntimeException e) {
            errors.failure("Chat lines could not be stored", e);
            lines.forEach(line -> line.room().notStored(line));
        }
    }

    private void stored(ChatWork.Line line, ChatLog.Stored kept) {
        if (kept.isNew()) {
            missed.deliver(line.room(), kept.line().seq());
        }
        line.room().stored(line.author().member(), kept);
    }

    private void announce(List<ChatWork.Line> lines, List<Optional<ChatLog.Stored>> stored) {
        IntStream.range(0, lines.size())
                .filter(i -> stored.get(i).isPresent())
                .mapToObj(i -> lines.get(i).room())
                .distinct()
                .forEach(room -> topics.grown(room, errors));
    }

    private void prune() {
        try {
            ChatLimits now = limits.get();
            log.prune(now.keep(), now.maxLines());
            service.prune();
            forget.accept(now.keep());
        } catch (RuntimeException e) {
            errors.failure("Old chat lines could not be removed", e);
        }
    }
}
