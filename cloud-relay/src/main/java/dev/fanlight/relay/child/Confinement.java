package dev.fanlight.relay.child;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What keeps a child to its pipes, from the strongest on. Each uses programs of the system that may be missing or, in containers, not permitted, so
 * each is tried.
 */
enum Confinement {
    /** No network, no files but the system’s libraries and its own, no other processes, no privileges; and limits. */
    SANDBOX("bubblewrap"),
    /** Limits of memory and descriptors; it can write no file, and dies with the relay. */
    LIMITS("limits"),
    /** Only what FFmpeg itself is asked for: {@code -protocol_whitelist pipe}. */
    NONE("none");

    private static final Path BIN = Path.of("/usr/bin");
    private static final List<String> MERGED = List.of("lib", "lib64", "bin");

    private final String text;

    Confinement(String text) {
        this.text = text;
    }

    /** The word for people. */
    String text() {
        return text;
    }

    /** What stands in front of the executable. */
    List<String> prefix(Path executable) {
        return switch (this) {
            case SANDBOX -> {
                List<String> both = new ArrayList<>(limits());
                both.addAll(sandbox(executable));
                yield both;
            }
            case LIMITS -> limits();
            case NONE -> List.of();
        };
    }

    private static List<String> limits() {
        return List.of(
                program("setpriv"),
                "--no-new-privs",
                "--pdeathsig",
                "KILL",
                program("prlimit"),
                "--as=" + ChildLimits.ADDRESS_SPACE,
                "--nofile=" + ChildLimits.FILES,
                "--fsize=0",
                "--core=0");
    }

    private static List<String> sandbox(Path executable) {
        String folder = String.valueOf(executable.getParent());
        List<String> all = new ArrayList<>(List.of(
                program("bwrap"),
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--cap-drop",
                "ALL",
                "--ro-bind",
                "/usr",
                "/usr",
                "--ro-bind-try",
                "/etc/ld.so.cache",
                "/etc/ld.so.cache",
                "--dev",
                "/dev",
                "--ro-bind",
                folder,
                folder,
                // Without /proc, which containers do not let it mount, the linker cannot see beside which program to
                // look.
                "--setenv",
                "LD_LIBRARY_PATH",
                folder));
        for (String name : MERGED) {
            Path path = Path.of("/" + name);
            if (Files.isSymbolicLink(path)) {
                all.addAll(List.of("--symlink", "usr/" + name, path.toString()));
            } else {
                all.addAll(List.of("--ro-bind-try", path.toString(), path.toString()));
            }
        }
        return all;
    }

    private static String program(String name) {
        return BIN.resolve(name).toString();
    }
}
