package dev.fanlight.agent.state;

import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import dev.fanlight.identity.DeviceKey;
import dev.fanlight.identity.RelayUrl;
import dev.fanlight.state.PrivateFiles;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Keeps the identity in one file of the state folder, so that key and registration can never be torn apart. Not thread safe;
 * problems with the files are a {@link UserException}.
 */
public final class IdentityStore {

    private static final String FILE = "identity.properties";
    private static final String SPARE = "identity.properties.next";
    private static final String TRIAL = "identity.properties.trial";

    /** More than an identity takes, so that a full disk is noticed. */
    private static final int TRIAL_BYTES = 1024;

    private static final long MAX_BYTES = 16 * 1024;

    private final Path folder;

    /** Keeps it in {@code folder}, which is made at the first save. */
    public IdentityStore(Path folder) {
        this.folder = folder;
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** What was saved; empty when this agent has not joined a relay. */
    public Optional<DeviceIdentity> load() {
        return load(folder.resolve(FILE));
    }

    /**
     * The identity of {@code current} with its next key, if a change of keys was begun and not finished. One that is damaged, or
     * of another device, is as good as none: it was never the one that counts.
     */
    Optional<DeviceIdentity> loadSpare(DeviceIdentity current) {
        try {
            return load(folder.resolve(SPARE)).filter(current::isSameDevice);
        } catch (UserException damaged) {
            return Optional.empty();
        }
    }

    private Optional<DeviceIdentity> load(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            checkPrivate(folder, "0700");
            checkPrivate(file, "0600");
            return Optional.of(parse(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The state folder " + folder + " cannot be read" + PrivateFiles.reason(e) + ".",
                    e);
        }
    }

    /**
     * Makes sure that an identity can be saved, by writing a file: to be called before a relay is asked for one, whose code
     * would be used up otherwise. Leaves nothing behind.
     *
     * @throws UserException when it cannot
     */
    public void checkSavable() {
        change(() -> {
            Path there = existing(folder.toAbsolutePath());
            makeFolder();
            PrivateFiles.write(folder, TRIAL, new byte[TRIAL_BYTES]);
            Files.delete(folder.resolve(TRIAL));
            for (Path made = folder.toAbsolutePath(); !made.equals(there); made = above(made)) {
                Files.delete(made);
            }
        });
    }

    private static Path existing(Path path) {
        return Files.exists(path) ? path : existing(above(path));
    }

    private static Path above(Path path) {
        return Optional.ofNullable(path.getParent()).orElse(path);
    }

    private void makeFolder() throws IOException {
        PrivateFiles.makeFolder(folder);
        checkPrivate(folder, "0700");
    }

    /** Replaces what was saved, as a whole; a next key of before is forgotten. */
    public void save(DeviceIdentity identity) {
        change(() -> {
            makeFolder();
            PrivateFiles.write(folder, FILE, bytes(identity));
            Files.deleteIfExists(folder.resolve(SPARE));
        });
    }

    /** Deletes what was saved, and a next key. */
    public void forget() {
        change(() -> {
            Files.deleteIfExists(folder.resolve(SPARE));
            Files.deleteIfExists(folder.resolve(FILE));
        });
    }

    /** Keeps an identity with its next key beside the one that counts. */
    void saveSpare(DeviceIdentity identity) {
        change(() -> PrivateFiles.write(folder, SPARE, bytes(identity)));
    }

    /** Makes the identity with the next key the one that counts, in one step. */
    void adoptSpare() {
        change(() -> PrivateFiles.replace(folder, SPARE, FILE));
    }

    /** Something that is done to files. */
    private interface Change {

        void run() throws IOException;
    }

    private void change(Change change) {
        try {
            change.run();
        } catch (IOException e) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    "The state folder " + folder + " cannot be written" + PrivateFiles.reason(e) + ".",
                    e);
        }
    }

    private static void checkPrivate(Path path, String mode) throws IOException {
        if (PrivateFiles.isOpenToOthers(path)) {
            throw new UserException(
                    ExitCode.SETTINGS,
                    path + " can be read by other users, and it holds this agent's key. Run: chmod " + mode + " "
                            + path);
        }
    }

    private static byte[] bytes(DeviceIdentity identity) {
        Base64.Encoder base64 = Base64.getEncoder();
        Map<String, String> members = new LinkedHashMap<>();
        members.put("relay", identity.relay().toString());
        members.put("pin", identity.pin());
        members.put("device", identity.device());
        members.put("camera", identity.camera());
        members.put("public_key", base64.encodeToString(identity.key().publicKeyBytes()));
        members.put("private_key", base64.encodeToString(identity.key().privateKeyBytes()));
        return members.entrySet().stream()
                .map(member -> member.getKey() + "=" + member.getValue() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static DeviceIdentity parse(Path file) throws IOException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw damaged(file);
            }
            Properties members = new Properties();
            members.load(new StringReader(Files.readString(file)));
            Base64.Decoder base64 = Base64.getDecoder();
            DeviceKey key = DeviceKey.of(
                    base64.decode(member(members, "private_key", file)),
                    base64.decode(member(members, "public_key", file)));
            return new DeviceIdentity(
                    RelayUrl.parse(member(members, "relay", file)),
                    member(members, "pin", file),
                    member(members, "device", file),
                    member(members, "camera", file),
                    key);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw damaged(file);
        }
    }

    private static String member(Properties members, String name, Path file) {
        return Optional.ofNullable(members.getProperty(name)).orElseThrow(() -> damaged(file));
    }

    private static UserException damaged(Path file) {
        return new UserException(ExitCode.SETTINGS, file + " is damaged. Join again: fanlight-agent join --force LINK");
    }
}
