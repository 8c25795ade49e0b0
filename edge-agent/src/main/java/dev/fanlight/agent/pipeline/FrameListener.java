package dev.fanlight.agent.pipeline;

import dev.fanlight.agent.source.RawFrame;

/**
 * Gets every captured frame before it is encoded. Called by the capture thread, so that a slow listener slows the capture;
 * the frame belongs to the agent and is valid during the call only. Sources that are passed through have no raw frames.
 */
@FunctionalInterface
public interface FrameListener {

    /** Processes a frame. */
    void onFrame(RawFrame frame);
}
