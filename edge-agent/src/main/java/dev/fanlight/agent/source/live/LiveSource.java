package dev.fanlight.agent.source.live;

import dev.fanlight.agent.config.AgentTimeouts;
import dev.fanlight.agent.source.FrameSource;
import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;
import dev.fanlight.agent.source.SourceProblem;
import dev.fanlight.runtime.LoopRunner;
import dev.fanlight.runtime.NanoClock;
import java.time.Duration;
import java.util.Optional;

/**
 * A live input with a thread of its own, watched: FFmpeg's own time limits come late or not at all. One thread uses and closes it.
 */
public final class LiveSource implements FrameSource {

    private static final Duration POLL = Duration.ofMillis(250);

    private final String name;
    private final LiveInput input;
    private final AgentTimeouts.Live timeouts;
    private final LiveQueue queue = new LiveQueue();
    private final LiveActivity activity;
    private final LoopRunner reader;
    private boolean delivered;

    /**
     * Starts the thread, which opens the input; whether that works shows in {@link #next}.
     *
     * @param name whom sentences are about, without credentials
     * @param input opened, read and closed by the thread
     */
    public LiveSource(String name, LiveInput input, AgentTimeouts.Live timeouts, NanoClock clock) {
        this.name = name;
        this.input = input;
        this.timeouts = timeouts;
        this.activity = new LiveActivity(timeouts, clock);
        this.reader = LoopRunner.start(new LiveReader(input, queue, activity), this::broken);
    }

    @Override
    public void next(SourceOutput output) throws SourceException, InterruptedException {
        Optional<LiveEvent> event = queue.poll(POLL);
        if (event.isPresent()) {
            event.get().deliver(output);
            delivered |= event.get().isMedia();
        }
        // Also while sound comes.
        Optional<String> missing = activity.missing(delivered);
        if (missing.isPresent()) {
            SourceProblem problem = activity.hasReceived() ? SourceProblem.SILENT : SourceProblem.UNREACHABLE;
            throw new SourceException(problem, name + " " + missing.get() + ".");
        }
    }

    @Override
    public String describe() {
        return input.describe();
    }

    /** Waits for the thread for a moment only: what it is in ends by itself, and it frees what it has. */
    @Override
    public void close() {
        input.cancel();
        reader.close(timeouts.cancel());
        queue.clear();
    }

    private void broken(Throwable failure) {
        queue.put(new LiveEvent.Failed(new SourceException(
                SourceProblem.BROKEN,
                name + " cannot be read: " + failure.getClass().getSimpleName() + ".")));
    }
}
