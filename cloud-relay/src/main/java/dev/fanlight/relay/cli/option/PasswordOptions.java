package dev.fanlight.relay.cli.option;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.relay.cli.terminal.Prompt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Password options; a password is never an argument, because other users can read command lines. Filled by picocli. */
public final class PasswordOptions {

    private static final int MAX_BYTES = 4 * 1024;

    @Option(names = "--password", description = "Prompt for a password.")
    private boolean ask;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Read the password from the first line of this file.")
    private @Nullable Path file;

    /**
     * The password, if one is requested. Blocking.
     *
     * @throws UserException if the two entries differ, or the file cannot be read
     */
    public Optional<String> read() {
        Optional<Path> path = Optional.ofNullable(file);
        if (path.isPresent()) {
            return path.map(PasswordOptions::firstLine);
        }
        return ask ? Optional.of(typedTwice()) : Optional.empty();
    }

    private static String typedTwice() {
        String first = Prompt.secret("Password: ", "--password-file");
        if (!first.equals(Prompt.secret("Repeat password: ", "--password-file"))) {
            throw new UserException(ExitCode.USAGE, "The passwords do not match. Nothing was changed.");
        }
        return first;
    }

    private static String firstLine(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
            return text.lines().findFirst().filter(line -> !line.isEmpty()).orElseThrow(() -> empty(path));
        } catch (IOException e) {
            throw new UserException(ExitCode.FAILED, "The file " + path + " cannot be read.", e);
        }
    }

    private static UserException empty(Path path) {
        return new UserException(ExitCode.USAGE, "The file " + path + " has no password in its first line.");
    }
}
