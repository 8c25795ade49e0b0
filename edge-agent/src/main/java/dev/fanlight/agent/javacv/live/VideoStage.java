package dev.fanlight.agent.javacv.live;

import dev.fanlight.agent.javacv.FfmpegException;
import dev.fanlight.agent.source.SourceOutput;
import java.util.Optional;

/** What becomes of the packets of a live video. Reader’s thread only. */
sealed interface VideoStage extends AutoCloseable permits PassedStage, DecodedStage {

    /**
     * Takes the next packet and delivers what becomes of it.
     *
     * @return why this stage cannot go on, as the end of a sentence that begins with the name of the source; the packet is not delivered then
     */
    Optional<String> accept(LivePacket packet, SourceOutput output) throws FfmpegException;

    /** Size and whether it is passed through, for people. Any thread. */
    String describe();

    /** Whether the tracks were announced; sound that comes before is not delivered. */
    boolean hasBegun();

    @Override
    void close();
}
