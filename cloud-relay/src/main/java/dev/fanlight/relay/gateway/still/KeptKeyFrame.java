package dev.fanlight.relay.gateway.still;

import dev.fanlight.media.Track;
import dev.fanlight.relay.stream.MediaFrame;

/**
 * The newest key frame of a camera, kept also while the camera is asleep or gone. Immutable; holds a reference to the frame.
 *
 * @param number counts the key frames of the camera
 * @param track its track as it was announced
 * @param frame the key frame
 * @param arrivedMillis when its frame arrived, ms since 1970
 */
record KeptKeyFrame(long number, Track track, MediaFrame frame, long arrivedMillis) {

    static KeptKeyFrame of(long number, Track track, MediaFrame frame, long arrivedMillis) {
        frame.retain();
        return new KeptKeyFrame(number, track, frame, arrivedMillis);
    }

    void release() {
        frame.release();
    }
}
