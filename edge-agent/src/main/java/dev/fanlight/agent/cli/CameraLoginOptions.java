package dev.fanlight.agent.cli;

import dev.fanlight.agent.onvif.OnvifAddress;
import dev.fanlight.agent.onvif.http.CameraLogin;
import dev.fanlight.agent.onvif.http.OnvifException;
import dev.fanlight.cli.ExitCode;
import dev.fanlight.cli.UserException;
import java.io.Console;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The agent’s credentials at an ONVIF camera. A password is no option: others could read it in the list of processes. Main thread. */
final class CameraLoginOptions {

    private static final String USER = "FANLIGHT_CAMERA_USER";
    private static final String PASSWORD = "FANLIGHT_CAMERA_PASSWORD";

    @Option(
            names = "--user",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description =
                    "User of the camera. Default: $$" + USER + ". The password is $$" + PASSWORD + ", or is asked for.")
    private @Nullable String user;

    /** The login, asked for where it is not in the environment; empty without a user. */
    Optional<CameraLogin> login(Map<String, String> environment) {
        Optional<String> name = Optional.ofNullable(user).or(() -> Optional.ofNullable(environment.get(USER)));
        return name.map(known -> new CameraLogin(known, password(known, environment)));
    }

    static OnvifAddress address(String text) {
        try {
            return OnvifAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UserException(ExitCode.USAGE, "The camera's address must be " + e.getMessage() + ".");
        }
    }

    static UserException failed(OnvifException e) {
        int code = e.problem() == OnvifException.Problem.NOT_AUTHORIZED ? ExitCode.NOT_ALLOWED : ExitCode.CAMERA;
        String hint = e.problem() == OnvifException.Problem.NOT_AUTHORIZED
                ? " Give them with --user NAME and the variable " + PASSWORD + "."
                : "";
        return new UserException(code, e.getMessage() + hint);
    }

    /** Where there is no terminal, JDK 22 and newer read a line of stdin, which is as good. */
    @SuppressWarnings("SystemConsoleNull")
    private static String password(String user, Map<String, String> environment) {
        String given = environment.get(PASSWORD);
        if (given != null) {
            return given;
        }
        Console console = System.console();
        if (console == null) {
            throw new UserException(
                    ExitCode.USAGE, "The password of \"" + user + "\" is missing: set the variable " + PASSWORD + ".");
        }
        char[] typed = console.readPassword("Password of %s: ", user);
        return typed == null ? "" : new String(typed);
    }
}
