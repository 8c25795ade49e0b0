package dev.fanlight.agent.state;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The identities of the named cameras of one state folder, each in {@code cameras/NAME} below it; the identity of an agent with a
 * single camera is in the folder itself. Immutable.
 */
public final class CameraStates {

    private static final String FOLDER = "cameras";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?");

    private final Path folder;

    /** Those of this state folder. */
    public CameraStates(Path folder) {
        this.folder = folder;
    }

    /** Whether a camera can have this name here: 1–32 lower-case letters, digits, and hyphens between them. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
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
