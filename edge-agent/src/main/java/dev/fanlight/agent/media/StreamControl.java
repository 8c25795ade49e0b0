package dev.fanlight.agent.media;

import dev.fanlight.media.ptz.HeadAnswer;
import dev.fanlight.media.ptz.HeadCommand;
import dev.fanlight.media.ptz.HeadResult;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What the network asks of camera and encoders. Thread safe; never blocks. */
public interface StreamControl {

    /**
     * The relay’s demand has changed.
     *
     * @param readers how many need the stream, people and recordings; at 0 the camera may be released after a while
     * @param tracks ids of the tracks that are needed; empty while the relay does not know the tracks yet, which stands for the
     *     main one
     */
    void demand(int readers, Set<Integer> tracks);

    /**
     * A connection has begun, and nothing that came before it was received: a source of access units may go back to its last key
     * frame.
     */
    void connected();

    /**
     * Requests that the next access unit of this track be a key frame. Ignored for a track that is passed through: its next key
     * frame comes when it comes, for all others who watch go on.
     */
    void keyFrame(int track);

    /** Sets the bit rate of the encoder of the main rendition, or of the small one in its place, bits a second. */
    void bitRate(int bitsPerSecond);

    /** Who watches now. */
    void viewers(CurrentViewers viewers);

    /** A command of a viewer to the camera’s head; {@code answer} is called once, on any thread, and must not block. */
    default void head(HeadCommand command, Consumer<HeadAnswer> answer) {
        answer.accept(HeadAnswer.of(HeadResult.OFF));
    }

    /** The connection has ended. */
    void disconnected();

    /** Sets how much of the video is made from now on. */
    void level(SendLevel level);

    /** Which levels make a difference to the present source, in their order; {@link SendLevel#FULL} is the first. */
    List<SendLevel> levels();
}
