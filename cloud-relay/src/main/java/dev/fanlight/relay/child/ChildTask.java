package dev.fanlight.relay.child;

import dev.fanlight.identity.CameraName;
import java.util.List;

/**
 * What a child is to do. Immutable.
 *
 * @param purpose one word, for the names of its threads
 * @param camera whose stream it works on, for the limit of a camera
 * @param arguments of {@code ffmpeg}, from the input’s options on: {@code -f mpegts -i pipe:0 … pipe:1}. Never with text of a peer in them
 */
public record ChildTask(String purpose, CameraName camera, List<String> arguments) {

    /** Keeps a copy of the arguments. */
    public ChildTask {
        arguments = List.copyOf(arguments);
    }
}
