package dev.fanlight.agent.audio;

import dev.fanlight.media.AccessUnit;
import dev.fanlight.media.Track;
import java.util.List;

/** An open microphone. One thread uses and closes it. */
public interface AudioDevice extends AutoCloseable {

    /** The track that its access units belong to; the same for the life of the device. */
    Track track();

    /**
     * Waits for sound, at most 1 s.
     *
     * @return the packets that are complete, in order, stamped with the media clock; often none
     * @throws AudioException when the device has failed or is silent for too long; it can only be closed then
     */
    List<AccessUnit> read() throws AudioException, InterruptedException;

    @Override
    void close();
}
