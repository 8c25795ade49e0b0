package dev.fanlight.agent.source.camera;

import dev.fanlight.agent.source.SourceException;
import dev.fanlight.agent.source.SourcePresence;
import java.util.Optional;
import java.util.function.Supplier;

/** Follows a camera’s link, which goes when it is unplugged and comes back with it; a check costs a system call or a few. One thread. */
final class CameraPresence {

    private final Supplier<Optional<CameraDevice>> finder;
    private final SourceException missing;
    private Optional<CameraDevice> last = Optional.empty();
    private boolean plugged;

    /** {@code missing} is thrown while there has never been one. */
    CameraPresence(Supplier<Optional<CameraDevice>> finder, SourceException missing) {
        this.finder = finder;
        this.missing = missing;
    }

    /**
     * The camera to be opened.
     *
     * @throws SourceException when it is not plugged in, any more or yet
     */
    CameraDevice find() throws SourceException {
        Optional<CameraDevice> found = finder.get();
        plugged = found.isPresent();
        if (found.isEmpty()) {
            throw last.map(CameraErrors::unplugged).orElse(missing);
        }
        last = found;
        return found.get();
    }

    /** What has changed since the last check. */
    SourcePresence check() {
        boolean before = plugged;
        plugged = finder.get().isPresent();
        if (!plugged) {
            return SourcePresence.ABSENT;
        }
        return before ? SourcePresence.UNKNOWN : SourcePresence.RETURNED;
    }
}
