package dev.fanlight.relay.gateway.publication;

import java.time.Duration;

/** The connection of a publisher, whichever transport it uses. Event loop only, but for {@link #execute}. */
public interface ContainerPeer {

    /** Runs a task on its event loop, after the current one. Any thread. */
    void execute(Runnable task);

    /** Runs a task after a delay, unless the connection has closed by then. */
    void after(Duration delay, Runnable task);

    /** Reads nothing until {@link #resume}. */
    void pause();

    /** Reads on. */
    void resume();

    /** Ends the connection with what there is to say. Called once. */
    void end(ContainerEnd end);
}
