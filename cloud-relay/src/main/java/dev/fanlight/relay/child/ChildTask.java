package dev.fanlight.relay.child;

import dev.fanlight.identity.CameraName;
import java.util.List;

/**
 * What a child is to do. Immutable.
 *
 * @param purpose one word, for the names of its threads
 * @param camera whose stream it works on, for the limit of a camera
 * @param arguments of {@code ffmpeg}, from the input’s options on: {@code -f mpegts -i pipe:0 … pipe:1}. Never with text of a peer in them
 * @param inBackground whether everything else on the computer goes before it
 */
public record ChildTask(String purpose, CameraName camera, List<String> arguments, boolean inBackground) {

    /** Keeps a copy of the arguments. */
    public ChildTask {
        arguments = List.copyOf(arguments);
    }

    /** A task that is as urgent as the relay. */
    public ChildTask(String purpose, CameraName camera, List<String> arguments) {
        this(purpose, camera, arguments, false);
    }

    /** A task that takes the processor only when nothing else needs it. */
    public static ChildTask inBackground(String purpose, CameraName camera, List<String> arguments) {
        return new ChildTask(purpose, camera, arguments, true);
    }
}
