package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.source.RawFrame;

/**
 * Gets every captured picture before it is encoded. Called by the capture thread, so that a slow listener slows the capture;
 * the frame belongs to the agent and is valid during the call only. Sources that pass H.264 through have no pictures to give.
 */
@FunctionalInterface
public interface FrameListener {

    /** Looks at a picture. */
    void onFrame(RawFrame frame);
}
