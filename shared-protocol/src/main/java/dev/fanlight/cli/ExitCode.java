package dev.fanlight.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The exit codes of both programs. */
public final class ExitCode {

    /** Success. */
    public static final int OK = 0;
    /** The operation failed. */
    public static final int FAILED = 1;
    /** Invalid command line. */
    public static final int USAGE = 2;
    /** A setting or a state file is invalid. */
    public static final int SETTINGS = 3;
    /** Not allowed: not joined yet, or key, code or certificate refused. */
    public static final int NOT_ALLOWED = 4;
    /** The relay cannot be reached. */
    public static final int UNREACHABLE = 5;
    /** The camera cannot be used. */
    public static final int CAMERA = 6;
    /** A check has found a problem. */
    public static final int PROBLEM = 7;

    /** No agent is running here. */
    public static final int NOT_RUNNING = 9;

    /** The relay is not the known one: its pin differs (EX_CONFIG of sysexits.h; retrying does not help). */
    public static final int WRONG_RELAY = 78;
    /** Stopped with Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private static final Map<String, String> MEANINGS = meanings();

    private ExitCode() {}

    /** Codes and their meanings in the order of the codes, for the help text. */
    public static Map<String, String> list() {
        return MEANINGS;
    }

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("0", "Success");
        meanings.put("1", "The operation failed");
        meanings.put("2", "Invalid command line");
        meanings.put("3", "A setting or a state file is invalid");
        meanings.put("4", "Not allowed (not joined yet, or key, code or certificate refused)");
        meanings.put("5", "The relay cannot be reached");
        meanings.put("6", "The camera cannot be used");
        meanings.put("7", "A check has found a problem");
        meanings.put("9", "No agent is running here");
        meanings.put("78", "The relay is not the known one: its pin differs");
        meanings.put("130", "Stopped with Ctrl-C");
        return Collections.unmodifiableMap(meanings);
    }
}
