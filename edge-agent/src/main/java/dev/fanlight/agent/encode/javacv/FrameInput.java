package dev.fanlight.agent.encode.javacv;

import dev.fanlight.agent.encode.EncodeException;
import dev.fanlight.agent.source.RawFrame;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Brings frames to where an encoder reads them. One thread; freed by {@link #close()}. */
interface FrameInput extends AutoCloseable {

    /** Says in the context of an encoder that is not open yet what its frames are. */
    void configure(AVCodecContext context);

    /** The frame for the encoder; valid until the next call. The samples stay where they are if the encoder can read them there. */
    AVFrame frame(RawFrame source) throws EncodeException;

    /** The frame that came last was taken. */
    void taken();

    @Override
    void close();
}
