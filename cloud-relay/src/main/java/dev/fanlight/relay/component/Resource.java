package dev.fanlight.relay.component;

import dev.fanlight.runtime.Loop;
import dev.fanlight.runtime.LoopRunner;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Something that is open from the beginning and only needs to be closed, which may take longer than the component has: it is closed on a
 * thread of its own.
 */
public final class Resource implements Component {

    private static final Logger LOG = Logger.getLogger(Resource.class.getName());

    private final String name;
    private final AutoCloseable resource;

    /** Closes {@code resource} when the component is stopped. */
    public Resource(String name, AutoCloseable resource) {
        this.name = name;
        this.resource = resource;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        // Open already.
    }

    @Override
    public void stop(Duration limit) {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        LoopRunner closing = LoopRunner.start(new Closing(), failure::complete);
        if (!closing.awaitEnd(limit)) {
            LOG.log(Level.WARNING, "{0} did not close in time", name);
        }
        if (failure.isDone()) {
            throw new IllegalStateException(name + " could not be closed", failure.join());
        }
    }

    private final class Closing implements Loop {

        @Override
        public boolean doWork() throws Exception {
            resource.close();
            return false;
        }

        @Override
        public String roleName() {
            return "close-" + name;
        }
    }
}
