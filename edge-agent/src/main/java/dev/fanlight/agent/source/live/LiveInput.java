package dev.fanlight.agent.source.live;

import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourceOutput;

/** Where a live source comes from. One thread, that of a {@link LiveSource}, opens, reads and closes it. */
public interface LiveInput {

    /**
     * Connects to it, or starts it; blocks until that is done or {@link #cancel} is called.
     *
     * @throws SourceException when it cannot be reached or used, with a sentence for people
     */
    void open() throws SourceException, InterruptedException;

    /**
     * Waits for the next packet and delivers what it holds; blocks until one came or {@link #cancel} is called.
     *
     * @param activity learns of each packet of video
     * @throws SourceException when it has ended or cannot be used, with a sentence for people
     */
    void read(SourceOutput output, LiveActivity activity) throws SourceException, InterruptedException;

    /** What is delivered, for people. Any thread. */
    String describe();

    /** Ends {@link #open} and {@link #read} soon. Any thread, any number of times. */
    void cancel();

    /** Frees what {@link #open} has taken; also called when that has failed. */
    void close();
}
