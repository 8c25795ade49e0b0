package dev.fanlight.agent.service;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.state.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of the service below a root folder: {@code /}, or that of an image that is being made. Blocking; problems are a
 * {@link UserException}.
 *
 * @param root the root folder
 */
public record ServiceFiles(Path root) {

    private static final String UNIT = "etc/systemd/system/" + ServiceUnit.NAME + ".service";
    private static final String PACKAGED_UNIT = "usr/lib/systemd/system/" + ServiceUnit.NAME + ".service";
    private static final String ENABLED = "etc/systemd/system/multi-user.target.wants/" + ServiceUnit.NAME + ".service";
    private static final String JAR = "usr/local/share/fanlight/fanlight-agent.jar";
    private static final String STATE = "var/lib/" + ServiceUnit.NAME;
    private static final String PRIVATE_STATE = "var/lib/private/" + ServiceUnit.NAME;
    private static final String IDENTITY = "identity.properties";

    /** A pause goes with the keys: the service must not turn on what people have turned off. */
    private static final String PAUSE = "paused";

    /** Most levels of a state folder: {@code cameras/NAME/file}. */
    private static final int DEPTH = 3;

    /** Whether the package of this system has brought the unit file along, which is then left alone. */
    public boolean isPackaged() {
        return Files.exists(root.resolve(PACKAGED_UNIT));
    }

    /** Whether the computer starts with the agent: a packaged one counts once it was enabled. */
    public boolean isInstalled() {
        return Files.exists(unit()) || Files.exists(root.resolve(ENABLED), LinkOption.NOFOLLOW_LINKS);
    }

    /** The unit file. */
    public Path unit() {
        return root.resolve(UNIT);
    }

    /** The state folder of the service; with {@code DynamicUser} systemd keeps it in a folder for root only. */
    public Path state() {
        Path hidden = root.resolve(PRIVATE_STATE);
        return Files.exists(hidden) ? hidden : root.resolve(STATE);
    }

    /**
     * Where the service finds the program: where it is, if every user can read it there, else a copy of it.
     *
     * @return the path as the service sees it
     */
    public Path program(Path jar) {
        if (jar.startsWith("/usr") || jar.startsWith("/opt")) {
            return jar;
        }
        doing("The program cannot be copied to " + root.resolve(JAR), () -> {
            Files.createDirectories(parent(root.resolve(JAR)));
            Files.copy(jar, root.resolve(JAR), StandardCopyOption.REPLACE_EXISTING);
        });
        return Path.of("/").resolve(JAR);
    }

    /** Writes the unit file. */
    public void write(ServiceUnit unit) {
        doing(unit() + " cannot be written", () -> {
            Files.createDirectories(parent(unit()));
            Files.writeString(unit(), unit.text());
        });
    }

    /** Removes the unit file; returns whether there was one. */
    public boolean remove() {
        boolean there = Files.exists(unit());
        doing(unit() + " cannot be removed", () -> Files.deleteIfExists(unit()));
        return there;
    }

    /**
     * Moves the keys of a user’s state folder to that of the service, unless it has some: two agents with the same key would push each
     * other out.
     *
     * @return how many cameras have moved
     */
    public int adopt(Path userState) {
        if (!identities(state()).isEmpty()) {
            return 0;
        }
        List<Path> found = identities(userState);
        List<Path> moved = files(userState, Set.of(IDENTITY, PAUSE));
        doing("The keys in " + userState + " cannot be moved to " + state(), () -> {
            for (Path file : moved) {
                Path target = state().resolve(userState.relativize(file));
                PrivateFiles.makeFolder(parent(target));
                PrivateFiles.write(parent(target), String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
            for (Path file : moved) {
                Files.delete(file);
            }
        });
        return found.size();
    }

    private static List<Path> identities(Path folder) {
        return files(folder, Set.of(IDENTITY));
    }

    private static List<Path> files(Path folder, Set<String> names) {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            files.filter(file -> names.contains(String.valueOf(file.getFileName())))
                    .filter(Files::isRegularFile)
                    .forEach(found::add);
        } catch (IOException e) {
            throw new UserException(ExitCode.SETTINGS, "The state folder " + folder + " cannot be read.", e);
        }
        return found;
    }

    /** Something that is done to files. */
    private interface Change {
        void run() throws IOException;
    }

    private static void doing(String failure, Change change) {
        try {
            change.run();
        } catch (IOException e) {
            throw new UserException(ExitCode.FAILED, failure + PrivateFiles.reason(e) + ". Does this need sudo?", e);
        }
    }

    private static Path parent(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IllegalArgumentException("not in a folder: " + file);
        }
        return folder;
    }
}
