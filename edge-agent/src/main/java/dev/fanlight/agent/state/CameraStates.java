package dev.fanlight.agent.state;

import dev.fanlight.settings.RepeatedSection;
import java.nio.file.Path;

/**
 * The identities of the named cameras of one state folder, each in {@code cameras/NAME} below it; the identity of an agent with a
 * single camera is in the folder itself. Immutable.
 */
public final class CameraStates {

    private static final String FOLDER = "cameras";

    private final Path folder;

    /** Those of this state folder. */
    public CameraStates(Path folder) {
        this.folder = folder;
    }

    /** Whether a camera can have this name here: the one that it has in the settings. */
    public static boolean isName(String name) {
        return RepeatedSection.isName(name);
    }

    /**
     * Where the identity of this camera is kept.
     *
     * @throws IllegalArgumentException when it is not a name
     */
    public IdentityStore store(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("not the name of a camera: " + name);
        }
        return new IdentityStore(folder.resolve(FOLDER).resolve(name));
    }
}
