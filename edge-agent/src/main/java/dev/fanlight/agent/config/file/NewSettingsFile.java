package dev.fanlight.agent.config.file;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.state.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a settings file where there is none. Only its owner can read it, for it may hold a password; but for the system’s file: the service
 * reads that one as a user of its own. Stateless, blocking.
 */
public final class NewSettingsFile {

    private NewSettingsFile() {}

    /**
     * Writes it, and makes its folder.
     *
     * @throws UserException when there is one, or it cannot be written
     */
    public static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            if (file.toAbsolutePath().endsWith(SettingsFile.SYSTEM)) {
                Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } else {
                PrivateFiles.create(file, content);
            }
        } catch (FileAlreadyExistsException e) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    file + " exists already and is not overwritten. Name another file, or move that one away first.",
                    e);
        } catch (IOException e) {
            throw new UserException(ExitCode.SETTINGS, file + " cannot be written" + PrivateFiles.reason(e) + ".", e);
        }
    }
}
