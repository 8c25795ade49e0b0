package dev.fanlight.relay.cli.option;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.state.PrivateFiles;
import dev.fanlight.state.UserFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the settings file is when no option names it. Stateless. */
public final class RelaySettingsFile {

    private static final Path SYSTEM = Path.of("/etc/fanlight/relay.yaml");
    private static final String VARIABLE = "FANLIGHT_CONFIG";
    private static final String GROUP = "fanlight-relay";

    private RelaySettingsFile() {}

    /** The file that {@code $FANLIGHT_CONFIG} names, else the user’s, else the system’s; the first that this user can read. */
    static Optional<Path> find(Map<String, String> environment) {
        return places(environment).stream().filter(Files::isReadable).findFirst();
    }

    /** Where one is looked for, in this order. */
    public static List<Path> places(Map<String, String> environment) {
        return Stream.concat(named(environment).stream(), Stream.of(ofUser(environment), SYSTEM))
                .toList();
    }

    /** Where a new one goes. */
    public static Path toWrite(Map<String, String> environment) {
        return named(environment).orElseGet(() -> isRoot() ? SYSTEM : ofUser(environment));
    }

    /**
     * Writes a new one, for this user’s eyes and those of the service, which has a user of its own: it may hold passwords. Blocking.
     *
     * @throws UserException when it cannot be written
     */
    public static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            PrivateFiles.create(file, text.getBytes(StandardCharsets.UTF_8));
            if (isRoot()) {
                giveToService(file);
            }
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The settings file " + file + " cannot be written" + PrivateFiles.reason(e)
                            + ". Does this need sudo?",
                    e);
        }
    }

    private static void giveToService(Path file) throws IOException {
        try {
            GroupPrincipal group =
                    file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName(GROUP);
            Files.getFileAttributeView(file, PosixFileAttributeView.class).setGroup(group);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        } catch (UserPrincipalNotFoundException e) {
            // No package, so no user of its own.
        }
    }

    private static Optional<Path> named(Map<String, String> environment) {
        return Optional.of(environment.getOrDefault(VARIABLE, ""))
                .filter(name -> !name.isEmpty())
                .map(Path::of);
    }

    private static Path ofUser(Map<String, String> environment) {
        return UserFolders.of(environment).settings().resolve("relay.yaml");
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
