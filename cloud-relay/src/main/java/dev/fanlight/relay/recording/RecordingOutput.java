package dev.fanlight.relay.recording;

import dev.fanlight.relay.cmaf.CmafFragment;
import dev.fanlight.relay.cmaf.CmafTracks;
import java.io.IOException;

/** Where a {@link RecordingMuxer} puts what it makes. Recorder’s thread only. */
interface RecordingOutput {

    /** Begins another file. */
    void begin(CmafTracks tracks, long startMicros) throws IOException;

    /** Appends to the file. */
    void append(CmafFragment fragment, long startMicros, boolean beginsGroup) throws IOException;

    /** Whether the file is so large that it is to end at the next key frame. */
    boolean isFull();

    /** Ends the file. */
    void end() throws IOException;
}
