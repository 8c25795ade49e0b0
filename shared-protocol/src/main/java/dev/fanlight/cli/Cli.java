package dev.fanlight.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Configures picocli for both programs: one sentence for bad input, an exit code, no stack trace. */
public final class Cli {

    /** How picocli lists the values of an option: as the names of constants. */
    private static final Pattern CHOICES = Pattern.compile("one of \\[([A-Z_, ]+)\\] \\(case-insensitive\\) ");

    private static final String TRACE_OPTION = "--verbose";

    /** How long shutdown hooks may take before the process ends without them. */
    private static final Duration EXIT_LIMIT = Duration.ofSeconds(20);

    private Cli() {}

    /**
     * Runs a command and ends the process with its exit code. A thread that dies of anything ends the process too, with
     * {@link ExitCode#FAILED}, so that a supervisor starts it again; also when classes cannot be loaded any more because the program’s file was
     * replaced, or when shutdown hooks hang.
     */
    public static void run(Object command, String[] args) {
        SecretMask.text("");
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            report("the thread \"" + thread.getName() + "\" has ended: " + e);
            exit(ExitCode.FAILED);
        });
        exit(code(command, args));
    }

    private static int code(Object command, String[] args) {
        try {
            return of(command).execute(args);
        } catch (Throwable e) {
            report(String.valueOf(e));
            return ExitCode.FAILED;
        }
    }

    private static void exit(int code) {
        Thread guard = new Thread(() -> haltAfter(EXIT_LIMIT, code), "exit-guard");
        guard.setDaemon(true);
        guard.start();
        System.exit(code);
    }

    private static void haltAfter(Duration limit, int code) {
        try {
            Thread.sleep(limit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }

    /** Without picocli, and without any class that is not loaded yet. */
    private static void report(String what) {
        System.err.println("✗ Internal error: " + SecretMask.text(what) + ". The program ends.");
    }

    /** The command line of {@code command}, an object with picocli’s annotations. */
    public static CommandLine of(Object command) {
        CommandLine line = new CommandLine(command);
        line.setOut(utf8(FileDescriptor.out));
        line.setErr(utf8(FileDescriptor.err));
        line.setParameterExceptionHandler(Cli::onWrongCommandLine);
        line.setExecutionExceptionHandler(Cli::onFailure);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.list());
        return line;
    }

    /** Services and containers often have no locale; characters outside ASCII would be replaced. */
    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static int onWrongCommandLine(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("✗ " + SecretMask.text(sentence(e) + hint(e)));
        err.println("  Help: " + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static String hint(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return "";
        }
        CommandLine line = e.getCommandLine();
        Set<String> known = new TreeSet<>(line.getCommandSpec().optionsMap().keySet());
        known.addAll(line.getSubcommands().keySet());
        return DidYouMean.hint(unmatched.getUnmatched().get(0), known);
    }

    private static String sentence(ParameterException e) {
        String message = CHOICES.matcher(String.valueOf(e.getMessage()))
                .replaceAll(found -> "one of " + found.group(1).toLowerCase(Locale.ROOT) + " ");
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }

    private static int onFailure(Exception e, CommandLine line, ParseResult result) {
        PrintWriter err = line.getErr();
        if (e instanceof UserException user) {
            err.println("✗ " + user.getMessage());
            traceIfAsked(e, result, err);
            return user.exitCode();
        }
        err.println("✗ Internal error: " + SecretMask.text(e.toString()) + ". Please report it, with the output of "
                + TRACE_OPTION + ".");
        traceIfAsked(e, result, err);
        return ExitCode.FAILED;
    }

    private static void traceIfAsked(Exception e, ParseResult result, PrintWriter err) {
        ParseResult deepest = result;
        while (deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
        }
        if (deepest.hasMatchedOption(TRACE_OPTION) || result.hasMatchedOption(TRACE_OPTION)) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace, true));
            err.print(SecretMask.text(trace.toString()));
            err.flush();
        }
    }
}
