package dev.fanlight.relay.srt.worker;

import dev.fanlight.relay.srt.wire.WorkerCommand.Allow;
import dev.fanlight.relay.srt.wire.WorkerEvent;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the relay about callers, and waits for its answer. It is called by libsrt’s thread that receives for the whole port, so everybody waits
 * meanwhile; that bounds how many can be asked about at a time, to one a port. Thread safe.
 */
final class Admissions {

    /** For how long the relay is waited for. */
    static final Duration LIMIT = Duration.ofSeconds(1);

    /** Callers that were allowed and are not there yet, because their passphrase is wrong or their network is gone. */
    static final int MAX_EXPECTED = 64;

    /** What a caller is told when the relay has not answered: overload (SRT Access Control). */
    private static final int OVERLOAD = 1402;

    private final EventOutput events;
    private final Map<Integer, CompletableFuture<Answer>> waiting = new LinkedHashMap<>();
    private final Map<Integer, Integer> expected = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Integer> eldest) {
            return size() > MAX_EXPECTED;
        }
    };
    private int last;

    Admissions(EventOutput events) {
        this.events = events;
    }

    /**
     * What the relay says.
     *
     * @param passphrase if it allows
     * @param code what the caller is told, if it refuses
     */
    record Answer(Optional<String> passphrase, int code) {

        /** Does not show the passphrase. */
        @Override
        public String toString() {
            return "Answer[" + code + "]";
        }
    }

    /** Asks about the caller behind {@code socket}. */
    Answer ask(int listener, int socket, InetAddress address, String streamId) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        int request = begin(answer);
        events.say(new WorkerEvent.Asked(request, listener, address, streamId));
        try {
            Answer given = answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (given.passphrase().isPresent()) {
                expect(socket, request);
            }
            return given;
        } catch (TimeoutException | ExecutionException e) {
            return refused(OVERLOAD);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused(OVERLOAD);
        } finally {
            end(request);
        }
    }

    synchronized void allowed(Allow allow) {
        answer(allow.request(), new Answer(Optional.of(allow.passphrase()), 0));
    }

    synchronized void refused(int request, int code) {
        answer(request, refused(code));
    }

    /** The request of a caller that is there now; empty when it has taken too long. */
    synchronized Optional<Integer> arrived(int socket) {
        return Optional.ofNullable(expected.remove(socket));
    }

    private synchronized int begin(CompletableFuture<Answer> answer) {
        last++;
        waiting.put(last, answer);
        return last;
    }

    private synchronized void end(int request) {
        waiting.remove(request);
    }

    private synchronized void expect(int socket, int request) {
        expected.put(socket, request);
    }

    private synchronized void answer(int request, Answer answer) {
        CompletableFuture<Answer> asked = waiting.get(request);
        if (asked != null) {
            asked.complete(answer);
        }
    }

    private static Answer refused(int code) {
        return new Answer(Optional.empty(), code);
    }
}
