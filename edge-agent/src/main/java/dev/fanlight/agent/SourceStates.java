package dev.fanlight.agent;

import dev.fanlight.media.SourceState;
import java.util.Optional;

/** Gets the state of a camera, for its relay. Thread safe; never blocks. */
@FunctionalInterface
interface SourceStates {

    /** The state from now on; {@code detail} is a code for the owner. */
    void source(SourceState state, Optional<String> detail);
}
