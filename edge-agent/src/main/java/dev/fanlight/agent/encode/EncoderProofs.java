package dev.fanlight.agent.encode;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.fanlight.agent.source.FrameSize;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about the encoders of this process: which have encoded frames of which size, which cannot, and which have blocked a
 * thread for good. Thread safe.
 */
public final class EncoderProofs {

    /** Most sizes of encoders that are remembered; the oldest is forgotten, and tried again. */
    public static final int MAX_KNOWN = 64;

    private static final EncoderProofs PROCESS = new EncoderProofs();

    private record Key(String name, FrameSize size) {}

    @GuardedBy("this")
    private final Map<Key, Optional<String>> failures = new LinkedHashMap<>();

    @GuardedBy("this")
    private final Set<String> stalled = new HashSet<>();

    /** Begins without any knowledge. */
    public EncoderProofs() {}

    /** That of this process: all cameras use the same encoders. */
    public static EncoderProofs ofProcess() {
        return PROCESS;
    }

    /** Whether it has encoded frames of this size. */
    synchronized boolean isProven(String name, FrameSize size) {
        return failures.getOrDefault(new Key(name, size), Optional.of("")).isEmpty();
    }

    /** Why it is not used for frames of this size; empty when nothing speaks against trying it. */
    synchronized Optional<String> failure(String name, FrameSize size) {
        if (stalled.contains(name)) {
            return Optional.of("it has stopped answering");
        }
        return failures.getOrDefault(new Key(name, size), Optional.empty());
    }

    /** It has encoded frames of this size. */
    synchronized void proven(String name, FrameSize size) {
        remember(new Key(name, size), Optional.empty());
    }

    /** It could not. */
    synchronized void failed(String name, FrameSize size, String why) {
        remember(new Key(name, size), Optional.of(why));
    }

    /** It has failed later: before it is used again it has to prove itself. */
    synchronized void forget(String name, FrameSize size) {
        failures.remove(new Key(name, size));
    }

    /** A call of it has not returned: it is not used any more, so that it costs no second thread. */
    synchronized void stalled(String name) {
        stalled.add(name);
    }

    @GuardedBy("this")
    private void remember(Key key, Optional<String> failure) {
        failures.remove(key);
        if (failures.size() == MAX_KNOWN) {
            failures.remove(failures.keySet().iterator().next());
        }
        failures.put(key, failure);
    }
}
